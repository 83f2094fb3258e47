/**
 * The ballots of an award, typed in by two people, each without the other's numbers; what differs stands out and is settled with a
 * reason (D28). Saved at once, beside the form around it.
 */
import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Check, ListChecks, TriangleAlert, Vote } from 'lucide-react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { performanceOrder } from '../../../shared/domain/contest.ts';
import { idFrom, type ContestantId } from '../../../shared/domain/ids.ts';
import type { Contestant, Votes } from '../../../shared/domain/setup/contest-file.ts';
import { differing, findBallotAward, votedFor, votesOf, type BallotAward } from '../../../shared/domain/tally.ts';
import { limits } from '../../../shared/limits.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './setup.module.css';

export function Tally({ award: id }: { readonly award: string }) {
  const { t } = useTranslation('setup');
  const award = findBallotAward(useContest(), idFrom.award(id));
  return award === undefined ? <p className={classes.quiet}>{t('tally.saveFirst')}</p> : <SavedTally award={award} />;
}

function SavedTally({ award }: { readonly award: BallotAward }) {
  const { t } = useTranslation('setup');
  const contest = useContest();
  const execute = useExecute();
  const [asked, setAsked] = useState<'enter' | 'settle' | 'withdraw' | null>(null);
  const contestants = performanceOrder(votedFor(contest, award));
  const { votes = null, open = [] } = contest.tallies.get(award.id) ?? {};
  const [first, second] = open;
  const closeIf = (isDone: boolean) => (isDone ? setAsked(null) : undefined);
  const differ = first === undefined || second === undefined ? [] : differing(first.value.votes, second.value.votes);
  return (
    // The dialogs have forms of their own: what they send is not for the form around.
    <section aria-label={t('tally.title', { award: award.name })} onSubmit={(event) => event.stopPropagation()}>
      <p className={classes.quiet}>{t('tally.hint')}</p>
      {votes === null ? null : <Counted votes={votes} contestants={contestants} />}
      {first === undefined ? null : (
        <Text fw={600} data-tally={second === undefined ? 'first' : 'differ'}>
          {second === undefined ? (
            t('tally.first', { by: first.value.by })
          ) : (
            <>
              <TriangleAlert aria-hidden size="1.1em" />{' '}
              {t('tally.differ', { first: first.value.by, second: second.value.by, count: differ.length })}
            </>
          )}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        {second === undefined ? (
          <Button
            size="sm"
            variant="default"
            leftSection={<Vote aria-hidden size="1.1rem" />}
            onClick={() => setAsked('enter')}
          >
            {t(first !== undefined ? 'tally.enterSecond' : votes === null ? 'tally.enterFirst' : 'tally.enterAgain')}
          </Button>
        ) : (
          <Button size="sm" leftSection={<ListChecks aria-hidden size="1.1rem" />} onClick={() => setAsked('settle')}>
            {t('tally.settle')}
          </Button>
        )}
        {first === undefined ? null : (
          <Button size="sm" variant="default" onClick={() => setAsked('withdraw')}>
            {t('tally.withdraw')}
          </Button>
        )}
      </Group>
      {asked === 'enter' ? (
        <EnterDialog
          award={award}
          contestants={contestants}
          isAgain={votes !== null && first === undefined}
          title={t(first === undefined ? 'tally.firstTitle' : 'tally.secondTitle', { award: award.name })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked === 'settle' && first !== undefined && second !== undefined ? (
        <SettleDialog
          contestants={contestants.filter(({ id }) => differ.includes(id))}
          entries={[first.value, second.value]}
          onClose={() => setAsked(null)}
          onSettle={(chosen, reason) =>
            void execute({ type: 'settle-tally', award: award.id, votes: [...chosen], reason }).then(closeIf)
          }
        />
      ) : null}
      <ReasonDialog
        opened={asked === 'withdraw'}
        title={t('tally.withdrawTitle')}
        confirmLabel={t('tally.withdrawYes')}
        onCancel={() => setAsked(null)}
        onConfirm={(reason) => void execute({ type: 'withdraw-tally', award: award.id, reason }).then(closeIf)}
      >
        <Text>{t('tally.withdrawText')}</Text>
      </ReasonDialog>
    </section>
  );
}

function Counted({ votes, contestants }: { readonly votes: Votes; readonly contestants: readonly Contestant[] }) {
  const { t } = useTranslation('setup');
  const named = contestants
    .filter(({ id }) => votesOf(votes, id) > 0)
    .toSorted((a, b) => votesOf(votes, b.id) - votesOf(votes, a.id));
  return (
    <details>
      <summary>
        <Check aria-hidden size="1.1em" /> {t('tally.counted', { count: sumOf(votes) })}
      </summary>
      <ul>
        {named.map((contestant) => (
          <li key={contestant.id}>
            {contestantText(contestant)}: <b>{votesOf(votes, contestant.id)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
}

function EnterDialog({
  award,
  contestants,
  isAgain,
  title,
  onClose,
}: {
  readonly award: BallotAward;
  readonly contestants: readonly Contestant[];
  readonly isAgain: boolean;
  readonly title: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('setup');
  const execute = useExecute();
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const [texts, setTexts] = useState<ReadonlyMap<ContestantId, string>>(new Map());
  const [isChecked, setChecked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const votes = contestants.map(({ id }) => ({ contestant: id, votes: countIn(texts.get(id) ?? '') }));
  const sum = votes.reduce((total, each) => total + (each.votes ?? 0), 0);

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    const typed = votes.flatMap(({ contestant, votes: count }) =>
      count === null ? [] : [{ contestant, votes: count }],
    );
    if (by.trim() === '' || typed.length < votes.length || (isAgain && reason.trim() === '')) return;
    setBusy(true);
    const isDone = await execute({
      type: 'enter-tally',
      award: award.id,
      by,
      votes: typed,
      ...(isAgain ? { reason } : {}),
    });
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <TextInput
            size="md"
            label={t('tally.by')}
            description={t('tally.byHint')}
            withAsterisk
            data-autofocus
            maxLength={limits.nameLength}
            value={by}
            error={isChecked && by.trim() === '' ? t('tally.byMissing') : undefined}
            onChange={(event) => setBy(event.currentTarget.value)}
          />
          <ol className={classes.votes}>
            {contestants.map((contestant) => {
              const text = texts.get(contestant.id) ?? '';
              return (
                <li key={contestant.id}>
                  <TextInput
                    size="sm"
                    className={classes.voteField}
                    label={contestantText(contestant)}
                    inputMode="numeric"
                    maxLength={7}
                    value={text}
                    error={countIn(text) === null ? t('tally.badCount') : undefined}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      setTexts((before) => new Map(before).set(contestant.id, value));
                    }}
                  />
                </li>
              );
            })}
          </ol>
          <Text component="output" fw={600}>
            {t('tally.sum', { count: sum })}
          </Text>
          {isAgain ? (
            <Textarea
              size="md"
              label={t('tally.again')}
              withAsterisk
              autosize
              maxLength={limits.reasonLength}
              value={reason}
              error={isChecked && reason.trim() === '' ? t('tally.againMissing') : undefined}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <DialogFoot>
            <Button variant="default" onClick={onClose}>
              {t('tally.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('tally.save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}

type Entry = { readonly by: string; readonly votes: Votes };

/** Only what differs; the numbers on which both agree stay. */
function SettleDialog({
  contestants,
  entries: [first, second],
  onClose,
  onSettle,
}: {
  readonly contestants: readonly Contestant[];
  readonly entries: readonly [Entry, Entry];
  readonly onClose: () => void;
  readonly onSettle: (votes: Votes, reason: string) => void;
}) {
  const { t } = useTranslation('setup');
  const [texts, setTexts] = useState<ReadonlyMap<ContestantId, string>>(new Map());
  const settled = contestants.map(({ id }) => {
    const text = texts.get(id) ?? '';
    return { contestant: id, votes: text.trim() === '' ? null : countIn(text) };
  });
  const ids = new Set(contestants.map(({ id }) => id));
  const isWhole = settled.every(({ votes }) => votes !== null);
  return (
    <ReasonDialog
      opened
      title={t('tally.settleTitle')}
      confirmLabel={t('tally.settleYes')}
      open={isWhole ? null : t('tally.settleOpen')}
      onCancel={onClose}
      onConfirm={(reason) =>
        onSettle(
          [
            ...first.votes.filter(({ contestant }) => !ids.has(contestant)),
            ...settled.map(({ contestant, votes }) => ({ contestant, votes: votes ?? 0 })),
          ],
          reason,
        )
      }
    >
      <Text>{t('tally.settleText')}</Text>
      <ul className={classes.votes}>
        {contestants.map((contestant) => (
          <li key={contestant.id} className={classes.difference}>
            <Text fw={600}>{contestantText(contestant)}</Text>
            <Text>
              {t('tally.said', { by: first.by, votes: votesOf(first.votes, contestant.id) })};{' '}
              {t('tally.said', { by: second.by, votes: votesOf(second.votes, contestant.id) })}
            </Text>
            <TextInput
              size="sm"
              className={classes.voteField}
              label={t('tally.right')}
              aria-label={t('tally.rightOf', { contestant: contestantText(contestant) })}
              inputMode="numeric"
              maxLength={7}
              value={texts.get(contestant.id) ?? ''}
              error={countIn(texts.get(contestant.id) ?? '') === null ? t('tally.badCount') : undefined}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setTexts((before) => new Map(before).set(contestant.id, value));
              }}
            />
          </li>
        ))}
      </ul>
    </ReasonDialog>
  );
}

/** Empty: none. Null: no number of ballots. */
function countIn(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return /^\d{1,7}$/.test(trimmed) && Number(trimmed) <= limits.ballots ? Number(trimmed) : null;
}

function sumOf(votes: Votes): number {
  return votes.reduce((total, each) => total + each.votes, 0);
}
