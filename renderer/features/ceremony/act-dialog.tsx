/** What stands on a slide of text, the note for the host at any act, and which awards leave a category for acts of their own. */
import { Button, Checkbox, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Act, Award } from '../../../shared/domain/setup/contest-file.ts';
import { idFrom, type AwardId } from '../../../shared/domain/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';

export function ActDialog({
  act,
  title,
  awards,
  own: ownBefore,
  onSave,
  onCancel,
  onRemove,
}: {
  readonly act: Act;
  readonly title: string;
  /** Of the act: what may have an act of its own, and what has. */
  readonly awards: readonly Award[];
  readonly own: readonly AwardId[];
  readonly onSave: (act: Act, own: readonly AwardId[]) => Promise<void>;
  readonly onCancel: () => void;
  /** Null where the act stays: it is announced, or not there yet. */
  readonly onRemove: (() => Promise<void>) | null;
}) {
  const { t } = useTranslation('ceremony');
  const [heading, setHeading] = useState(act.type === 'text' ? act.title : '');
  const [text, setText] = useState(act.type === 'text' ? (act.text ?? '') : '');
  const [note, setNote] = useState(act.note ?? '');
  const [own, setOwn] = useState([...ownBefore]);
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
      own,
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
          {awards.length === 0 ? null : (
            <Checkbox.Group
              label={t('acts.own')}
              description={t('acts.ownHint')}
              value={own}
              onChange={(ids) => setOwn(ids.map(idFrom.award))}
            >
              <Stack gap="xs" mt="xs">
                {awards.map(({ id, name }) => (
                  <Checkbox key={id} value={id} label={name} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
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
                {t(act.type === 'text' ? 'acts.remove' : 'acts.rejoin')}
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
