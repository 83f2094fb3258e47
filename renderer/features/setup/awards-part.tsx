/**
 * Awards beside Juara I to III: further places (Harapan), lists by a vote of their own (Favorit), counted ballots, the best by one criterion or by a
 * sum of several, the unit with the most points (juara umum), and bands by score. They may be changed after the first score: a
 * vote is known on the day only.
 */
import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { performanceOrder } from '../../../shared/domain/contest.ts';
import { placesAward } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { useSetup } from '../../contest/hooks.tsx';
import { EmptyLine } from '../../ui/empty-state.tsx';
import { contestantText } from '../../ui/contestant-name.tsx';
import type { AwardDraft } from './draft.ts';
import { moved, newAward, withAward, withoutAward } from './draft-change.ts';
import { ItemButtons } from './item-buttons.tsx';
import { PartProblem, SelectField, TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';
import { SomeOf } from './some-of.tsx';
import { Tally } from './tally.tsx';

const kinds = ['places', 'list', 'ballots', 'criterion', 'composite', 'units', 'band'] as const;

type NewKind = (typeof kinds)[number];

interface CardProperties {
  readonly award: AwardDraft;
  readonly index: number;
}

export function AwardsPart() {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const { awards } = draft;

  function add(kind: NewKind): void {
    const names = { award: t(`awards.kind.${kind}.proposal`), bands: t('awards.bands').split('; ') };
    change(
      (before) => ({ ...before, awards: [...before.awards, newAward(before, kind, names)] }),
      `atur-awards-${awards.length}-name`,
    );
  }

  return (
    <Stack>
      <p className={classes.quiet}>{t('awards.hint', { places: draft.rules.places })}</p>
      {awards.length === 0 ? <EmptyLine text={t('awards.none')} /> : null}
      <ul className={classes.cards}>
        {awards.map((award, index) => (
          <li key={award.id} className={classes.card}>
            <AwardCard award={award} index={index} />
          </li>
        ))}
      </ul>
      <Group gap="sm">
        {kinds.map((kind, at) => (
          <Button
            key={kind}
            {...(at === 0 ? { id: 'penghargaan-tambah' } : {})}
            variant="default"
            leftSection={<Plus aria-hidden size="1.1rem" />}
            onClick={() => add(kind)}
          >
            {t(`awards.kind.${kind}.add`)}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function AwardCard({ award, index }: CardProperties) {
  const { t } = useTranslation('setup');
  const { form, draft, change, problems } = useSetupForm();
  const at = `awards.${index}` as const;
  return (
    <Stack gap="sm">
      <div className={classes.head}>
        <span className={classes.headTitle}>{t(`awards.kind.${award.kind}.title`)}</span>
        <ItemButtons
          id="penghargaan"
          index={index}
          count={draft.awards.length}
          name={award.name}
          onMove={(to, focus) => change((before) => ({ ...before, awards: moved(before.awards, index, to) }), focus)}
          onRemove={(focus) => change((before) => withoutAward(before, index), focus)}
        />
      </div>
      <div className={classes.fields}>
        <TextField name={`${at}.name`} label={t('awards.name')} maxLength={limits.nameLength} />
        <KindFields award={award} index={index} />
        {award.kind === 'places' || award.kind === 'units' || award.kind === 'band' ? null : <Giving index={index} />}
      </div>
      <PartProblem path={`/awards/${index}`} />
      <PartProblem path={`/awards/${index}/kind`} />
      {award.kind === 'list' ? <ContestantList award={award} index={index} /> : null}
      {award.kind === 'ballots' ? <Tally award={award.id} /> : null}
      {award.kind === 'composite' ? <Composite award={award} index={index} /> : null}
      {award.kind === 'band' ? <Bands award={award} index={index} /> : null}
      {award.kind === 'places' || award.kind === 'units' ? null : <Excludes award={award} index={index} />}
      {draft.categories.length < 2 ? null : (
        <SomeOf
          label={t('awards.categories')}
          allLabel={t('awards.everyCategory')}
          choices={draft.categories}
          value={award.categories}
          problem={problems.get(`/awards/${index}/categories`)}
          onChange={(value) => form.setValue(`awards.${index}.categories`, value, { shouldDirty: true })}
        />
      )}
    </Stack>
  );
}

/** How an award is given: in order or as nominations, and over how much of the contest. */
function Giving({ index }: Pick<CardProperties, 'index'>) {
  const { t } = useTranslation('setup');
  const { draft } = useSetupForm();
  const isOnly = draft.categories.length < 2 && draft.awards[index]?.scope !== 'contest';
  return (
    <>
      <SelectField
        name={`awards.${index}.ordered`}
        label={t('awards.ordered')}
        data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`awards.orders.${value}`) }))}
      />
      {isOnly ? null : (
        <SelectField
          name={`awards.${index}.scope`}
          label={t('awards.scope')}
          data={(['category', 'contest'] as const).map((value) => ({ value, label: t(`awards.scopes.${value}`) }))}
        />
      )}
    </>
  );
}

function KindFields({ award: { kind }, index }: CardProperties) {
  const { t } = useTranslation('setup');
  const { draft } = useSetupForm();
  const at = `awards.${index}` as const;
  const criteria = draft.rubrics.flatMap((rubric) => rubric.criteria);
  switch (kind) {
    case 'places':
      return (
        <>
          <TextField
            name={`${at}.from`}
            label={t('awards.from')}
            description={t('awards.fromHint')}
            inputMode="numeric"
          />
          <TextField name={`${at}.count`} label={t('awards.count')} inputMode="numeric" />
        </>
      );
    case 'criterion':
      return (
        <>
          <SelectField
            name={`${at}.criterion`}
            label={t('awards.criterion')}
            data={criteria.map(({ id, name }) => ({ value: id, label: name || t('unnamed') }))}
          />
          <TextField name={`${at}.count`} label={t('awards.count')} inputMode="numeric" />
        </>
      );
    case 'units':
      return (
        <>
          <TextField name={`${at}.points`} label={t('awards.points')} description={t('awards.pointsHint')} />
          <TextField name={`${at}.count`} label={t('awards.count')} inputMode="numeric" />
        </>
      );
    case 'composite':
    case 'ballots':
      return <TextField name={`${at}.count`} label={t('awards.count')} inputMode="numeric" />;
    case 'list':
    case 'band':
      return null;
  }
}

/** Who holds a chosen one of these cannot get this award: the places, and the awards that stand before it. */
function Excludes({ award, index }: CardProperties) {
  const { t } = useTranslation('setup');
  const { draft, form, problems } = useSetupForm();
  const choices = [
    { id: placesAward, name: t('awards.excludePlaces', { places: draft.rules.places }) },
    ...draft.awards.slice(0, index).map(({ id, name }) => ({ id, name: name || t('unnamed') })),
  ];
  const at = `awards.${index}.excludes` as const;
  const problem = award.excludes.map((_, place) => problems.get(`/awards/${index}/excludes/${place}`)).find(Boolean);
  return (
    <Checkbox.Group
      label={t('awards.excludes')}
      description={t('awards.excludesHint')}
      value={award.excludes}
      error={problem}
      onChange={(excludes) => form.setValue(at, excludes, { shouldDirty: true })}
    >
      <Group gap="md" mt="xs">
        {choices.map(({ id, name }) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** The chosen criteria of a composite, each with its weight in this award. */
function Composite({ award, index }: CardProperties) {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const criteria = draft.rubrics.flatMap((rubric) => rubric.criteria);
  const put = (next: AwardDraft['criteria'], focus: string) =>
    change((before) => withAward(before, index, (each) => ({ ...each, criteria: next })), focus);
  const free = criteria.find(({ id }) => award.criteria.every(({ criterion }) => criterion !== id));
  const nameOf = (id: string) => criteria.find((one) => one.id === id)?.name ?? id;
  return (
    <div>
      {award.criteria.map(({ criterion }, place) => (
        <div key={criterion} className={classes.level}>
          <SelectField
            name={`awards.${index}.criteria.${place}.criterion`}
            label={t('awards.compositeCriterion')}
            data={criteria.map(({ id, name }) => ({ value: id, label: name || t('unnamed') }))}
          />
          <TextField
            name={`awards.${index}.criteria.${place}.weight`}
            label={t('awards.compositeWeight')}
            inputMode="decimal"
          />
          <ItemButtons
            id={`gabungan-${index}`}
            index={place}
            count={award.criteria.length}
            name={nameOf(criterion)}
            removable={award.criteria.length > 1}
            onRemove={(focus) => put(award.criteria.toSpliced(place, 1), focus)}
          />
        </div>
      ))}
      <Button
        id={`gabungan-${index}-tambah`}
        mt="xs"
        size="sm"
        variant="default"
        disabled={free === undefined}
        leftSection={<Plus aria-hidden size="1.1rem" />}
        onClick={() => {
          if (free === undefined) return;
          put(
            [...award.criteria, { criterion: free.id, weight: '' }],
            `atur-awards-${index}-criteria-${award.criteria.length}-weight`,
          );
        }}
      >
        {t('awards.addCriterion')}
      </Button>
    </div>
  );
}

/** Whom the vote named, the best first. */
function ContestantList({ award, index }: CardProperties) {
  const { t } = useTranslation('setup');
  const { change } = useSetupForm();
  const { contestants } = useSetup();
  const [chosen, setChosen] = useState('');
  const free = performanceOrder(contestants).filter(
    ({ id, category }) => !award.contestants.includes(id) && (award.categories?.includes(category) ?? true),
  );
  const put = (next: string[], focus: string) =>
    change((before) => withAward(before, index, (each) => ({ ...each, contestants: next })), focus);
  const nameOf = (id: string) => {
    const contestant = contestants.find((each) => each.id === id);
    return contestant === undefined ? id : contestantText(contestant);
  };
  const add = `penerima-${index}-tambah`;
  return (
    <div>
      <ol
        className={classes.cards}
        style={{ gap: '0.4rem' }}
        aria-label={t(award.ordered === 'yes' ? 'awards.contestants' : 'awards.nominated')}
      >
        {award.contestants.map((id, place) => (
          <li key={id} className={classes.step}>
            <span>
              {award.ordered === 'yes' ? `${place + 1}. ` : ''}
              {nameOf(id)}
              <PartProblem path={`/awards/${index}/contestants/${place}`} />
            </span>
            <ItemButtons
              id={`penerima-${index}`}
              index={place}
              count={award.contestants.length}
              name={nameOf(id)}
              onMove={(to, focus) => put(moved(award.contestants, place, to), focus)}
              onRemove={(focus) => put(award.contestants.toSpliced(place, 1), focus)}
            />
          </li>
        ))}
      </ol>
      <Group align="flex-end" mt="sm">
        <NativeSelect
          id={add}
          size="md"
          label={t('awards.addContestant')}
          value={chosen}
          data={[
            { value: '', label: t('awards.chooseContestant') },
            ...free.map((each) => ({ value: each.id, label: contestantText(each) })),
          ]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <Button variant="default" disabled={chosen === ''} onClick={() => put([...award.contestants, chosen], add)}>
          {t('rules.add')}
        </Button>
      </Group>
    </div>
  );
}

function Bands({ award, index }: CardProperties) {
  const { t } = useTranslation('setup');
  const { change } = useSetupForm();
  const put = (bands: AwardDraft['bands'], focus: string) =>
    change((before) => withAward(before, index, (each) => ({ ...each, bands })), focus);
  return (
    <div>
      {award.bands.map((band, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts are drawn anew whenever the list changes
        <div key={place} className={classes.level}>
          <TextField name={`awards.${index}.bands.${place}.min`} label={t('awards.bandMin')} inputMode="decimal" />
          <TextField
            name={`awards.${index}.bands.${place}.name`}
            label={t('awards.bandName')}
            maxLength={limits.nameLength}
          />
          <ItemButtons
            id={`golongan-${index}`}
            index={place}
            count={award.bands.length}
            name={band.name}
            removable={award.bands.length > 1}
            onRemove={(focus) => put(award.bands.toSpliced(place, 1), focus)}
          />
        </div>
      ))}
      <Button
        id={`golongan-${index}-tambah`}
        mt="xs"
        size="sm"
        variant="default"
        leftSection={<Plus aria-hidden size="1.1rem" />}
        onClick={() =>
          put([...award.bands, { name: '', min: '' }], `atur-awards-${index}-bands-${award.bands.length}-min`)
        }
      >
        {t('awards.addBand')}
      </Button>
    </div>
  );
}
