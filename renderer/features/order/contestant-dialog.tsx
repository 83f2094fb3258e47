/** A group is added by hand or its data corrected; taken away only after a question, and never once it is scored (D7). */
import { Button, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { contestantPicture } from '../../../shared/domain/hall-picture.ts';
import type { Contestant } from '../../../shared/domain/setup/contest-file.ts';
import { idFrom, type CategoryId, type ContestantId } from '../../../shared/domain/ids.ts';
import { toBase32 } from '../../../shared/lib/base32.ts';
import { limits } from '../../../shared/limits.ts';
import { useContestantChange, type ContestantChange } from '../../contest/contestant-change.tsx';
import { HallPictureField } from '../../contest/hall-picture-field.tsx';
import { useExecute, useSetup } from '../../contest/hooks.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ChangesOf } from '../../contest/changes-of.tsx';
import { holderOf } from './numbers.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';

interface ContestantDialogProperties {
  /** Null: a new one. */
  readonly contestant: Contestant | null;
  readonly category: CategoryId | null;
  readonly onClose: () => void;
}

/** What is wrong with a field; said when it is drawn. */
interface WrongField {
  readonly field: 'name' | 'number';
  readonly text: 'nameMissing' | 'badNumber' | 'numberTaken';
  /** That another group has, and its name. */
  readonly number?: number;
  readonly name?: string;
}

export function ContestantDialog(properties: ContestantDialogProperties) {
  const { t } = useTranslation('order');
  const { contestant, onClose } = properties;
  const execute = useExecute();
  const renaming = useContestantChange();
  const [asksRemoval, setAsksRemoval] = useState(false);

  async function remove(id: ContestantId): Promise<void> {
    setAsksRemoval(false);
    if (await execute({ type: 'change-contestants', addCategories: [], put: [], removed: [id] })) onClose();
  }

  return (
    <>
      <Modal
        opened={!asksRemoval}
        onClose={onClose}
        // While the reason is asked for, Escape and the focus belong to that question.
        closeOnEscape={!renaming.isAsking}
        trapFocus={!renaming.isAsking}
        title={contestant === null ? t('addTitle') : t('editTitle')}
      >
        {contestant === null ? null : <ChangesOf contestant={contestant} />}
        <ContestantForm {...properties} onChange={renaming.change} onRemove={() => setAsksRemoval(true)} />
      </Modal>
      {renaming.dialog}
      {contestant === null ? null : (
        <ConfirmDialog
          opened={asksRemoval}
          title={t('removeTitle', { name: contestant.name })}
          confirmLabel={t('removeYes')}
          tone="danger"
          onCancel={() => setAsksRemoval(false)}
          onConfirm={() => void remove(contestant.id)}
        >
          <Text>{t('removeText')}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function ContestantForm({
  contestant,
  category,
  onClose,
  onChange,
  onRemove,
}: ContestantDialogProperties & {
  readonly onChange: ContestantChange['change'];
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation('order');
  const { categories, contestants } = useSetup();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WrongField | null>(null);
  const [values, setValues] = useState(() => ({
    number: contestant === null ? nextNumber(contestants) : (contestant.number?.toString() ?? ''),
    name: contestant?.name ?? '',
    unit: contestant?.unit ?? '',
    title: contestant?.title ?? '',
    slot: contestant?.slot ?? '',
    category: category ?? categories[0]?.id ?? '',
  }));
  type Field = keyof typeof values;

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const wrong = check();
    setProblem(wrong);
    if (wrong !== null) return;
    setBusy(true);
    const isSaved = await onChange({
      type: 'change-contestants',
      addCategories: [],
      put: [written()],
      removed: [],
    });
    setBusy(false);
    if (isSaved) onClose();
  }

  function check(): WrongField | null {
    if (values.name.trim() === '') return { field: 'name', text: 'nameMissing' };
    if (values.number.trim() === '') return null;
    if (!/^\d{1,5}$/.test(values.number.trim())) return { field: 'number', text: 'badNumber' };
    const number = Number(values.number);
    const holder = holderOf(
      contestants,
      { id: contestant?.id ?? '', category: idFrom.category(values.category) },
      number,
    );
    return holder === undefined ? null : { field: 'number', text: 'numberTaken', number, name: holder.name };
  }

  function written(): Contestant {
    const unit = values.unit.trim();
    const title = values.title.trim();
    const slot = values.slot.trim();
    return {
      id: contestant?.id ?? newContestantId(),
      number: values.number.trim() === '' ? null : Number(values.number),
      name: values.name.trim(),
      ...(unit === '' ? {} : { unit }),
      ...(title === '' ? {} : { title }),
      category: idFrom.category(values.category),
      status: contestant?.status ?? 'waiting',
      ...(slot === '' ? {} : { slot }),
      ...(contestant?.calibration === true ? { calibration: true } : {}),
    };
  }

  function field(name: Field, maxLength: number) {
    return {
      label: t(`field.${name}`),
      maxLength,
      value: values[name],
      error:
        problem?.field === name
          ? t(problem.text, { number: problem.number ?? '', name: problem.name ?? '' })
          : undefined,
      onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [name]: value }));
        setProblem(null);
      },
    };
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <TextInput {...field('number', 5)} inputMode="numeric" />
        <TextInput {...field('name', limits.nameLength)} withAsterisk data-autofocus />
        <TextInput {...field('unit', limits.nameLength)} />
        <TextInput {...field('title', limits.titleLength)} />
        <TextInput {...field('slot', limits.slotLength)} placeholder="09.00–09.20" />
        {categories.length > 1 ? (
          <NativeSelect
            size="md"
            label={t('field.category')}
            value={values.category}
            data={categories.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={field('category', 0).onChange}
          />
        ) : null}
        {contestant === null ? null : (
          <HallPictureField of={contestantPicture(contestant.id)} label={t('photo')} hint={t('photoHint')} />
        )}
        <DialogFoot justify="space-between">
          {contestant === null ? (
            <span />
          ) : (
            <Button variant="subtle" color="red" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
          <Button type="submit" loading={isBusy}>
            {t('save')}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}

/** After the highest one; none while nobody has one. */
function nextNumber(contestants: readonly Contestant[]): string {
  const numbers = contestants.flatMap(({ number }) => number ?? []);
  return numbers.length === 0 ? '' : String(Math.max(...numbers) + 1);
}

/** Random, so that a group added later never takes over what was written about one that was taken away. */
function newContestantId(): ContestantId {
  return idFrom.contestant(`peserta-${toBase32(crypto.getRandomValues(new Uint8Array(8))).toLowerCase()}`);
}
