/**
 * A list made by hand becomes contestants: choose it, see what was understood and what it would change, then commit. The
 * shell reads and compares; nothing is written before the commit, which is one command with the file's name as its source.
 */
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../shared/ipc/contract.ts';
import { useContestantChange } from '../../contest/contestant-change.tsx';
import { useSetup, useShell } from '../../contest/hooks.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useUnsaved } from '../../ui/leave-guard.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { FileDrop } from './file-drop.tsx';
import { GoneContestants } from './gone-contestants.tsx';
import { ImportOptions } from './import-options.tsx';
import classes from './import.module.css';
import { goToOpenQuestion, ListQuestions } from './list-questions.tsx';
import { isDoubtful, openQuestions, type ChosenOptions, type ReadList } from './read-list.ts';
import { RowTable } from './row-table.tsx';

export function ImportScreen() {
  const { t } = useTranslation('import');
  const shell = useShell();
  const setup = useSetup();
  const renaming = useContestantChange();
  const { busy, problem, run, clear } = useRequest();
  const [list, setList] = useState<ReadList | null>(null);
  const [options, setOptions] = useState<ChosenOptions>({});
  /** The newest wish and its number: answers may follow faster than the list is read. */
  const wanted = useRef<ChosenOptions>({});
  const readings = useRef(0);
  const [saved, setSaved] = useState<{ readonly name: string; readonly count: number } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [asksRemoval, setAsksRemoval] = useState(false);
  useUnsaved('import', list === null ? null : t('unsaved', { name: list.name }));

  /** `file` absent: the shell asks for one. What was set by hand belongs to the list before. */
  async function open(file?: InputOf<'preview-import'>['file']): Promise<void> {
    setSaved(null);
    const read = await run(() => shell.request('preview-import', file === undefined ? {} : { file }));
    if (read === undefined || read === null) return;
    wanted.current = {};
    setOptions({});
    setList(read);
  }

  async function readAgain(change: ChosenOptions): Promise<void> {
    if (list === null) return;
    const before = wanted.current;
    const now = { ...before, ...change };
    wanted.current = now;
    setOptions(now);
    readings.current += 1;
    const reading = readings.current;
    const read = await run(() => shell.request('preview-import', { file: { token: list.token }, ...now }));
    if (reading !== readings.current) return;
    if (read === undefined || read === null) {
      wanted.current = before;
      setOptions(before);
      return;
    }
    setList(read);
  }

  async function commit(): Promise<void> {
    if (list === null || openQuestions(list.preview.questions).length > 0) return;
    setAsksRemoval(false);
    setSaving(true);
    const { addCategories, put, removed } = list.plan;
    const source = list.name.slice(-200);
    const isSaved = await renaming.change({
      type: 'change-contestants',
      addCategories: [...addCategories],
      put: [...put],
      removed: [...removed],
      source,
    });
    setSaving(false);
    if (!isSaved) return;
    setSaved({ name: list.name, count: put.length + removed.length });
    setList(null);
  }

  function close(): void {
    setList(null);
    clear();
  }

  return (
    <>
      <PageTitle title={t('title')} hint={t('hint')} />
      <Stack gap="xs">
        {saved === null ? null : <Saved name={saved.name} count={saved.count} />}
        <ProblemAlert problem={problem} />
        <output>
          {busy ? (
            <Group gap="xs">
              <Loader size="sm" aria-hidden /> {t('reading')}
            </Group>
          ) : null}
        </output>
        {list === null ? (
          <FileDrop busy={busy} present={setup.contestants.length} onFile={(file) => void open(file)} />
        ) : (
          <>
            {isDoubtful(list, options) ? <DoubtfulNotice /> : null}
            <ListQuestions
              questions={list.preview.questions}
              answers={options.answers ?? {}}
              onAnswer={(type, choice) => void readAgain({ answers: { ...wanted.current.answers, [type]: choice } })}
            />
            <ImportOptions
              list={list}
              options={options}
              categories={setup.categories}
              busy={busy}
              onChange={(change) => void readAgain(change)}
              onOther={() => void open()}
            />
            <RenumberingNotice list={list} />
            <RowTable list={list} categories={setup.categories} />
            <GoneContestants
              gone={list.plan.gone}
              choice={options.gone ?? 'keep'}
              disabled={busy}
              onChange={(gone) => void readAgain({ gone })}
            />
            <CommitBar
              list={list}
              busy={busy || isSaving}
              onSave={() => (list.plan.removed.length > 0 ? setAsksRemoval(true) : void commit())}
              onCancel={close}
            />
          </>
        )}
      </Stack>
      {renaming.dialog}
      <ConfirmDialog
        opened={asksRemoval}
        title={t('confirmRemove', { count: list?.plan.removed.length ?? 0 })}
        confirmLabel={t('remove')}
        tone="danger"
        onCancel={() => setAsksRemoval(false)}
        onConfirm={() => void commit()}
      >
        <Text>{t('confirmRemoveText')}</Text>
      </ConfirmDialog>
    </>
  );
}

function DoubtfulNotice() {
  const { t } = useTranslation('import');
  return (
    <Alert color="gold" icon={<TriangleAlert aria-hidden />} title={t('doubtful')}>
      {t('doubtfulText')}
    </Alert>
  );
}

/** Numbers are often drawn lots by now, and the list of the morning older than they are. */
function RenumberingNotice({ list }: { readonly list: ReadList }) {
  const { t } = useTranslation('import');
  const count = list.plan.changed.filter(
    ({ before, after }) => before.number !== null && after.number !== before.number,
  ).length;
  if (count === 0) return null;
  return (
    <Alert color="gold" icon={<TriangleAlert aria-hidden />} role="note" title={t('renumbered', { count })}>
      {t('renumberedText')}
    </Alert>
  );
}

function CommitBar({
  list,
  busy,
  onSave,
  onCancel,
}: {
  readonly list: ReadList;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('import');
  const count = list.plan.put.length + list.plan.removed.length;
  const open = openQuestions(list.preview.questions).length;
  return (
    <div className={classes.bar}>
      <Button size="lg" loading={busy} disabled={count === 0 || open > 0} onClick={onSave}>
        {count > 0 ? t('save', { count }) : t(list.plan.leftOut.length > 0 ? 'nothingYet' : 'nothing')}
      </Button>
      <Button size="lg" variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      {open > 0 ? (
        <>
          <Text component="output" fw={600}>
            {t('answerFirst', { count: open })}
          </Text>
          <Button variant="default" size="compact-md" onClick={goToOpenQuestion}>
            {t('goQuestion')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function Saved({ name, count }: { readonly name: string; readonly count: number }) {
  const { t } = useTranslation('import');
  const goOn = useRef<HTMLButtonElement>(null);
  // The button that saved is gone: what comes next stands here.
  useEffect(() => goOn.current?.focus(), []);
  return (
    <Alert color="teal" icon={<CircleCheck aria-hidden />}>
      <Stack gap="xs">
        <Text fw={600}>{t('saved', { count, name })}</Text>
        <Group>
          <NextStep ref={goOn} size="md" />
        </Group>
      </Stack>
    </Alert>
  );
}
