/** The committee's board of the day: who is on, the time, what needs a look, which sheets are there, deductions. No scores. */
import { Button } from '@mantine/core';
import { ClipboardList, MessageSquare, Plus, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSeen } from '../../../shared/domain/correspondence.ts';
import { setupOf } from '../../../shared/domain/contest.ts';
import { useContest } from '../../contest/hooks.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { AbsencesDialog } from './absences-dialog.tsx';
import { AbsencesPanel } from './absences-panel.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { BoardPanel } from './board-panel.tsx';
import { MessagesDialog } from './messages-dialog.tsx';
import panels from '../../ui/panels.module.css';
import { PenaltiesPanel } from './penalties-panel.tsx';
import { PenaltyDialog, type PenaltyStart } from './penalty-dialog.tsx';
import { StageBar } from './stage-bar.tsx';

export function MonitorScreen() {
  const { t } = useTranslation('monitor');
  const contest = useContest();
  const [penalty, setPenalty] = useState<PenaltyStart | null>(null);
  const [isAbsent, setAbsent] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const unseen = contest.messages.filter((message) => !isSeen(contest, message)).length;
  const onStage = contest.shown?.contestant ?? null;
  if (setupOf(contest).contestants.length === 0) {
    return (
      <EmptyState
        order={1}
        icon={ClipboardList}
        title={t('empty.title')}
        text={t('empty.text')}
        action={<NextStep />}
      />
    );
  }
  return (
    <div className={panels.page}>
      <PageTitle title={t('title')} />
      <StageBar
        contest={contest}
        onOverTime={(overSeconds, part) =>
          setPenalty({ contestant: onStage, overSeconds, reason: t('timer.penaltyReason', { part }) })
        }
      />
      <AttentionPanel contest={contest} />
      <BoardPanel
        contest={contest}
        actions={
          <>
            {setupOf(contest).jurors.length === 0 ? null : (
              <>
                <Button
                  variant="default"
                  size="xs"
                  aria-haspopup="dialog"
                  leftSection={<MessageSquare aria-hidden size="1rem" />}
                  onClick={() => setWriting(true)}
                >
                  {unseen === 0 ? t('message.add') : t('message.addUnseen', { count: unseen })}
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  aria-haspopup="dialog"
                  leftSection={<UserX aria-hidden size="1rem" />}
                  onClick={() => setAbsent(true)}
                >
                  {t('absences.add')}
                </Button>
              </>
            )}
            <Button
              variant="default"
              size="xs"
              aria-haspopup="dialog"
              leftSection={<Plus aria-hidden size="1rem" />}
              onClick={() => setPenalty({ contestant: onStage, overSeconds: null, reason: '' })}
            >
              {t('penalty.add')}
            </Button>
          </>
        }
      />
      <AbsencesPanel contest={contest} />
      <PenaltiesPanel contest={contest} />
      {penalty === null ? null : <PenaltyDialog contest={contest} start={penalty} onClose={() => setPenalty(null)} />}
      {isWriting ? <MessagesDialog contest={contest} onClose={() => setWriting(false)} /> : null}
      {isAbsent ? <AbsencesDialog contest={contest} onClose={() => setAbsent(false)} /> : null}
    </div>
  );
}
