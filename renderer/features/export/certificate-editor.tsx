/**
 * What stands on certificates (rule X29): a text with fields over a background picture, who signs, and what of the paper stays free.
 * Beside it one of them as it will be printed, with the longest name. The text is kept when it is saved, the picture at once.
 */
import { Button, Modal, NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { certificateBackground } from '../../../shared/domain/hall-picture.ts';
import type { CertificateForm } from '../../../shared/domain/setup/contest-file.ts';
import type { CertificateRecipients } from '../../../shared/domain/document-kinds.ts';
import { limits } from '../../../shared/limits.ts';
import { unknownCertificateFields } from '../../../shared/say/certificate.ts';
import { usualLanguage } from '../../../shared/say/language.ts';
import { certificateFields } from '../../../shared/say/papers.ts';
import { wordsOf } from '../../../shared/say/words.ts';
import { HallPictureField } from '../../contest/hall-picture-field.tsx';
import { useAppState, useExecute, useSetup, useShell } from '../../contest/hooks.tsx';
import { withNonce } from '../../contest/print-preview.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { DialogFoot } from '../../ui/dialog-foot.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useReturnFocus } from '../../ui/return-focus.ts';
import classes from './certificate-editor.module.css';

/** Millimetres to choose from; the usual ones are those of a paper without any. */
const margins = {
  top: { least: 10, usual: 40 },
  bottom: { least: 20, usual: 30 },
} as const;
const mostMargin = 60;
/** After the last letter, before the paper is made anew. */
const previewDelayMs = 300;

export function CertificateEditor({
  recipients,
  onClose,
}: {
  readonly recipients: CertificateRecipients;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('export');
  const { contest } = useSetup();
  const execute = useExecute();
  const language = useAppState()?.folder?.languages.documents ?? usualLanguage;
  const { papers, documents } = wordsOf[language];
  const { fields, fieldHints, usualText } = papers.certificates;
  const before = contest.certificate ?? {};
  const usualSigner = { role: documents.signing.committeeChair, ...contest.committeeChair };
  const [text, setText] = useState(before.text ?? usualText);
  const [signer, setSigner] = useState(() => ({
    role: '',
    name: '',
    title: '',
    nip: '',
    ...(before.signer ?? usualSigner),
  }));
  const [free, setFree] = useState({
    top: before.top ?? margins.top.usual,
    bottom: before.bottom ?? margins.bottom.usual,
  });
  const [pictures, setPictures] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  useReturnFocus();

  const isUsualSigner = (['role', 'name', 'title', 'nip'] as const).every(
    (part) => signer[part].trim() === (usualSigner[part as keyof typeof usualSigner] ?? '').trim(),
  );
  const form: CertificateForm = {
    ...(text === usualText ? {} : { text }),
    ...(isUsualSigner ? {} : { signer }),
    ...(free.top === margins.top.usual ? {} : { top: free.top }),
    ...(free.bottom === margins.bottom.usual ? {} : { bottom: free.bottom }),
  };
  const unknown = unknownCertificateFields(text);

  function insert(name: string): void {
    const field = `{${name}}`;
    const at = area.current;
    const [from, to] = at === null ? [text.length, text.length] : [at.selectionStart, at.selectionEnd];
    setText(text.slice(0, from) + field + text.slice(to));
    at?.focus();
    requestAnimationFrame(() => at?.setSelectionRange(from + field.length, from + field.length));
  }

  async function save(): Promise<void> {
    const { certificate: _, ...rest } = contest;
    const isEmpty = Object.keys(form).length === 0;
    if (await execute({ type: 'change-info', contest: isEmpty ? rest : { ...rest, certificate: form } })) onClose();
  }

  return (
    <Modal opened onClose={onClose} title={t('certificate.title')} size="92rem" closeOnClickOutside={false}>
      <div className={classes.sides}>
        <div className={classes.side}>
          <Textarea
            ref={area}
            label={t('certificate.text')}
            description={t('certificate.textHint', { name: `{${fields.name}}`, award: `{${fields.award}}` })}
            value={text}
            maxLength={limits.certificateLetters}
            autosize
            minRows={8}
            maxRows={16}
            onChange={({ currentTarget: { value } }) => setText(value)}
            error={unknown.length === 0 ? null : t('certificate.unknown', { fields: unknown.join(', ') })}
          />
          <fieldset className={classes.fields}>
            <legend>{t('certificate.fields')}</legend>
            <ul>
              {certificateFields.map((field) => (
                <li key={field}>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={t('certificate.insert', { field: fields[field] })}
                    onClick={() => insert(fields[field])}
                  >
                    {`{${fields[field]}}`}
                  </Button>{' '}
                  {fieldHints[field]}
                </li>
              ))}
            </ul>
          </fieldset>
          <HallPictureField
            of={certificateBackground}
            label={t('certificate.background')}
            hint={t('certificate.backgroundHint')}
            onChange={() => setPictures((count) => count + 1)}
          />
          <fieldset className={classes.fields}>
            <legend>{t('certificate.signer')}</legend>
            <div className={classes.pair}>
              {(['role', 'name', 'title', 'nip'] as const).map((part) => (
                <TextInput
                  key={part}
                  label={t(`certificate.${part === 'title' ? 'rank' : part}`)}
                  value={signer[part]}
                  maxLength={part === 'nip' ? 40 : limits.nameLength}
                  onChange={({ currentTarget: { value } }) => setSigner({ ...signer, [part]: value })}
                />
              ))}
            </div>
            <Text c="var(--gj-quiet)">{t('certificate.signerHint')}</Text>
          </fieldset>
          <div className={classes.pair}>
            {(['top', 'bottom'] as const).map((side) => (
              <NativeSelect
                key={side}
                label={t(`certificate.${side}`)}
                value={String(free[side])}
                onChange={({ currentTarget: { value } }) => setFree({ ...free, [side]: Number(value) })}
                data={millimetres(margins[side].least, free[side]).map((value) => ({
                  value: String(value),
                  label: t('certificate.millimetres', { value }),
                }))}
              />
            ))}
          </div>
        </div>
        <Preview form={form} recipients={recipients} pictures={pictures} />
      </div>
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('certificate.cancel')}
        </Button>
        <Button onClick={() => void save()}>{t('certificate.save')}</Button>
      </DialogFoot>
    </Modal>
  );
}

/** Fives, and what a contest file has asked for. */
function millimetres(least: number, chosen: number): readonly number[] {
  const fives = Array.from({ length: (mostMargin - least) / 5 + 1 }, (_, at) => least + at * 5);
  return [...new Set([...fives, chosen])].toSorted((a, b) => a - b);
}

/** `pictures`: how often the background was changed. */
function Preview({
  form,
  recipients,
  pictures,
}: {
  readonly form: CertificateForm;
  readonly recipients: CertificateRecipients;
  readonly pictures: number;
}) {
  const { t } = useTranslation('export');
  const shell = useShell();
  const { problem, run } = useRequest();
  const [html, setHtml] = useState<string | null>(null);
  const asked = JSON.stringify(form);
  useEffect(() => {
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      const draft = JSON.parse(asked) as CertificateForm;
      void run(() => shell.request('preview-print', { document: 'certificates', recipients, draft })).then((made) =>
        isCurrent && made !== undefined ? setHtml(withNonce(made.html)) : undefined,
      );
    }, previewDelayMs);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [shell, run, asked, recipients, pictures]);
  return (
    <section className={`${classes.side} ${classes.sample}`} aria-label={t('certificate.preview')}>
      <Text fw={600}>{t('certificate.preview')}</Text>
      <ProblemAlert problem={problem} />
      <div className={classes.desk}>
        {html === null ? null : (
          <iframe className={classes.paper} title={t('certificate.preview')} sandbox="" srcDoc={html} />
        )}
      </div>
    </section>
  );
}
