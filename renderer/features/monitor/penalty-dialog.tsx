/** A deduction, by minutes over time or as a plain number; what it takes off is shown before it is recorded. */
import { Button, Group, Modal, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText, parseClock } from '../../../shared/ceremony/stage-time.ts';
import { performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { Penalty } from '../../../shared/domain/setup/contest-file.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { toExactText } from '../../../shared/lib/rational.ts';
import { limits } from '../../../shared/limits.ts';
import { penaltyPoints } from '../../../shared/ranking/penalties.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { useOtherLanguage } from '../../messages/language.ts';
import { doubtOf, inOtherSigns, readDecimal, showDecimal } from '../../messages/numbers.ts';

export interface PenaltyStart {
  readonly contestant: ContestantId | null;
  readonly overSeconds: number | null;
  readonly reason: string;
}

interface Form {
  readonly contestant: ContestantId | null;
  readonly kind: 'perMinute' | 'points';
  readonly amount: string;
  readonly over: string;
  readonly reason: string;
}

export function PenaltyDialog({
  contest,
  start,
  onClose,
}: {
  readonly contest: Contest;
  readonly start: PenaltyStart;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const [form, setForm] = useState<Form>(() => ({
    contestant: start.contestant,
    kind: start.overSeconds === null ? 'points' : 'perMinute',
    amount: lastPerMinute(contest),
    over: start.overSeconds === null ? '' : clockText(start.overSeconds * 1000),
    reason: start.reason,
  }));
  const [isTried, setTried] = useState(false);
  const { categories, contestants } = setupOf(contest);
  const put = (change: Partial<Form>) => setForm({ ...form, ...change });
  useOtherLanguage(() => put({ amount: inOtherSigns(form.amount) }));
  const amount = readDecimal(form.amount);
  const isAmount = amount !== null && !amount.startsWith('-');
  const overSeconds = parseClock(form.over);
  const penalty = penaltyOf(form);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (penalty !== null && (await execute({ type: 'add-penalty', penalty }))) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('penalty.add')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Select
            label={t('penalty.contestant')}
            withAsterisk
            searchable
            data-autofocus={start.contestant === null || undefined}
            value={form.contestant}
            error={isTried && form.contestant === null ? t('penalty.contestantMissing') : undefined}
            data={categories.map(({ id, name }) => ({
              group: name,
              items: performanceOrder(contestants.filter((each) => each.category === id)).map((each) => ({
                value: each.id,
                label: contestantText(each),
              })),
            }))}
            onChange={(contestant) => put({ contestant })}
          />
          <Radio.Group
            label={t('penalty.kind')}
            value={form.kind}
            onChange={(kind) => put({ kind: kind === 'points' ? 'points' : 'perMinute' })}
          >
            <Group mt="xs">
              <Radio value="perMinute" label={t('penalty.perMinute')} />
              <Radio value="points" label={t('penalty.points')} />
            </Group>
          </Radio.Group>
          <Group align="flex-start" grow>
            <TextInput
              label={t(form.kind === 'points' ? 'penalty.pointsLabel' : 'penalty.perMinuteLabel')}
              withAsterisk
              inputMode="decimal"
              autoComplete="off"
              data-autofocus={start.contestant !== null || undefined}
              value={form.amount}
              error={
                (isTried || form.amount !== '') && !isAmount
                  ? (doubtOf(form.amount) ?? t('penalty.notANumber'))
                  : undefined
              }
              onChange={(event) => put({ amount: event.currentTarget.value })}
            />
            {form.kind === 'points' ? null : (
              <TextInput
                label={t('penalty.over')}
                description={t('penalty.overHint')}
                inputWrapperOrder={['label', 'input', 'description', 'error']}
                withAsterisk
                autoComplete="off"
                value={form.over}
                error={(isTried || form.over !== '') && overSeconds === null ? t('penalty.notATime') : undefined}
                onChange={(event) => put({ over: event.currentTarget.value })}
              />
            )}
          </Group>
          <TextInput
            label={t('penalty.reason')}
            withAsterisk
            maxLength={limits.reasonLength}
            value={form.reason}
            error={isTried && form.reason.trim() === '' ? t('penalty.reasonMissing') : undefined}
            onChange={(event) => put({ reason: event.currentTarget.value })}
          />
          {penalty === null ? null : (
            <Text component="output" fw={600}>
              {t('penalty.result', { points: pointsText(penalty) })}
            </Text>
          )}
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('penalty.cancel')}
            </Button>
            <Button type="submit">{t('penalty.save')}</Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}

/** Null while something is missing or no number. */
function penaltyOf({ contestant, kind, amount, over, reason }: Form): Penalty | null {
  const points = readDecimal(amount);
  const overSeconds = parseClock(over);
  if (contestant === null || reason.trim() === '' || points === null || points.startsWith('-')) return null;
  if (kind === 'points') return { contestant, points, reason: reason.trim() };
  return overSeconds === null ? null : { contestant, perMinute: points, overSeconds, reason: reason.trim() };
}

/** The points a penalty takes off, as a reader sees them. */
export function pointsText(penalty: Penalty): string {
  return showDecimal(toExactText(penaltyPoints(penalty)));
}

/** What a minute cost the last time: the same rule most likely holds again. */
function lastPerMinute(contest: Contest): string {
  const last = contest.penalties.findLast(({ value }) => 'perMinute' in value)?.value;
  return last !== undefined && 'perMinute' in last ? showDecimal(last.perMinute) : '';
}
