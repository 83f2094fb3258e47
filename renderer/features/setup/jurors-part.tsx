/** The jurors' seats as a table to type into: who sits there; folded below, what else is printed and what the seat judges. */
import { Button, Checkbox, Stack, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { hasNotes, standingWork } from '../../../shared/domain/standing.ts';
import { idFrom, type JurorId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { useContest, useSetup } from '../../contest/hooks.tsx';
import type { Draft, JurorDraft } from './draft.ts';
import { moved, newId, pastedLines } from './draft-change.ts';
import { ItemButtons } from './item-buttons.tsx';
import { TextField, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';
import { SomeOf } from './some-of.tsx';

const nextJurorId = 'juri-berikutnya';
const addId = 'juri-tambah';

export function JurorsPart() {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const setup = useSetup();
  const { jurors } = draft;

  /** One line of the table for each of them; the next one is typed where the last one was. */
  function add(fresh: readonly Pick<JurorDraft, 'name' | 'unit'>[], focus: string): void {
    change(
      (before) =>
        fresh.slice(0, limits.jurors - before.jurors.length).reduce((all, each) => withJuror(all, each), before),
      focus,
    );
  }

  function withJuror(before: Draft, fresh: Pick<JurorDraft, 'name' | 'unit'>): Draft {
    const taken = [...before.jurors, ...setup.jurors].map(({ id }) => id);
    const rest = { title: '', nip: '', chair: false, categories: null, stages: null };
    return { ...before, jurors: [...before.jurors, { id: newId('juri', taken), ...fresh, ...rest }] };
  }

  return (
    <div className={classes.table}>
      <div className={`${classes.seat} ${classes.tableHead}`} aria-hidden>
        <span />
        <span>{t('jurors.name')}</span>
        <span>{t('jurors.unit')}</span>
      </div>
      <ul className={classes.lines}>
        {jurors.map((juror, index) => (
          <li key={juror.id}>
            <Seat juror={juror} index={index} count={jurors.length} />
          </li>
        ))}
        <li>
          <NextJuror number={jurors.length + 1} onAdd={add} />
        </li>
      </ul>
    </div>
  );
}

/** The empty line below the table. What is typed becomes a juror by Enter, or when the field is left; a list is pasted whole. */
function NextJuror({
  number,
  onAdd,
}: {
  readonly number: number;
  readonly onAdd: (jurors: readonly Pick<JurorDraft, 'name' | 'unit'>[], focus: string) => void;
}) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState('');
  const isFull = number > limits.jurors;
  const field = useRef<HTMLInputElement>(null);
  // Nothing else is to be done here.
  useEffect(() => (number === 1 ? field.current?.focus() : undefined), [number]);

  function take(names: readonly Pick<JurorDraft, 'name' | 'unit'>[], focus: string): void {
    setTyped('');
    onAdd(names, focus);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>): void {
    const lines = pastedLines(event.clipboardData.getData('text'), limits.jurors);
    if (lines === null) return;
    event.preventDefault();
    const names = lines
      .map(([name = '', unit = '']) => ({
        name: name.slice(0, limits.nameLength),
        unit: unit.slice(0, limits.titleLength),
      }))
      .filter(({ name }) => name !== '');
    take(names, nextJurorId);
  }

  return (
    <div className={`${classes.seat} ${classes.nextJuror}`}>
      <span className={classes.lineNumber} aria-hidden>
        {number}
      </span>
      <TextInput
        ref={field}
        id={nextJurorId}
        label={t('jurors.next')}
        aria-describedby="juri-cara"
        placeholder={t('jurors.nextPlace', { number })}
        autoComplete="off"
        maxLength={limits.nameLength}
        disabled={isFull}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Enter would save the form.
          event.preventDefault();
          if (typed.trim() !== '' && !event.repeat) take([{ name: typed.trim(), unit: '' }], nextJurorId);
        }}
        onBlur={({ relatedTarget }) => {
          if (typed.trim() !== '' && relatedTarget?.id !== addId) take([{ name: typed.trim(), unit: '' }], '');
        }}
      />
      <span id="juri-cara" className={classes.quiet}>
        {t('jurors.nextHint')}
      </span>
      <Button
        id={addId}
        variant="default"
        size="sm"
        leftSection={<Plus aria-hidden size="1.1rem" />}
        disabled={isFull}
        onClick={() =>
          typed.trim() === ''
            ? take([{ name: t('jurors.defaultName', { number }), unit: '' }], `atur-jurors-${number - 1}-name`)
            : take([{ name: typed.trim(), unit: '' }], nextJurorId)
        }
      >
        {t('jurors.add')}
      </Button>
    </div>
  );
}

function Seat({ juror, index, count }: { readonly juror: JurorDraft; readonly index: number; readonly count: number }) {
  const { t } = useTranslation('setup');
  const { form, draft, change, problems, unfolded } = useSetupForm();
  const contest = useContest();
  const bound = useMemo(() => boundTasks(contest, idFrom.juror(juror.id)), [contest, juror.id]);
  const hasProblem = [...problems.keys()].some((path) => path.startsWith(`/jurors/${index}/`));
  const id = `juri-${juror.id}`;
  return (
    <>
      <div className={classes.seat}>
        <span className={classes.lineNumber} aria-hidden>
          {index + 1}
        </span>
        <TextField name={`jurors.${index}.name`} label={t('jurors.name')} maxLength={limits.nameLength} />
        <TextField name={`jurors.${index}.unit`} label={t('jurors.unit')} maxLength={limits.titleLength} />
        <Checkbox size="md" label={t('jurors.chair')} {...form.register(`jurors.${index}.chair`)} />
        <ItemButtons
          id="juri"
          index={index}
          count={count}
          name={juror.name}
          removable={!bound.isWritten}
          onMove={(to, focus) => change((before) => ({ ...before, jurors: moved(before.jurors, index, to) }), focus)}
          onRemove={(focus) => change((before) => ({ ...before, jurors: before.jurors.toSpliced(index, 1) }), focus)}
        />
      </div>
      <details
        className={classes.more}
        open={unfolded.has(id) || hasProblem}
        onToggle={(event) => {
          if (event.currentTarget.open) unfolded.add(id);
          else unfolded.delete(id);
        }}
      >
        <summary>{t('jurors.more')}</summary>
        <Stack gap="sm" className={classes.seatRest}>
          <div className={classes.fields}>
            <TextField name={`jurors.${index}.title`} label={t('jurors.titleField')} maxLength={limits.titleLength} />
            <TextField name={`jurors.${index}.nip`} label={t('jurors.nip')} maxLength={40} />
          </div>
          {bound.isWritten ? <p className={classes.quiet}>{t('jurors.written')}</p> : null}
          <div className={classes.fields}>
            {draft.categories.length < 2 ? null : (
              <SomeOf
                label={t('jurors.categories')}
                allLabel={t('jurors.everyCategory')}
                choices={draft.categories}
                value={juror.categories}
                fixed={bound.categories}
                problem={problems.get(`/jurors/${index}/categories`)}
                onChange={(value) => form.setValue(`jurors.${index}.categories`, value, { shouldDirty: true })}
              />
            )}
            {draft.stages.length < 2 ? null : (
              <SomeOf
                label={t('jurors.stages')}
                allLabel={t('jurors.everyStage')}
                choices={draft.stages}
                value={juror.stages}
                fixed={bound.stages}
                problem={problems.get(`/jurors/${index}/stages`)}
                onChange={(value) => form.setValue(`jurors.${index}.stages`, value, { shouldDirty: true })}
              />
            )}
          </div>
        </Stack>
      </details>
    </>
  );
}

/** [D6] Where values of the seat stand: those tasks stay, others may be taken away or added. */
function boundTasks(contest: Contest, juror: JurorId) {
  const setup = setupOf(contest);
  const work = standingWork(contest).filter((each) => each.juror === juror);
  return {
    isWritten: work.length > 0 || hasNotes(contest, { juror }),
    categories: new Set(work.flatMap(({ contestant }) => findContestant(setup, contestant)?.category ?? [])),
    stages: new Set(work.flatMap(({ rubric }) => rubric?.stage ?? [])),
  };
}
