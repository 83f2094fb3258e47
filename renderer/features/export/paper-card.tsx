/** A paper that is read as text: seen before it is printed, saved as PDF or for a word processor, of all groups or of one. */
import { Button, NativeSelect, Text } from '@mantine/core';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  certificateRecipients,
  type CertificateRecipients,
  type PaperKind,
} from '../../../shared/domain/document-kinds.ts';
import type { ContestantId } from '../../../shared/domain/ids.ts';
import { documentChannels } from '../../../shared/ipc/documents.ts';
import { useSetup, useShell } from '../../contest/hooks.tsx';
import { PrintPreview } from '../../contest/print-preview.tsx';
import { CertificateEditor } from './certificate-editor.tsx';
import { DocumentCard } from './document-card.tsx';

/** `byGroup`: it has pages of its own for each group, and one of them may be asked for. */
export function PaperCard({ paper, byGroup = false }: { readonly paper: PaperKind; readonly byGroup?: boolean }) {
  const { t } = useTranslation('export');
  const shell = useShell();
  const [isLooking, setLooking] = useState(false);
  const [only, setOnly] = useState<ContestantId | null>(null);
  const name = t(`papers.${paper}.title`);
  const [to, setTo] = useState<CertificateRecipients>('winners');
  const [isWriting, setWriting] = useState(false);
  const recipients = paper === 'certificates' ? { recipients: to } : {};
  const make = (target: 'printer' | 'pdf' | 'docx') => (job: string) =>
    shell.request(documentChannels[paper], { paper, to: target, only, ...recipients, job });
  return (
    <DocumentCard icon={FileText} title={name}>
      {(save) => ({
        text: (
          <>
            <Text>{t(`papers.${paper}.text`)}</Text>
            {paper === 'certificates' ? <RecipientChoice to={to} onChoose={setTo} /> : null}
            {byGroup ? <GroupChoice only={only} onChoose={setOnly} /> : null}
          </>
        ),
        actions: (
          <>
            <Button aria-haspopup="dialog" onClick={() => setLooking(true)}>
              {t('recap.print')}
            </Button>
            <Button variant="default" onClick={() => save(make('pdf'))}>
              {t('recap.pdf')}
            </Button>
            <Button variant="default" onClick={() => save(make('docx'))}>
              {t('papers.docx')}
            </Button>
            {paper === 'certificates' ? (
              <Button variant="default" aria-haspopup="dialog" onClick={() => setWriting(true)}>
                {t('certificate.edit')}
              </Button>
            ) : null}
            {isWriting ? <CertificateEditor recipients={to} onClose={() => setWriting(false)} /> : null}
            {isLooking ? (
              <PrintPreview
                document={paper}
                only={only}
                {...recipients}
                name={name}
                onPrint={(toPdf) =>
                  save(make(toPdf ? 'pdf' : 'printer'), toPdf ? undefined : t('papers.printed', { name }))
                }
                onClose={() => setLooking(false)}
              />
            ) : null}
          </>
        ),
      })}
    </DocumentCard>
  );
}

function RecipientChoice({
  to,
  onChoose,
}: {
  readonly to: CertificateRecipients;
  readonly onChoose: (to: CertificateRecipients) => void;
}) {
  const { t } = useTranslation('export');
  return (
    <NativeSelect
      label={t('certificate.to')}
      value={to}
      onChange={({ currentTarget: { value } }) => onChoose(value === 'participants' ? value : 'winners')}
      data={certificateRecipients.map((value) => ({ value, label: t(`certificate.${value}`) }))}
    />
  );
}

function GroupChoice({
  only,
  onChoose,
}: {
  readonly only: ContestantId | null;
  readonly onChoose: (only: ContestantId | null) => void;
}) {
  const { t } = useTranslation('export');
  const { contestants } = useSetup();
  return (
    <NativeSelect
      label={t('papers.which')}
      value={only ?? ''}
      onChange={({ currentTarget: { value } }) => onChoose(contestants.find(({ id }) => id === value)?.id ?? null)}
      data={[
        { value: '', label: t('papers.all') },
        ...contestants.map(({ id, number, name }) => ({
          value: id,
          label: number === null ? name : `${number}. ${name}`,
        })),
      ]}
    />
  );
}
