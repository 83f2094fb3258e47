/**
 * What is agreed before scoring, in six parts and one save. The draft is checked as it is typed by the schema and the
 * checks that `decide` uses; saving is one command with the parts that changed. Frozen parts are shown, not changed.
 */
import { toNestErrors } from '@hookform/resolvers';
import { Alert, Button, Tabs } from '@mantine/core';
import { CircleAlert, CircleCheck, Lock, Pencil } from 'lucide-react';
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, useWatch, type Resolver, type ResolverResult } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Command } from '../../../shared/domain/facts/commands.ts';
import { isFrozen } from '../../../shared/domain/standing.ts';
import type { ContestSetup } from '../../../shared/domain/setup/contest-file.ts';
import { useContest, useExecute, useSetup } from '../../contest/hooks.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { useUnsaved } from '../../ui/leave-guard.tsx';
import { useLanguage, useOtherLanguage } from '../../messages/language.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { AwardsPart } from './awards-part.tsx';
import { CategoriesPart } from './categories-part.tsx';
import { ContestPart } from './contest-part.tsx';
import { checkDraft, draftOf, inOtherLanguage, type Draft } from './draft.ts';
import { JurorsPart } from './jurors-part.tsx';
import { RubricsPart } from './rubrics-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { fieldId, SetupFormProvider } from './setup-form.tsx';
import classes from './setup.module.css';
import { StagesPart } from './stages-part.tsx';

const parts = [
  { name: 'contest', View: memo(ContestPart), freezes: false },
  { name: 'categories', View: memo(CategoriesPart), freezes: false },
  { name: 'stages', View: memo(StagesPart), freezes: true },
  { name: 'rubrics', View: memo(RubricsPart), freezes: true },
  { name: 'jurors', View: memo(JurorsPart), freezes: false },
  { name: 'rules', View: memo(RulesPart), freezes: true },
  { name: 'awards', View: memo(AwardsPart), freezes: false },
] as const;
type PartName = (typeof parts)[number]['name'];

export function SetupScreen() {
  const { t } = useTranslation('setup');
  const setup = useSetup();
  const frozen = isFrozen(useContest());
  const execute = useExecute();
  const [part, setPart] = usePart();
  const [rubric, showRubric] = useState<string | null>(null);
  const [unfolded] = useState(() => new Set<string>());
  const [asked, setAsked] = useState<readonly PartName[]>([]);
  const { form, draft, version, resets, isDirty, change, saved } = useDraft(setup);
  const deferred = useDeferredValue(draft);
  const problems = useProblems(deferred, setup.contestants);
  useUnsaved('setup', isDirty ? t('unsaved') : null);
  const wrong = parts.map(({ name }) => name).filter((name) => partsWithProblems(problems).has(name));

  /** Of the field that gets the focus as soon as its part stands: the address leads there, which takes a moment. */
  const hindering = useRef<string | null>(null);
  useEffect(() => {
    const field = hindering.current === null ? null : document.getElementById(hindering.current);
    if (field === null) return;
    field.focus();
    hindering.current = null;
  });

  async function save(values: Draft): Promise<void> {
    const { setup: next } = checkDraft(values, setup.contestants);
    if (next === null) return refuse();
    const isSaved = await execute(changeCommand(setup, next, frozen));
    if (!isSaved) return;
    saved(draftOf(next));
    setAsked([]);
  }

  function refuse(): void {
    const values = form.getValues();
    const { problems: all } = checkDraft(values, setup.contestants);
    const found = partsWithProblems(all);
    const named = parts.map(({ name }) => name).filter((name) => found.has(name));
    setAsked(named);
    const [first] = named;
    const shown = named.includes(part) ? part : first;
    if (shown === undefined) return;
    setPart(shown);
    const path = [...all.keys()].find((each) => each.startsWith(`/${shown}/`));
    if (path === undefined) return;
    const [, list, index] = path.split('/');
    const wrongRubric = list === 'rubrics' ? values.rubrics[Number(index)]?.id : undefined;
    if (wrongRubric !== undefined) showRubric(wrongRubric);
    hindering.current = fieldId(path.slice(1).replaceAll('/', '.'));
  }

  const open = useMemo(
    () => ({ form, draft, resets, problems, frozen, locked: false, change, rubric, showRubric, unfolded }),
    [form, draft, resets, problems, frozen, change, rubric, unfolded],
  );
  const locked = useMemo(() => ({ ...open, locked: true }), [open]);

  return (
    <form onSubmit={(event) => void form.handleSubmit(save, refuse)(event)} noValidate>
      <PageTitle title={t('title')} hint={t('hint')} />
      {frozen ? (
        <Alert color="gold" icon={<Lock aria-hidden />} mb="md" role="note">
          {t('frozen')}
        </Alert>
      ) : null}
      <>
        <Tabs
          value={part}
          onChange={(name) => setPart(parts.find((each) => each.name === name)?.name ?? 'contest')}
          keepMounted={false}
        >
          <Tabs.List mb="md" aria-label={t('parts')}>
            {parts.map(({ name, freezes }) => (
              <Tabs.Tab
                key={name}
                value={name}
                aria-label={wrong.includes(name) ? t('hasProblems', { part: t(`part.${name}`) }) : undefined}
                leftSection={
                  wrong.includes(name) ? (
                    <CircleAlert aria-hidden size="1.1rem" color="var(--gj-danger)" />
                  ) : freezes && frozen ? (
                    <Lock aria-hidden size="1rem" />
                  ) : undefined
                }
              >
                {t(`part.${name}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {parts.map(({ name, View, freezes }) => (
            <Tabs.Panel key={name} value={name}>
              <SetupFormProvider value={freezes && frozen ? locked : open}>
                <div className={freezes && frozen ? classes.locked : undefined}>
                  <View key={version} />
                </div>
              </SetupFormProvider>
            </Tabs.Panel>
          ))}
        </Tabs>
        {asked.length > 0 && wrong.length > 0 ? (
          <Alert color="red" icon={<CircleAlert aria-hidden />} mt="md" role="alert">
            {t('problemsIn', { parts: wrong.map((name) => t(`part.${name}`)).join(', ') })}
          </Alert>
        ) : null}
      </>
      <div className={classes.bar}>
        <Button type="submit" size="lg" disabled={!isDirty} loading={form.formState.isSubmitting}>
          {t('save')}
        </Button>
        <Button size="lg" variant="default" disabled={!isDirty} onClick={() => change(() => draftOf(setup))}>
          {t('revert')}
        </Button>
        <SaveState isDirty={isDirty} problems={problems.size} />
        {isDirty ? null : (
          <div className={classes.next}>
            <NextStep />
          </div>
        )}
      </div>
    </form>
  );
}

function SaveState({ isDirty, problems }: { readonly isDirty: boolean; readonly problems: number }) {
  const { t } = useTranslation('setup');
  const Icon = problems > 0 ? CircleAlert : isDirty ? Pencil : CircleCheck;
  const text = problems > 0 ? t('problems', { count: problems }) : isDirty ? t('changed') : t('saved');
  return (
    <output className={classes.headTitle}>
      <Icon aria-hidden size="1.1em" /> {text}
    </output>
  );
}

/** Which part is shown stands in the address, so that other screens lead to it. */
function usePart(): [PartName, (part: PartName) => void] {
  const [address, setAddress] = useSearchParams();
  const part = parts.find(({ name }) => name === address.get('bagian'))?.name ?? 'contest';
  return [part, (name) => setAddress({ bagian: name }, { replace: true })];
}

function useDraft(setup: ContestSetup) {
  const [first] = useState(() => draftOf(setup));
  /** What the form compares with. */
  const kept = useRef(first);
  const form = useForm<Draft>({
    defaultValues: first,
    resolver: resolverFor(setup.contestants),
    shouldFocusError: false,
  });
  const [contest, categories, stages, rubrics, jurors, rules, awards] = useWatch({
    control: form.control,
    name: ['contest', 'categories', 'stages', 'rubrics', 'jurors', 'rules', 'awards'],
  });
  const draft = useMemo(
    () => ({ contest, categories, stages, rubrics, jurors, rules, awards }),
    [contest, categories, stages, rubrics, jurors, rules, awards],
  );
  /** Counts the changes of whole lists: each draws the parts anew. */
  const [version, setVersion] = useState(0);
  const [resets, setResets] = useState(0);
  const focus = useRef<string | null>(null);
  useEffect(() => {
    const field = focus.current === null ? null : document.getElementById(focus.current);
    field?.focus({ preventScroll: true });
    // All that belongs to it, above the bar that saves; where that is too much, the field itself.
    field?.closest('li')?.scrollIntoView({ block: 'nearest' });
    field?.scrollIntoView({ block: 'nearest' });
    // The proposed name of a new one is typed over.
    if (field instanceof HTMLInputElement) field.select();
    focus.current = null;
  }, [version]);

  const change = useCallback(
    (next: (draft: Draft) => Draft, focusId?: string): void => {
      focus.current = focusId ?? null;
      form.reset(next(structuredClone(form.getValues())), { keepDefaultValues: true });
      setResets((count) => count + 1);
      setVersion((count) => count + 1);
    },
    [form],
  );

  function saved(values: Draft): void {
    kept.current = values;
    form.reset(values);
    setResets((count) => count + 1);
  }

  useOtherLanguage(() => {
    const values = inOtherLanguage(form.getValues());
    saved(inOtherLanguage(kept.current));
    form.reset(values, { keepDefaultValues: true });
  });

  return { form, draft, version, resets, isDirty: form.formState.isDirty, change, saved };
}

/** What is wrong with the draft; the same map while the same is wrong, so that a letter draws nothing twice. */
function useProblems(draft: Draft, contestants: ContestSetup['contestants']): ReadonlyMap<string, string> {
  const language = useLanguage();
  // oxlint-disable-next-line react/exhaustive-deps -- problems are said in the language
  const { problems } = useMemo(() => checkDraft(draft, contestants), [draft, contestants, language]);
  const [kept, keep] = useState(problems);
  const isSame = kept.size === problems.size && [...problems].every(([path, text]) => kept.get(path) === text);
  if (isSame) return kept;
  keep(problems);
  return problems;
}

/** Saving is refused by the same check that the screen shows; where the problem is, the screen knows already. */
function resolverFor(contestants: ContestSetup['contestants']): Resolver<Draft> {
  return (values, _context, options): ResolverResult<Draft> => {
    const { problems } = checkDraft(values, contestants);
    if (problems.size === 0) return { values, errors: {} };
    const flat = [...problems].map(([path, message]) => [
      path.slice(1).replaceAll('/', '.'),
      { type: 'setup', message },
    ]);
    return { values: {}, errors: toNestErrors(Object.fromEntries(flat), options) };
  };
}

function partsWithProblems(problems: ReadonlyMap<string, string>): ReadonlySet<string> {
  const names = [...problems.keys()].map((path) => path.split('/')[1] ?? '');
  return new Set(names.map((name) => (name === 'contestants' ? 'categories' : name)));
}

/** Only what differs: what is frozen and untouched is not asked for. */
function changeCommand(before: ContestSetup, after: ContestSetup, frozen: boolean): Command {
  const changed = <Part extends keyof ContestSetup>(part: Part) =>
    JSON.stringify(before[part]) === JSON.stringify(after[part]) ? {} : { [part]: after[part] };
  return {
    type: 'change-setup',
    ...changed('contest'),
    ...changed('categories'),
    ...changed('jurors'),
    ...(frozen ? {} : { ...changed('stages'), ...changed('rubrics'), ...changed('rules') }),
    ...changed('awards'),
  };
}
