/** Later rounds: who advances, in the order in which they come on there, and the ways to choose it (D27). */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { ArrowDownUp, Dices, ListOrdered } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closingOf } from '../../../shared/domain/closed-rounds.ts';
import { advancing, stageOrderOf, stagesJudging } from '../../../shared/domain/running-order.ts';
import { setupOf } from '../../../shared/domain/contest.ts';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import type { Category, Stage } from '../../../shared/domain/setup/contest-file.ts';
import type { CategoryId } from '../../../shared/domain/ids.ts';
import { bestLast } from '../../../shared/ranking/close-round.ts';
import { useContest, useExecute } from '../../contest/hooks.tsx';
import { newSeed } from '../../contest/new-seed.ts';
import { rankingOf } from '../../contest/ranking.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ContestantName } from '../../ui/contestant-name.tsx';
import { Seed } from './draw-dialog.tsx';
import classes from './order.module.css';

type Way = Extract<Command, { type: 'set-stage-order' }>['by'];

/** Rounds that are closed stand above the numbers: they are what comes next. The others stand below. */
export function StageOrders({ scope, closed }: { readonly scope: CategoryId | null; readonly closed: boolean }) {
  const contest = useContest();
  const { categories } = setupOf(contest);
  return categories
    .filter(({ id }) => scope === null || id === scope)
    .flatMap((category) =>
      stagesJudging(contest, category.id)
        .filter(({ id, after }) => after !== undefined && (closingOf(contest, category.id, id) !== null) === closed)
        .map((stage) => <StageOrderPart key={`${category.id}/${stage.id}`} category={category} stage={stage} />),
    );
}

function StageOrderPart({ category, stage }: { readonly category: Category; readonly stage: Stage }) {
  const { t } = useTranslation('order');
  const contest = useContest();
  const execute = useExecute();
  const [asked, setAsked] = useState<'lots' | 'best-last' | null>(null);
  const { categories } = setupOf(contest);
  const name = categories.length > 1 ? `${stage.name} · ${category.name}` : stage.name;
  const heading = (
    <Title order={2} size="h4" mb="xs">
      {t('round.title', { stage: name })}
    </Title>
  );
  if (closingOf(contest, category.id, stage.id) === null) {
    return (
      <section aria-label={t('round.title', { stage: name })}>
        {heading}
        <Text>{t('round.open')}</Text>
      </section>
    );
  }
  const contestants = advancing(contest, category.id, stage.id);
  const chosen = stageOrderOf(contest, category.id, stage.id);
  const choose = (by: Way) => execute({ type: 'set-stage-order', category: category.id, stage: stage.id, by });
  return (
    <section aria-label={t('round.title', { stage: name })}>
      {heading}
      <Stack gap="xs">
        <Text>
          {chosen?.how === 'lots'
            ? t('round.by.lots', { seed: chosen.seed ?? '' })
            : t(`round.by.${chosen?.how ?? 'same'}`)}
        </Text>
        <Group gap="xs">
          <Button
            variant="default"
            disabled={contestants.length < 2}
            leftSection={<Dices aria-hidden size="1.2rem" />}
            onClick={() => setAsked('lots')}
          >
            {t('round.draw')}
          </Button>
          <Button
            variant="default"
            disabled={contestants.length < 2 || (chosen?.how ?? 'same') === 'same'}
            leftSection={<ListOrdered aria-hidden size="1.2rem" />}
            onClick={() => void choose({ how: 'same' })}
          >
            {t('round.same')}
          </Button>
          <Button
            variant="default"
            disabled={contestants.length < 2}
            leftSection={<ArrowDownUp aria-hidden size="1.2rem" />}
            onClick={() => setAsked('best-last')}
          >
            {t('round.bestLast')}
          </Button>
        </Group>
        {contestants.length === 0 ? (
          <Text>{t('round.nobody')}</Text>
        ) : (
          <ol className={classes.sequence}>
            {contestants.map((contestant) => (
              <li key={contestant.id}>
                <ContestantName contestant={contestant} size="row" />
              </li>
            ))}
          </ol>
        )}
      </Stack>
      {asked === 'lots' ? (
        <DrawRound name={name} count={contestants.length} onChoose={choose} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'best-last' ? (
        <ConfirmDialog
          opened
          title={t('round.bestLastTitle', { stage: name })}
          confirmLabel={t('round.bestLast')}
          onCancel={() => setAsked(null)}
          onConfirm={() => {
            const round = rankingOf(contest)
              .totals.get(category.id)
              ?.rounds.find(({ to }) => to.includes(stage.id));
            const order = round === undefined ? [] : [...bestLast(round)];
            void choose({ how: 'best-last', order }).then((isDone) => (isDone ? setAsked(null) : undefined));
          }}
        >
          <Text>{t('round.bestLastText')}</Text>
        </ConfirmDialog>
      ) : null}
    </section>
  );
}

function DrawRound({
  name,
  count,
  onChoose,
  onClose,
}: {
  readonly name: string;
  readonly count: number;
  readonly onChoose: (by: Way) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('order');
  const [seed] = useState(newSeed);
  return (
    <ConfirmDialog
      opened
      title={t('round.drawTitle', { stage: name })}
      confirmLabel={t('drawNow')}
      onCancel={onClose}
      onConfirm={() => void onChoose({ how: 'lots', seed }).then((isDone) => (isDone ? onClose() : undefined))}
    >
      <Stack gap="sm">
        <Text>{t('round.drawText', { count })}</Text>
        <Seed seed={seed} />
      </Stack>
    </ConfirmDialog>
  );
}
