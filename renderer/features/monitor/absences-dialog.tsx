/** A juror who comes late or leaves: absent for all the groups that remain, or the chosen ones, in one act with one reason. */
import { Button, Checkbox, Group, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { performanceOrder, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { sheetOf, type ScoreSheet } from '../../../shared/domain/score-sheet.ts';
import { idFrom, type JurorId } from '../../../shared/domain/ids.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './monitor.module.css';

interface Remaining {
  readonly contestant: Contestant;
  /** The sheets that wait, of the stages asked about. */
  readonly open: readonly ScoreSheet[];
}

export function AbsencesDialog({ contest, onClose }: { readonly contest: Contest; readonly onClose: () => void }) {
  const { t } = useTranslation('monitor');
  const execute = useExecute();
  useReturnFocus();
  const { jurors, stages, contestants } = setupOf(contest);
  const [juror, setJuror] = useState<JurorId | null>(null);
  const [stage, setStage] = useState<string>(stages.length > 1 ? (contest.shown?.stage ?? 'all') : 'all');
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const asked = stages.map(({ id }) => id).filter((id) => stage === 'all' || id === stage);
  const remaining = performanceOrder(contestants).flatMap((contestant): Remaining[] => {
    const sheets = asked.flatMap((each) =>
      juror === null ? [] : (sheetOf(contest, juror, contestant.id, each) ?? []),
    );
    const open = sheets.filter(({ state }) => state === 'pending' || state === 'draft');
    return open.length === 0 ? [] : [{ contestant, open }];
  });
  const chosen = remaining.filter((each) => !left.has(each.contestant.id));

  async function save(reason: string): Promise<void> {
    setTried(true);
    if (juror === null || chosen.length === 0) return;
    setBusy(true);
    const absences = chosen.map(({ contestant, open }) => ({
      contestant: contestant.id,
      stages: open.map((sheet) => sheet.stage),
    }));
    const isDone = await execute({ type: 'record-absences', juror, absences, reason });
    setBusy(false);
    if (isDone) onClose();
  }

  const choose = (isWanted: (contestant: Contestant) => boolean) =>
    leave(new Set(remaining.flatMap(({ contestant }) => (isWanted(contestant) ? [] : [contestant.id]))));

  return (
    <ReasonDialog
      opened
      title={t('absences.title')}
      confirmLabel={t('absences.save', { count: chosen.length })}
      busy={isBusy}
      onCancel={onClose}
      onConfirm={(reason) => void save(reason)}
    >
      <Text>{t('absences.text')}</Text>
      <NativeSelect
        label={t('absences.juror')}
        withAsterisk
        data-autofocus
        value={juror ?? ''}
        error={isTried && juror === null ? t('absences.jurorMissing') : undefined}
        data={[
          { value: '', label: t('absences.choose') },
          ...jurors.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setJuror(value === '' ? null : idFrom.juror(value));
          leave(new Set());
        }}
      />
      {stages.length < 2 ? null : (
        <Radio.Group label={t('sheet.absentScope')} value={stage} onChange={setStage}>
          <Group gap="md" mt="xs">
            {stages.map(({ id, name }) => (
              <Radio key={id} value={id} label={t('sheet.thisStage', { stage: name })} />
            ))}
            <Radio value="all" label={t('sheet.allStages')} />
          </Group>
        </Radio.Group>
      )}
      {juror === null ? null : remaining.length === 0 ? (
        <Text fw={600}>{t('absences.nothing')}</Text>
      ) : (
        <fieldset className={classes.absenceGroups}>
          <legend>{t('absences.groups', { chosen: chosen.length, count: remaining.length })}</legend>
          <Group gap="xs" mb="xs">
            <Button size="xs" variant="default" onClick={() => choose(() => true)}>
              {t('absences.all')}
            </Button>
            <Button size="xs" variant="default" onClick={() => choose(({ status }) => status !== 'waiting')}>
              {t('absences.performed')}
            </Button>
            <Button size="xs" variant="default" onClick={() => choose(({ status }) => status === 'waiting')}>
              {t('absences.waiting')}
            </Button>
          </Group>
          {isTried && chosen.length === 0 ? <p role="alert">{t('absences.groupMissing')}</p> : null}
          <Stack gap="xs" className={classes.absenceList}>
            {remaining.map(({ contestant, open }) => (
              <Checkbox
                key={contestant.id}
                label={contestantText(contestant)}
                description={open.some(({ state }) => state === 'draft') ? t('absences.draft') : undefined}
                checked={!left.has(contestant.id)}
                onChange={(event) => {
                  const next = new Set(left);
                  if (event.currentTarget.checked) next.delete(contestant.id);
                  else next.add(contestant.id);
                  leave(next);
                }}
              />
            ))}
          </Stack>
        </fieldset>
      )}
    </ReasonDialog>
  );
}
