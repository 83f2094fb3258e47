/**
 * Changes of contestants that already have locked sheets, by hand or from a list: another name or unit, or a category with
 * other rubrics, is done only after a person has seen what it touches and has given the reason (rule D7).
 */
import { Alert, List, Stack, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../shared/domain/facts/commands.ts';
import { setupOf, type Contest } from '../../shared/domain/contest.ts';
import type { Contestant } from '../../shared/domain/setup/contest-file.ts';
import { lostWithChange, renamedWithLocks } from '../../shared/domain/facts/decide-setup.ts';
import type { StandingWork } from '../../shared/domain/standing.ts';
import { contestantText } from '../ui/contestant-name.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useExecute, useLatestContest } from './hooks.tsx';

type Change = Extract<Command, { type: 'change-contestants' }>;

interface Asked {
  readonly command: Change;
  readonly contest: Contest;
  readonly renamed: readonly { readonly before: Contestant; readonly after: Contestant }[];
  readonly lost: readonly StandingWork[];
  readonly answer: (isDone: boolean) => void;
}

export interface ContestantChange {
  /** True when it is saved; false when it was refused or the person has thought better of it. */
  readonly change: (command: Change) => Promise<boolean>;
  readonly isAsking: boolean;
  /** To be drawn by the caller. */
  readonly dialog: ReactNode;
}

export function useContestantChange(): ContestantChange {
  const execute = useExecute();
  const latestContest = useLatestContest();
  const [asked, setAsked] = useState<Asked | null>(null);

  function change(command: Change): Promise<boolean> {
    const contest = latestContest();
    const [renamed, lost] = [renamedWithLocks(contest, command.put), lostWithChange(contest, command)];
    if (renamed.length + lost.length === 0) return execute(command);
    return new Promise((answer) => setAsked({ command, contest, renamed, lost, answer }));
  }

  async function confirm(given: Asked, reason: string): Promise<void> {
    const isDone = await execute({
      ...given.command,
      reason,
      ...(given.lost.length > 0 ? { setAside: true } : {}),
    });
    setAsked(null);
    given.answer(isDone);
  }

  const dialog =
    asked === null ? null : (
      <ChangeDialog
        asked={asked}
        onConfirm={(reason) => void confirm(asked, reason)}
        onCancel={() => {
          setAsked(null);
          asked.answer(false);
        }}
      />
    );
  return { change, isAsking: asked !== null, dialog };
}

function ChangeDialog({
  asked: { contest, renamed, lost },
  onConfirm,
  onCancel,
}: {
  readonly asked: Asked;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('order');
  const setup = setupOf(contest);
  const nameOf = (id: string) => {
    const contestant = setup.contestants.find((each) => each.id === id);
    return contestant === undefined ? id : contestantText(contestant);
  };
  const sheets = [...new Set(lost.map((work) => `${work.contestant}/${work.juror}/${work.rubric?.stage ?? ''}`))];
  return (
    <ReasonDialog
      opened
      title={t('change.title')}
      confirmLabel={t(lost.length > 0 ? 'change.setAside' : 'change.rename')}
      tone="danger"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <Alert color="gold" variant="light" icon={<TriangleAlert aria-hidden />} title={t('change.look')}>
        <Stack gap="xs">
          {renamed.length === 0 ? null : (
            <>
              <Text>{t('change.renamed', { count: renamed.length })}</Text>
              <List>
                {renamed.map(({ before, after }) => (
                  <List.Item key={before.id}>
                    {t('change.fromTo', { before: contestantText(before), after: contestantText(after) })}
                  </List.Item>
                ))}
              </List>
              <Text>{t('change.trophy')}</Text>
            </>
          )}
          {lost.length === 0 ? null : (
            <>
              <Text>{t('change.lost')}</Text>
              <List>
                {sheets.map((key) => {
                  const [contestant = '', juror = '', stage = ''] = key.split('/');
                  return (
                    <List.Item key={key}>
                      {t('change.sheet', {
                        contestant: nameOf(contestant),
                        juror: setup.jurors.find((each) => each.id === juror)?.name ?? juror,
                        stage: setup.stages.find((each) => each.id === stage)?.name ?? stage,
                      })}
                    </List.Item>
                  );
                })}
              </List>
            </>
          )}
        </Stack>
      </Alert>
    </ReasonDialog>
  );
}
