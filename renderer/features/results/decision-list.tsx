/** What was decided about ties in a category, what no longer fits, and what was taken back. */
import { Alert, Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takenBack, type Contest, type Written } from '../../../shared/domain/contest.ts';
import type { ContestFile, Decision } from '../../../shared/domain/setup/contest-file.ts';
import type { CategoryId, ContestantId } from '../../../shared/domain/ids.ts';
import { withFittingDecisions } from '../../../shared/ranking/decisions.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { contestantNames } from './names.ts';
import classes from './results.module.css';

export function DecisionList({ contest, category }: { readonly contest: Contest; readonly category: CategoryId }) {
  const { t } = useTranslation('results');
  const execute = useExecute();
  const { file } = rankingOf(contest);
  const fitting = useMemo(() => new Set(withFittingDecisions(file).file.decisions), [file]);
  const [cancelling, setCancelling] = useState<Written<Decision> | null>(null);
  const decisions = contest.decisions.filter(({ value }) => value.category === category);
  const title = useRef<HTMLHeadingElement>(null);
  const known = useRef(decisions.length);
  // What has just been decided stands here; the buttons that decided it are gone.
  useEffect(() => {
    if (decisions.length > known.current) {
      title.current?.focus();
      title.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
    }
    known.current = decisions.length;
  }, [decisions.length]);
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="keputusan">
      <h2 className={classes.heading} id="keputusan" ref={title} tabIndex={-1}>
        {t('decision.title')}
      </h2>
      <ul className={classes.decisions}>
        {decisions.map((written) => {
          const { value } = written;
          const cancelled = takenBack(contest, written);
          return (
            <li key={written.ref}>
              <div>
                <strong>{t(`decision.${value.kind}`)}</strong>
                <br />
                {namesOf(file, value, t)}
                <br />
                {t('decision.reason', { reason: value.reason })}
                {cancelled === null && !fitting.has(value) ? (
                  <Alert color="red" mt="xs" icon={<TriangleAlert aria-hidden />}>
                    {t('decision.unused')}
                  </Alert>
                ) : null}
              </div>
              {cancelled === null ? (
                <Button
                  size="sm"
                  variant="default"
                  aria-label={t('decision.cancelLabel', { contestants: contestantNames(file, membersOf(value)) })}
                  onClick={() => setCancelling(written)}
                >
                  {t('decision.cancel')}
                </Button>
              ) : (
                <em>{t('decision.cancelled', { reason: cancelled.reason })}</em>
              )}
            </li>
          );
        })}
      </ul>
      <ReasonDialog
        opened={cancelling !== null}
        title={t('decision.cancelTitle')}
        confirmLabel={t('decision.cancelConfirm')}
        tone="danger"
        onCancel={() => setCancelling(null)}
        onConfirm={(reason) => {
          if (cancelling === null) return;
          void execute({ type: 'cancel-decision', decision: cancelling.ref, reason }).then((isDone) =>
            isDone ? setCancelling(null) : undefined,
          );
        }}
      >
        {cancelling === null ? null : namesOf(file, cancelling.value, t)}
      </ReasonDialog>
    </section>
  );
}

function namesOf(file: ContestFile, decision: Decision, t: ReturnType<typeof useTranslation<'results'>>['t']): string {
  return decision.kind === 'joint'
    ? t('decision.members', { contestants: contestantNames(file, decision.contestants) })
    : t('decision.order', { contestants: contestantNames(file, decision.order, ' → ') });
}

function membersOf(decision: Decision): readonly ContestantId[] {
  return decision.kind === 'joint' ? decision.contestants : decision.order;
}
