/** Records how a tie is decided: an order that begins empty, a lot that is drawn and recorded in one, or joint winners. */
import { Button, List, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestFile, Decision } from '../../../shared/domain/setup/contest-file.ts';
import type { CategoryId, ContestantId, StageId } from '../../../shared/domain/ids.ts';
import { drawLots } from '../../../shared/domain/facts/lots.ts';
import { limits } from '../../../shared/limits.ts';
import { placeNames } from '../../../shared/ranking/place-names.ts';
import { placesLabel } from '../../../shared/say/place-names.ts';
import { words } from '../../messages/words.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import { contestantName } from './names.ts';
import classes from './results.module.css';

export type TieWay = Decision['kind'];

export function TieDialog({
  file,
  category,
  way,
  group,
  isWider,
  places,
  cutTo,
  onClose,
}: {
  readonly file: ContestFile;
  readonly category: CategoryId;
  readonly way: TieWay;
  /** Exactly those whom the decision names. */
  readonly group: readonly ContestantId[];
  /** More than those who share the awarded place. */
  readonly isWider: boolean;
  /** Of the awarded ones, the best first. */
  readonly places: readonly number[];
  /** At a cut: the stage that it leads to. */
  readonly cutTo: StageId | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('results');
  const execute = useExecute();
  // Nothing is proposed: an order that stands there already would be recorded by whoever types a reason only.
  const [order, setOrder] = useState<readonly ContestantId[]>([]);
  const [isBusy, setBusy] = useState(false);
  const unplaced = group.length - order.length;
  const chair = file.jurors.find((juror) => juror.chair === true);
  const names = placeNames(file, category);
  const about = cutTo === undefined ? {} : { stage: cutTo };
  const isAllAdvance = way === 'joint' && cutTo !== undefined;
  useReturnFocus();

  function decision(reason: string): Decision {
    switch (way) {
      case 'chair':
        return { kind: 'chair', category, ...about, order: [...order], reason };
      case 'joint':
        return { kind: 'joint', category, ...about, contestants: [...group], reason };
      case 'draw': {
        const seed = randomSeed();
        const told = t('tie.drawReason', { reason, seed });
        return {
          kind: 'draw',
          category,
          ...about,
          order: drawOrder(file, group, seed),
          reason: told.length > limits.reasonLength ? told.slice(-limits.reasonLength) : told,
        };
      }
    }
  }

  /** On the button stands who comes out best, so that nobody records an order that was only proposed. */
  function nameOnly(id: ContestantId | undefined): string {
    return file.contestants.find((each) => each.id === id)?.name ?? '';
  }

  async function record(reason: string): Promise<void> {
    setBusy(true);
    const isDone = await execute({ type: 'record-decision', decision: decision(reason) });
    setBusy(false);
    if (isDone) onClose();
  }

  return (
    <ReasonDialog
      opened
      title={isAllAdvance ? t('tie.allAdvance') : t(`tie.${way}Title`)}
      confirmLabel={
        isAllAdvance
          ? t('tie.allAdvance')
          : way === 'chair' && order.length === 0
            ? t('tie.chairOpen')
            : t(`tie.${way}Save`, { best: nameOnly(order[0]) })
      }
      busy={isBusy}
      open={way === 'chair' && unplaced > 0 ? t('tie.unfinished', { count: unplaced }) : null}
      onCancel={onClose}
      onConfirm={(reason) => void record(reason)}
    >
      <Text>
        {isAllAdvance
          ? t('tie.allAdvanceText')
          : t(`tie.${way}Text`, { place: placesLabel(words.places, names, places.slice(0, 1)) })}
        {way === 'joint' && places.length > 1
          ? ` ${t('tie.jointSkipped', { places: placesLabel(words.places, names, places.slice(1)) })}`
          : null}
      </Text>
      {isWider && way !== 'joint' ? <Text>{t('tie.wider')}</Text> : null}
      {way === 'chair' ? (
        <>
          {chair === undefined ? null : <Text>{t('tie.chairBy', { chair: chair.name })}</Text>}
          <OrderChoice file={file} group={group} order={order} onChange={setOrder} />
        </>
      ) : (
        <List listStyleType="none">
          {group.map((id) => (
            <List.Item key={id}>{contestantName(file, id)}</List.Item>
          ))}
        </List>
      )}
    </ReasonDialog>
  );
}

/** Whom the chair has placed, and the others to choose the next from; a press on the wrong one is taken back. */
function OrderChoice({
  file,
  group,
  order,
  onChange,
}: {
  readonly file: ContestFile;
  readonly group: readonly ContestantId[];
  readonly order: readonly ContestantId[];
  readonly onChange: (order: readonly ContestantId[]) => void;
}) {
  const { t } = useTranslation('results');
  const box = useRef<HTMLDivElement>(null);
  const free = group.filter((id) => !order.includes(id));
  // The button that was pressed is gone: the keyboard goes on at the next one to choose.
  useEffect(() => {
    if (order.length > 0) box.current?.querySelector<HTMLButtonElement>('button')?.focus();
  }, [order.length]);
  const contestant = (id: ContestantId) => file.contestants.find((each) => each.id === id);

  return (
    <Stack gap="xs" ref={box}>
      {order.length === 0 ? null : (
        <ol className={classes.order} aria-label={t('tie.order')}>
          {order.map((id, index) => {
            const placed = contestant(id);
            return (
              <li key={id}>
                <strong>{t('tie.position', { position: index + 1 })}</strong>
                {placed === undefined ? null : <ContestantName contestant={placed} />}
              </li>
            );
          })}
        </ol>
      )}
      {free.length === 0 ? null : (
        <ul className={classes.order} aria-label={t('tie.unplaced')}>
          {free.map((id) => {
            const open = contestant(id);
            return (
              <li key={id}>
                {open === undefined ? null : <ContestantName contestant={open} />}
                <Button
                  size="sm"
                  variant="default"
                  className={classes.orderButtons}
                  aria-label={t('tie.choose', { position: order.length + 1, contestant: contestantName(file, id) })}
                  onClick={() => onChange([...order, id])}
                >
                  {t('tie.position', { position: order.length + 1 })}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
      {order.length === 0 ? null : (
        <Button size="sm" variant="subtle" onClick={() => onChange([])}>
          {t('tie.restart')}
        </Button>
      )}
    </Stack>
  );
}

/** The same drawing as for the performance order: the recorded seed gives it again. */
function drawOrder(file: ContestFile, group: readonly ContestantId[], seed: string): ContestantId[] {
  const contestants = file.contestants.filter(({ id }) => group.includes(id));
  return drawLots(contestants, null, seed).map(({ contestant }) => contestant);
}

function randomSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
