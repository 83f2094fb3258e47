/** A new contest on this laptop, which becomes the committee's: from a rubric template, from an earlier
 * contest, empty or from a contest file. */
import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { FileJson } from 'lucide-react';
import { useEffect, useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RubricTemplate } from '../../../shared/ipc/app.ts';
import type { InputOf } from '../../../shared/ipc/contract.ts';
import { limits } from '../../../shared/limits.ts';
import { useAppState, useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { useTemplates } from '../../contest/use-templates.ts';
import { FilePath, PathText } from '../../ui/file-path.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { EarlierChoice, type ChosenEarlier } from './earlier-contest.tsx';
import { FormFoot } from './form-foot.tsx';
import classes from './start.module.css';

type Beginning = 'template' | 'empty' | 'earlier' | 'file';
/** The others come when asked for: a first contest seldom needs them. */
const mostAtOnce = 3;
const beginnings: readonly Beginning[] = ['template', 'earlier', 'empty', 'file'];

export function NewContest({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const navigate = useNavigate();
  const place = useAppState()?.contestsFolder;
  const { busy, problem, run } = useRequest();
  const nameField = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [beginning, setBeginning] = useState<Beginning>('template');
  const [file, setFile] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<ChosenEarlier | null>(null);
  const [isRehearsal, setRehearsal] = useState(false);
  const [missing, setMissing] = useState<'name' | 'file' | 'earlier' | null>(null);
  const { templates, problem: noTemplates } = useTemplates();
  const [template, setTemplate] = useState<string | null>(null);
  const chosenTemplate = template ?? templates[0]?.id ?? null;

  useEffect(() => nameField.current?.focus(), []);

  async function chooseFile(): Promise<void> {
    const chosen = await run(() => shell.request('choose-contest-file'));
    if (chosen === undefined || chosen.path === null) return;
    setFile(chosen.path);
    setMissing(null);
    if (name.trim() === '') setName(chosen.name);
  }

  async function create(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (name.trim() === '') {
      setMissing('name');
      nameField.current?.focus();
      return;
    }
    if (beginning === 'file' && file === null) return setMissing('file');
    if (beginning === 'earlier' && earlier === null) return setMissing('earlier');
    // First the address, shown once the contest is there: later it would race with the first screen of the role.
    void navigate(beginning === 'empty' ? '/rubrik' : '/impor');
    await run(() =>
      shell.request('create-contest', { name, source: sourceOf(), ...(isRehearsal ? { rehearsal: true } : {}) }),
    );
  }

  function sourceOf(): InputOf<'create-contest'>['source'] {
    if (beginning === 'template' && chosenTemplate !== null) {
      return { kind: 'template', template: chosenTemplate };
    }
    if (beginning === 'earlier' && earlier !== null) {
      return { kind: 'earlier', path: earlier.contest.path, jurors: [...earlier.jurors] };
    }
    return beginning === 'file' && file !== null ? { kind: 'file', path: file } : { kind: 'empty' };
  }

  return (
    <form className={classes.narrow} onSubmit={(event) => void create(event)} noValidate>
      <PageTitle title={t('newContest')} hint={t('newContestHint')} />
      <Stack className={classes.card} gap="md">
        <TextInput
          ref={nameField}
          label={t('name')}
          description={t('nameHint')}
          withAsterisk
          maxLength={limits.nameLength}
          value={name}
          error={missing === 'name' ? t('nameMissing') : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setMissing(null);
          }}
        />
        <Radio.Group
          label={t('beginning')}
          size="md"
          value={beginning}
          onChange={(value) => setBeginning(beginnings.find((each) => each === value) ?? 'template')}
        >
          <Group gap="xl" mt="xs">
            {beginnings.map((each) => (
              <Radio key={each} size="md" value={each} label={t(each === 'earlier' ? 'earlier.label' : each)} />
            ))}
          </Group>
          <Text c="var(--gj-quiet)" mt={4}>
            {t(`${beginning}Hint`)}
          </Text>
        </Radio.Group>
        {beginning === 'template' ? (
          <TemplateChoice templates={templates} value={chosenTemplate} onChange={setTemplate} />
        ) : null}
        {beginning === 'earlier' ? (
          <EarlierChoice
            value={earlier}
            isMissing={missing === 'earlier'}
            onChange={(chosen) => {
              setEarlier(chosen);
              setMissing(null);
              if (name.trim() === '') setName(chosen.contest.name);
            }}
          />
        ) : null}
        {beginning === 'file' ? (
          <Stack gap="xs">
            <Group>
              <Button
                variant="default"
                leftSection={<FileJson aria-hidden size="1.2rem" />}
                loading={busy}
                onClick={() => void chooseFile()}
              >
                {t('chooseFile')}
              </Button>
            </Group>
            {file === null ? null : (
              <div>
                <Text>{t('chosenFile')}</Text>
                <FilePath path={file} />
              </div>
            )}
            {missing === 'file' ? (
              <Text c="var(--gj-danger)" fw={600} role="alert">
                {t('fileMissing')}
              </Text>
            ) : null}
          </Stack>
        ) : null}
        <Checkbox
          size="md"
          label={t('rehearsal')}
          description={t('rehearsalHint')}
          checked={isRehearsal}
          onChange={(event) => setRehearsal(event.currentTarget.checked)}
        />
        {place === undefined ? null : (
          <Text c="var(--gj-quiet)">
            {t('placeOfData')} <PathText path={place} />
          </Text>
        )}
        <FormFoot problem={problem ?? noTemplates} busy={busy} submitLabel={t('create')} onBack={onBack} />
      </Stack>
    </form>
  );
}

function TemplateChoice({
  templates,
  value,
  onChange,
}: {
  readonly templates: readonly RubricTemplate[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}) {
  const { t } = useTranslation('start');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? templates : templates.slice(0, mostAtOnce);
  const hidden = templates.length - shown.length;
  return (
    <Radio.Group label={t('chooseTemplate')} size="md" value={value} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {shown.map((template) => (
          <div key={template.id}>
            <Radio
              size="md"
              value={template.id}
              label={template.name}
              description={contentsOf(template, t('contents', countsOf(template)))}
            />
            {template.id === value ? (
              <details className={classes.about}>
                <summary>{t('about')}</summary>
                {template.description}
              </details>
            ) : null}
          </div>
        ))}
        {hidden <= 0 ? null : (
          <div>
            <Button variant="default" size="sm" onClick={() => setWhole(true)}>
              {t('moreTemplates', { count: hidden })}
            </Button>
          </div>
        )}
      </Stack>
    </Radio.Group>
  );
}

function countsOf({ setup }: RubricTemplate) {
  return {
    stages: setup.stages.length,
    criteria: setup.rubrics.reduce((count, rubric) => count + rubric.criteria.length, 0),
  };
}

function contentsOf({ setup }: RubricTemplate, counts: string): string {
  const names = setup.stages.map((stage) => stage.name).join(', ');
  return `${counts}: ${names}`;
}
