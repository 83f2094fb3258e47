/**
 * The paper before it is printed, page by page: the very document that goes to the printer, in a frame of its own that may run, fetch and open
 * nothing (an empty `sandbox`); its styles bear the nonce of this window's policy, which the frame inherits.
 */
import { Button, Loader, Modal, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateRecipients } from '../../shared/domain/document-kinds.ts';
import type { ContestantId } from '../../shared/domain/ids.ts';
import type { PrintedKind } from '../../shared/ipc/documents.ts';
import { DialogFoot } from '../ui/dialog-foot.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { pageNonce } from '../ui/page-nonce.ts';
import { useShell } from './hooks.tsx';
import classes from './print-preview.module.css';
import { useRequest } from './use-request.ts';

export function PrintPreview({
  document,
  only = null,
  recipients,
  name,
  onPrint,
  onClose,
}: {
  readonly document: PrintedKind;
  /** The pages of one contestant; absent: all. */
  readonly only?: ContestantId | null;
  /** Of certificates. */
  readonly recipients?: CertificateRecipients | undefined;
  /** As the screen calls it. */
  readonly name: string;
  readonly onPrint: (toPdf: boolean) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('help');
  const shell = useShell();
  const { problem, run } = useRequest();
  const [html, setHtml] = useState<string | null>(null);
  useReturnFocus();
  useEffect(() => {
    let isCurrent = true;
    void run(() => shell.request('preview-print', { document, only, recipients })).then((preview) =>
      isCurrent && preview !== undefined ? setHtml(withNonce(preview.html)) : undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [shell, run, document, only, recipients]);

  function print(toPdf: boolean): void {
    onClose();
    onPrint(toPdf);
  }

  return (
    <Modal opened onClose={onClose} title={t('print.preview', { name })} size="76rem">
      <Text mb="xs">{t('print.paper')}</Text>
      <ProblemAlert problem={problem} />
      {html === null ? (
        problem === null ? (
          <output>
            <Loader size="sm" aria-hidden /> {t('print.reading')}
          </output>
        ) : null
      ) : (
        <div className={classes.desk}>
          <iframe className={classes.paper} title={t('print.frame', { name })} sandbox="" srcDoc={html} />
        </div>
      )}
      <DialogFoot>
        <Button variant="default" onClick={onClose}>
          {t('print.close')}
        </Button>
        <Button variant="default" disabled={html === null} onClick={() => print(true)}>
          {t('print.pdf')}
        </Button>
        <Button
          disabled={html === null}
          leftSection={<Printer aria-hidden size="1.2rem" />}
          data-autofocus
          onClick={() => print(false)}
        >
          {t('print.print')}
        </Button>
      </DialogFoot>
    </Modal>
  );
}

/** A document of ours with its styles under the nonce of this window. */
export function withNonce(html: string): string {
  return html.replaceAll('<style>', `<style nonce="${pageNonce()}">`);
}
