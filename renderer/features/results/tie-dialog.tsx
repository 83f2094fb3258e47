/** Records how a tie is decided: an order by buttons, a lot that is drawn and recorded in one, or joint winners. */
import { ActionIcon, List, Text } from '@mantine/core';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContestantId, ContestFile, Decision } from '../../../shared/domain/contest-file.ts';
import { drawLots } from '../../../shared/domain/lots.ts';
import { limits } from '../../../shared/limits.ts';
import { placeNames, placesLabel } from '../../../shared/ranking/place-names.ts';
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
  onClose,
}: {
  readonly file: ContestFile;
  readonly category: string;
  readonly way: TieWay;
  /** Exactly those whom the decision names. */
  readonly group: readonly ContestantId[];
  /** More than those who share the awarded place. */
  readonly isWider: boolean;
  /** Of the awarded ones, the best first. */
  readonly places: readonly number[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('results');
  const execute = useExecute();
  const [order, setOrder] = useState(group);
  const [isBusy, setBusy] = useState(false);
  const names = placeNames(file, category);
  useReturnFocus();

  function decision(reason: string): Decision {
    switch (way) {
      case 'chair':
        return { kind: 'chair', category, order: [...order], reason };
      case 'joint':
        return { kind: 'joint', category, contestants: [...group], reason };
      case 'draw': {
        const seed = randomSeed();
        const told = t('tie.drawReason', { reason, seed });
        return {
          kind: 'draw',
          category,
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
      title={t(`tie.${way}Title`)}
      confirmLabel={t(`tie.${way}Save`, { best: nameOnly(order[0]) })}
      busy={isBusy}
      onCancel={onClose}
      onConfirm={(reason) => void record(reason)}
    >
      <Text>
        {t(`tie.${way}Text`, { place: placesLabel(names, places.slice(0, 1)) })}
        {way === 'joint' && places.length > 1
          ? ` ${t('tie.jointSkipped', { places: placesLabel(names, places.slice(1)) })}`
          : null}
      </Text>
      {isWider && way !== 'joint' ? <Text>{t('tie.wider')}</Text> : null}
      {way === 'chair' ? (
        <OrderChoice file={file} order={order} onChange={setOrder} />
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

function OrderChoice({
  file,
  order,
  onChange,
}: {
  readonly file: ContestFile;
  readonly order: readonly ContestantId[];
  readonly onChange: (order: readonly ContestantId[]) => void;
}) {
  const { t } = useTranslation('results');

  function move(from: number, by: 1 | -1): void {
    const moved = [...order];
    const [id] = moved.splice(from, 1);
    if (id === undefined) return;
    moved.splice(from + by, 0, id);
    onChange(moved);
  }

  return (
    <ol className={classes.order}>
      {order.map((id, index) => {
        const contestant = file.contestants.find((each) => each.id === id);
        const name = contestantName(file, id);
        return (
          <li key={id}>
            <strong>{t('tie.position', { position: index + 1 })}</strong>
            {contestant === undefined ? null : <ContestantName contestant={contestant} />}
            <span className={classes.orderButtons}>
              <ActionIcon
                size="xl"
                variant="default"
                aria-label={t('tie.up', { contestant: name })}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              >
                <ArrowUp aria-hidden />
              </ActionIcon>
              <ActionIcon
                size="xl"
                variant="default"
                aria-label={t('tie.down', { contestant: name })}
                disabled={index === order.length - 1}
                onClick={() => move(index, 1)}
              >
                <ArrowDown aria-hidden />
              </ActionIcon>
            </span>
          </li>
        );
      })}
    </ol>
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
