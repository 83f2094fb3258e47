/** What stands on a slide of text, and the note for the host at any act. */
import { Button, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act } from '../../../shared/domain/setup/contest-file.ts';
import { limits } from '../../../shared/limits.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';

export function ActDialog({
  act,
  title,
  onSave,
  onCancel,
  onRemove,
}: {
  readonly act: Act;
  readonly title: string;
  readonly onSave: (act: Act) => Promise<void>;
  readonly onCancel: () => void;
  /** Null where the act stays: it is announced, or not there yet. */
  readonly onRemove: (() => Promise<void>) | null;
}) {
  const { t } = useTranslation('ceremony');
  const [heading, setHeading] = useState(act.type === 'text' ? act.title : '');
  const [text, setText] = useState(act.type === 'text' ? (act.text ?? '') : '');
  const [note, setNote] = useState(act.note ?? '');
  const isUntitled = act.type === 'text' && heading.trim() === '';

  function save(event: FormEvent): void {
    event.preventDefault();
    if (isUntitled) return;
    const { note: _, ...kept } = act;
    const written = note.trim() === '' ? {} : { note: note.trim() };
    void onSave(
      kept.type === 'text'
        ? {
            type: 'text',
            id: kept.id,
            title: heading.trim(),
            ...(text.trim() === '' ? {} : { text: text.trim() }),
            ...written,
          }
        : { ...kept, ...written },
    );
  }

  return (
    <Modal opened onClose={onCancel} title={title}>
      <form onSubmit={save}>
        <Stack>
          {act.type === 'text' ? (
            <>
              <TextInput
                label={t('acts.slideTitle')}
                placeholder={t('acts.slideTitleExample')}
                maxLength={limits.nameLength}
                value={heading}
                onChange={({ currentTarget: { value } }) => setHeading(value)}
                data-autofocus
              />
              <Textarea
                label={t('acts.slideText')}
                description={t('acts.slideTextHint')}
                autosize
                minRows={2}
                maxLength={limits.actTextLength}
                value={text}
                onChange={({ currentTarget: { value } }) => setText(value)}
              />
            </>
          ) : null}
          <Textarea
            label={t('acts.note')}
            description={t('acts.noteHint')}
            autosize
            minRows={2}
            maxLength={limits.actTextLength}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value)}
          />
          <DialogFoot>
            {onRemove === null ? null : (
              <Button variant="outline" color="red" onClick={() => void onRemove()}>
                {t('acts.remove')}
              </Button>
            )}
            <Button variant="default" onClick={onCancel}>
              {t('acts.cancel')}
            </Button>
            <Button type="submit" disabled={isUntitled}>
              {t('acts.save')}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Modal>
  );
}
