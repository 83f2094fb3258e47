/** How a result is made of scores: method, rounding, places, and the chain that separates equal results. */
import { isPlaceBased, methods, roundingStages } from '../../../shared/domain/methods.ts';
import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { Plus, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusedRounding } from '../../../shared/domain/setup/contest-check-rules.ts';
import { sayTieStepText } from '../../../shared/say/tie-steps.ts';
import { useContest } from '../../contest/hooks.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { words } from '../../messages/words.ts';
import type { Draft } from './draft.ts';
import { moved, possibleSteps } from './draft-change.ts';
import { ItemButtons } from './item-buttons.tsx';
import { Editing, PartProblem, SelectField, TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';

export function RulesPart() {
  const { t } = useTranslation('setup');
  const { draft } = useSetupForm();
  return (
    <Stack>
      <LostPanels />
      <div className={`${classes.card} ${classes.fields}`}>
        <SelectField
          name="rules.method"
          label={t('rules.method')}
          data={methods.map((value) => ({ value, label: t(`rules.methods.${value}`) }))}
        />
        <SelectField
          name="rules.applyAt"
          label={t('rules.applyAt')}
          data={(['sheet', 'criterion'] as const).map((value) => ({ value, label: t(`rules.applyAts.${value}`) }))}
        />
        {draft.rules.method === 'trimmed-mean' ? (
          <TextField name="rules.drop" label={t('rules.drop')} inputMode="numeric" />
        ) : null}
        <SelectField
          name="rules.weighting"
          label={t('rules.weighting')}
          data={(['percent', 'factor'] as const).map((value) => ({ value, label: t(`rules.weightings.${value}`) }))}
        />
        <TextField name="rules.places" label={t('rules.places')} inputMode="numeric" />
        <TextField name="rules.minimum" label={t('rules.minimum')} inputMode="decimal" />
      </div>
      <TieBreak />
      <Rounding />
      <Official />
    </Stack>
  );
}

/** What makes the result official is agreed beforehand, but freezes with no score. */
function Official() {
  const { t } = useTranslation('setup');
  const { form } = useSetupForm();
  return (
    <section className={classes.card} aria-labelledby="resmi">
      <Title order={2} size="h4" id="resmi">
        {t('rules.official')}
      </Title>
      <Stack mt="xs">
        <Checkbox
          size="md"
          id="atur-contest-sealing"
          label={t('rules.sealing')}
          description={t('rules.sealingHint')}
          {...form.register('contest.sealing')}
        />
        <Checkbox
          size="md"
          id="atur-contest-objections"
          label={t('rules.objections')}
          description={t('rules.objectionsHint')}
          {...form.register('contest.objections')}
        />
      </Stack>
    </section>
  );
}

function TieBreak() {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const [chosen, setChosen] = useState('');
  const { tieBreak } = draft.rules;
  const free = possibleSteps(draft).filter((step) => !tieBreak.includes(step));
  const put = (next: string[], focus: string) =>
    change((before) => ({ ...before, rules: { ...before.rules, tieBreak: next } }), focus);
  const text = useStepText();
  return (
    <section className={classes.card} aria-labelledby="penentu">
      <Title order={2} size="h4" id="penentu">
        {t('rules.ties')}
      </Title>
      <p className={classes.quiet}>{tieBreak.length === 0 ? t('rules.noTies') : t('rules.tiesHint')}</p>
      <ol className={classes.cards} style={{ gap: '0.4rem', marginTop: '0.5rem' }} aria-labelledby="penentu">
        {tieBreak.map((step, index) => (
          <li key={step} className={classes.step}>
            <span>
              {index + 1}. {text(step)}
              <PartProblem path={`/rules/tieBreak/${index}`} />
            </span>
            <ItemButtons
              id="penentu"
              index={index}
              count={tieBreak.length}
              name={text(step)}
              onMove={(to, focus) => put(moved(tieBreak, index, to), focus)}
              onRemove={(focus) => put(tieBreak.toSpliced(index, 1), focus)}
            />
          </li>
        ))}
      </ol>
      <Editing>
        <Group align="flex-end" mt="sm">
          <NativeSelect
            id="penentu-tambah"
            size="md"
            label={t('rules.addStep')}
            value={chosen}
            data={[
              { value: '', label: t('rules.chooseStep') },
              ...free.map((step) => ({ value: step, label: text(step) })),
            ]}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            variant="default"
            disabled={chosen === ''}
            onClick={() => put([...tieBreak, chosen], 'penentu-tambah')}
          >
            {t('rules.add')}
          </Button>
        </Group>
      </Editing>
    </section>
  );
}

/** A step as a person reads it. */
function useStepText(): (step: string) => string {
  const { draft } = useSetupForm();
  return (text) => sayTieStepText(words.tieSteps, draft, text, 'offered');
}

/** Categories whose places nobody can give any more as the rules are saved, whatever is still scored. */
function LostPanels() {
  const { t } = useTranslation('setup');
  const { file, answer } = rankingOf(useContest());
  if (!isPlaceBased(file.rules.method)) return null;
  const lost = answer.categories.filter(({ blocked }) => blocked?.some(({ reason }) => reason === 'no-panel') === true);
  if (lost.length === 0) return null;
  const names = lost.map(({ category }) => file.categories.find(({ id }) => id === category)?.name ?? category);
  return (
    <Alert color="red" icon={<ShieldAlert aria-hidden />}>
      {t('rules.lostPanel', { categories: names.join(', ') })}
    </Alert>
  );
}

function Rounding() {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const { rounding } = draft.rules;
  const put = (next: Draft['rules']['rounding'], focus: string) =>
    change((before) => ({ ...before, rules: { ...before.rules, rounding: next } }), focus);
  const free = roundingStages.find(
    (at) => !rounding.some((each) => each.at === at) && refusedRounding(draft.rules, at) === null,
  );
  return (
    <section className={classes.card} aria-labelledby="pembulatan-judul">
      <Title order={2} size="h4" id="pembulatan-judul">
        {t('rules.rounding')}
      </Title>
      {rounding.length === 0 ? <p className={classes.quiet}>{t('rules.noRounding')}</p> : null}
      {rounding.map(({ at }, index) => (
        <Group key={at} align="flex-end" gap="sm" mb="xs">
          <SelectField
            name={`rules.rounding.${index}.at`}
            label={t('rules.roundingAt')}
            data={roundingStages.map((value) => ({ value, label: t(`rules.roundingAts.${value}`) }))}
          />
          <TextField name={`rules.rounding.${index}.decimals`} label={t('rules.decimals')} inputMode="numeric" />
          <ItemButtons
            id="pembulatan"
            index={index}
            count={rounding.length}
            name={t('rules.roundingItem', { number: index + 1 })}
            onRemove={(focus) => put(rounding.toSpliced(index, 1), focus)}
          />
        </Group>
      ))}
      <Editing>
        <Button
          mt="xs"
          id="pembulatan-tambah"
          variant="default"
          leftSection={<Plus aria-hidden size="1.1rem" />}
          disabled={free === undefined}
          onClick={() =>
            free === undefined
              ? undefined
              : put([...rounding, { at: free, decimals: '2' }], `atur-rules-rounding-${rounding.length}-at`)
          }
        >
          {t('rules.addRounding')}
        </Button>
      </Editing>
    </section>
  );
}
