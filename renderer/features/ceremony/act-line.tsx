/** One act in the list: its place, its state, what is missing, the note for the host, and the buttons that start and move it. */
import { Button } from '@mantine/core';
import { ArrowDown, ArrowUp, Check, CircleDashed, Pencil, Play, ShieldAlert, Trophy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { actKey, categoriesOf, partOf } from '../../../shared/ceremony/programme.ts';
import { announcedSteps } from '../../../shared/ceremony/steps.ts';
import type { Act } from '../../../shared/domain/setup/contest-file.ts';
import { unsignedJurors } from '../../../shared/domain/unsigned-jurors.ts';
import type { CeremonyState } from '../../../shared/ipc/ceremony.ts';
import { useContest } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { SignOffBadge } from '../../ui/sign-off-badge.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useActTitle } from './act-title.ts';
import classes from './ceremony.module.css';

interface ActLineProperties {
  readonly act: Act;
  readonly index: number;
  readonly count: number;
  readonly state: CeremonyState;
  readonly isBusy: boolean;
  readonly onStart: () => void;
  /** `control`: the id of what has the focus after it. */
  readonly onMove: (by: -1 | 1, control: string) => void;
  readonly onEdit: () => void;
}

export function ActLine({ act, index, count, state, isBusy, onStart, onMove, onEdit }: ActLineProperties) {
  const { t } = useTranslation('ceremony');
  const title = useActTitle()(act);
  const { isReady, unsigned } = useReadiness(act, state.rehearsal);
  const isRunning = state.act === actKey(act);
  const startLabel =
    act.type === 'winners' ? t('categories.startLabel', { category: title }) : t('acts.showLabel', { title });
  const start = act.type === 'winners' ? t('categories.start') : t('acts.show');
  return (
    <div className={classes.categoryLine} data-state={isRunning ? 'running' : undefined}>
      <div className={classes.actRow}>
        <span className={classes.actNumber} aria-hidden>
          {index + 1}
        </span>
        <div className={classes.actMain}>
          <strong>{title}</strong>
          <ActState act={act} state={state} isReady={isReady} isSigned={unsigned.length === 0} />
          <Button
            size="sm"
            variant={isReady && !isRunning && !state.done.includes(actKey(act)) ? 'filled' : 'default'}
            leftSection={<Play aria-hidden size="1rem" />}
            loading={isBusy}
            aria-label={isRunning ? undefined : startLabel}
            onClick={onStart}
          >
            {isRunning ? t('categories.again') : start}
          </Button>
        </div>
        <span className={classes.actButtons}>
          <MoveButton
            id={`babak-${index}-up`}
            name={title}
            isUp
            disabled={index === 0}
            onPress={() => onMove(-1, focusAfter(index - 1, true, count))}
          />
          <MoveButton
            id={`babak-${index}-down`}
            name={title}
            isUp={false}
            disabled={index === count - 1}
            onPress={() => onMove(1, focusAfter(index + 1, false, count))}
          />
          <button type="button" className={classes.icon} aria-label={t('acts.edit', { title })} onClick={onEdit}>
            <Pencil aria-hidden size="1.1rem" />
          </button>
        </span>
      </div>
      {unsigned.length === 0 ? null : (
        <p className={classes.unsigned}>
          <CircleDashed aria-hidden size="1.1rem" />
          <span>{t('categories.unsigned', { jurors: unsigned.map(({ name }) => name).join(', ') })}</span>
        </p>
      )}
      {act.note === undefined || act.note === '' ? null : (
        <p className={classes.note}>{t('acts.noteIs', { note: act.note })}</p>
      )}
    </div>
  );
}

/** Slides and rehearsals are always ready; a category once its result stands. */
function useReadiness(act: Act, isRehearsal: boolean) {
  const contest = useContest();
  if (act.type !== 'winners' || isRehearsal) return { isReady: true, unsigned: [] };
  const { file, answer } = rankingOf(contest);
  const isReady = announcedSteps(file, answer, act.category, partOf(file, act)).ok;
  const unsigned = isReady ? categoriesOf(file, act).flatMap((category) => unsignedJurors(contest, category)) : [];
  return { isReady, unsigned: [...new Set(unsigned)] };
}

function ActState({
  act,
  state,
  isReady,
  isSigned,
}: {
  readonly act: Act;
  readonly state: CeremonyState;
  readonly isReady: boolean;
  readonly isSigned: boolean;
}) {
  const { t } = useTranslation('ceremony');
  if (state.act === actKey(act)) {
    const label = act.type === 'winners' ? t('categories.running') : t('acts.running');
    return <StatusBadge icon={act.type === 'winners' ? Trophy : Play} tone="warm" label={label} />;
  }
  if (state.done.includes(actKey(act))) return <StatusBadge icon={Check} tone="quiet" label={t('acts.done')} />;
  if (act.type !== 'winners' || state.rehearsal) {
    return <StatusBadge icon={CircleDashed} tone="quiet" label={t('acts.toCome')} />;
  }
  if (!isReady) return <StatusBadge icon={ShieldAlert} tone="danger" label={t('categories.notReady')} />;
  return <SignOffBadge isSigned={isSigned} />;
}

function MoveButton({
  id,
  name,
  isUp,
  disabled,
  onPress,
}: {
  readonly id: string;
  readonly name: string;
  readonly isUp: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}) {
  const { t } = useTranslation('ceremony');
  const Icon = isUp ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      id={id}
      className={classes.icon}
      aria-label={t(isUp ? 'acts.up' : 'acts.down', { title: name })}
      data-repeatable
      disabled={disabled}
      onClick={onPress}
    >
      <Icon aria-hidden size="1.1rem" />
    </button>
  );
}

/** At the end of the list the button that was pressed is disabled: the focus goes to its neighbour. */
function focusAfter(to: number, isUp: boolean, count: number): string {
  if (isUp) return `babak-${to}-${to === 0 ? 'down' : 'up'}`;
  return `babak-${to}-${to === count - 1 ? 'up' : 'down'}`;
}
