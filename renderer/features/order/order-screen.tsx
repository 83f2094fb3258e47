/**
 * Who performs when: numbers typed or moved, lots drawn with a recorded seed, those who stay away with the reason, and
 * groups that come late. Every step is saved at once.
 */
import { Button, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { Dices, ListOrdered, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { isRanked, type Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { idFrom, type CategoryId } from '../../../shared/domain/ids.ts';
import { performanceOrder } from '../../../shared/domain/contest.ts';
import { useSetup } from '../../contest/hooks.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ContestantDialog } from './contestant-dialog.tsx';
import { DrawDialog } from './draw-dialog.tsx';
import { DrawHistory } from './draw-history.tsx';
import { MoveList } from './move-list.tsx';
import { orderLists } from './numbers.ts';
import { OutsideRow } from './outside-row.tsx';
import classes from './order.module.css';
import { ShowDraw } from './show-draw.tsx';
import { StageOrders } from './stage-orders.tsx';
import { StatusDialog } from './status-dialog.tsx';

type Asked =
  | { readonly type: 'add' }
  | { readonly type: 'draw' }
  | { readonly type: 'edit' | 'status'; readonly contestant: Contestant };

export function OrderScreen() {
  const { t } = useTranslation('order');
  const setup = useSetup();
  const navigate = useNavigate();
  const [chosen, setScope] = useState<CategoryId | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { categories, contestants } = setup;
  const only = categories.length === 1 ? (categories[0]?.id ?? null) : null;
  const scope = only ?? (categories.some(({ id }) => id === chosen) ? chosen : null);
  const inScope = contestants.filter((each) => scope === null || each.category === scope);
  const outside = performanceOrder(inScope.filter((each) => !isRanked(each)));
  const nameOf = (id: CategoryId | null) => categories.find((each) => each.id === id)?.name ?? t('all');
  const close = () => setAsked(null);

  return (
    <>
      <PageTitle title={t('title')} hint={t('hint')} />
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          {categories.length > 1 ? (
            <NativeSelect
              size="md"
              label={t('scope')}
              value={scope ?? ''}
              data={[{ value: '', label: t('all') }, ...categories.map(({ id, name }) => ({ value: id, label: name }))]}
              onChange={(event) => setScope(idFrom.category(event.currentTarget.value) || null)}
            />
          ) : null}
          <Button
            leftSection={<Dices aria-hidden size="1.2rem" />}
            disabled={inScope.filter(isRanked).length < 2}
            onClick={() => setAsked({ type: 'draw' })}
          >
            {t('draw')}
          </Button>
          <ShowDraw scope={scope} />
          <Button
            variant="default"
            leftSection={<UserPlus aria-hidden size="1.2rem" />}
            disabled={categories.length === 0}
            onClick={() => setAsked({ type: 'add' })}
          >
            {t('add')}
          </Button>
          {inScope.length === 0 ? null : (
            <Text size="sm" c="var(--gj-quiet)" flex="1 1 16rem">
              {t('keys')}
            </Text>
          )}
        </Group>
        {inScope.length === 0 ? (
          <EmptyState
            icon={ListOrdered}
            title={t('none')}
            text={categories.length === 0 ? t('noCategory') : t('noneHint')}
            action={<Button onClick={() => void navigate('/impor')}>{t('goImport')}</Button>}
          />
        ) : null}
        <StageOrders scope={scope} closed />
        {orderLists(contestants, categories, scope)
          .filter((list) => list.contestants.length > 0)
          .map((list) => (
            <section key={list.category ?? ''} aria-label={t('list', { name: nameOf(list.category) })}>
              {list.category !== null && scope === null ? (
                <Title order={2} size="h4" mb="xs">
                  {nameOf(list.category)}
                </Title>
              ) : null}
              <MoveList
                list={list.contestants}
                all={contestants}
                categoryOf={list.category === null && categories.length > 1 ? nameOf : null}
                onEdit={(contestant) => setAsked({ type: 'edit', contestant })}
                onStatus={(contestant) => setAsked({ type: 'status', contestant })}
              />
            </section>
          ))}
        {outside.length === 0 ? null : (
          <section aria-labelledby="tidak-tampil">
            <Title order={2} size="h4" mb="xs" id="tidak-tampil">
              {t('notPerforming')}
            </Title>
            <ul className={classes.list}>
              {outside.map((contestant) => (
                <OutsideRow
                  key={contestant.id}
                  contestant={contestant}
                  onEdit={() => setAsked({ type: 'edit', contestant })}
                  onStatus={() => setAsked({ type: 'status', contestant })}
                />
              ))}
            </ul>
          </section>
        )}
        <StageOrders scope={scope} closed={false} />
        <DrawHistory nameOf={nameOf} />
      </Stack>
      {asked?.type === 'draw' ? <DrawDialog scope={scope} scopeName={nameOf(scope)} onClose={close} /> : null}
      {asked?.type === 'add' ? <ContestantDialog contestant={null} category={scope} onClose={close} /> : null}
      {asked?.type === 'edit' ? (
        <ContestantDialog contestant={asked.contestant} category={asked.contestant.category} onClose={close} />
      ) : null}
      {asked?.type === 'status' ? <StatusDialog contestant={asked.contestant} onClose={close} /> : null}
    </>
  );
}
