/** A template into the draft: instead of everything, or beside it for some categories. Nothing is saved by this. */
import { Button, Modal, NativeSelect, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricTemplate } from '../../../shared/ipc/app.ts';
import { useTemplates } from '../../contest/use-templates.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { replacedByTemplate, withTemplate } from './draft-change.ts';
import { useSetupForm } from './setup-form.tsx';
import { SomeOf } from './some-of.tsx';
import { DialogFoot } from '../../ui/dialog-foot.tsx';

export function TemplateDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('setup');
  return (
    <Modal opened={opened} onClose={onClose} title={t('template.title')}>
      <TemplateForm onClose={onClose} />
    </Modal>
  );
}

function TemplateForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('setup');
  const { draft, change } = useSetupForm();
  const { templates, problem } = useTemplates();
  const [chosen, setChosen] = useState<string | null>(null);
  const [how, setHow] = useState<'replace' | 'add'>(draft.rubrics.length === 0 ? 'replace' : 'add');
  const [categories, setCategories] = useState<string[] | null>(null);
  const template = templates.find(({ id }) => id === chosen) ?? templates[0];

  if (problem !== null) return <ProblemAlert problem={problem} />;
  if (template === undefined) return <output>{t('template.loading')}</output>;

  function take({ setup }: RubricTemplate): void {
    onClose();
    change((before) =>
      how === 'replace' ? replacedByTemplate(before, setup) : withTemplate(before, setup, categories),
    );
  }

  return (
    <Stack>
      <NativeSelect
        data-autofocus
        size="md"
        label={t('template.choose')}
        value={template.id}
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <Text style={{ whiteSpace: 'pre-line' }}>{template.description}</Text>
      <Radio.Group
        size="md"
        label={t('template.how')}
        value={how}
        onChange={(value) => setHow(value === 'add' ? 'add' : 'replace')}
      >
        <Stack gap="xs" mt="xs">
          <Radio size="md" value="replace" label={t('template.replace')} />
          <Radio size="md" value="add" label={t('template.add')} />
        </Stack>
      </Radio.Group>
      {how === 'add' && draft.categories.length > 1 ? (
        <SomeOf
          label={t('template.for')}
          allLabel={t('rubrics.everyCategory')}
          choices={draft.categories}
          value={categories}
          onChange={setCategories}
        />
      ) : null}
      <DialogFoot>
        <Button onClick={() => take(template)}>{t('template.use')}</Button>
      </DialogFoot>
    </Stack>
  );
}
