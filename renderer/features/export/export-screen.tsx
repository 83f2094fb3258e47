/** Documents: the official workbook, the recap on paper, the contest file and backups; each says what it is for. */
import { Alert, Button, List, Text } from '@mantine/core';
import { DatabaseBackup, FileJson, FileSpreadsheet, Hourglass, Lock, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKinds, type DocumentKind } from '../../../shared/domain/document-kinds.ts';
import { documentChannels } from '../../../shared/ipc/documents.ts';
import { useContest, useSaveStatus, useSetup, useShell } from '../../contest/hooks.tsx';
import { NextStep } from '../../contest/next-step.tsx';
import { OutwardLanguage } from '../../contest/outward-language.tsx';
import { rankingOf } from '../../contest/ranking.ts';
import { ShowDialog } from '../../contest/results-gate.tsx';
import { useWithheld } from '../../contest/withheld.ts';
import { PrintPreview } from '../../contest/print-preview.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { DocumentCard } from './document-card.tsx';
import { PaperCard } from './paper-card.tsx';
import classes from './export.module.css';
import { dateFormat } from '../../messages/language.ts';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function ExportScreen() {
  const { t } = useTranslation('export');
  const { categories, contestants } = useSetup();
  const isEmpty = categories.length === 0 || contestants.length === 0;
  return (
    <div className={classes.page}>
      <PageTitle title={t('title')} hint={t('hint')} />
      <ProvisionalWarning />
      <Withheld />
      <OutwardLanguage of="documents" />
      <h2 className={classes.heading}>{t('official')}</h2>
      {isEmpty ? (
        <EmptyState icon={Printer} title={t('empty.title')} text={t('empty.text')} action={<NextStep />} />
      ) : (
        <Cards place="official" />
      )}
      <h2 className={classes.heading}>{t('copies')}</h2>
      <Cards place="copies" />
    </div>
  );
}

/** Where on this screen each document is made; null: on another one. */
const cards: Readonly<Record<DocumentKind, { readonly place: Place; readonly Card: () => ReactNode } | null>> = {
  workbook: { place: 'official', Card: WorkbookCard },
  recap: { place: 'official', Card: RecapCard },
  minutes: { place: 'official', Card: () => <PaperCard paper="minutes" /> },
  'decree-annex': { place: 'official', Card: () => <PaperCard paper="decree-annex" /> },
  'winner-list': { place: 'official', Card: () => <PaperCard paper="winner-list" /> },
  reasons: { place: 'official', Card: () => <PaperCard paper="reasons" byGroup /> },
  feedback: { place: 'official', Card: () => <PaperCard paper="feedback" byGroup /> },
  certificates: { place: 'official', Card: () => <PaperCard paper="certificates" byGroup /> },
  changes: { place: 'official', Card: () => <PaperCard paper="changes" /> },
  // Beside the seats that they are for.
  'code-slips': null,
  // Beside the acts that it lists.
  'host-script': null,
  // Beside its filters.
  history: null,
  'contest-file': { place: 'copies', Card: ContestFileCard },
  backup: { place: 'copies', Card: BackupCard },
};

type Place = 'official' | 'copies';

function Cards({ place }: { readonly place: Place }) {
  return (
    <div className={classes.cards}>
      {documentKinds.map((kind) => {
        const card = cards[kind];
        return card?.place === place ? <card.Card key={kind} /> : null;
      })}
    </div>
  );
}

function ProvisionalWarning() {
  const { t } = useTranslation('export');
  const { categories } = useSetup();
  const { answer } = rankingOf(useContest());
  const open = categories.filter(({ id }) => {
    const ranking = answer.categories.find((each) => each.category === id);
    return ranking !== undefined && (ranking.provisional || ranking.blocked !== null);
  });
  if (open.length === 0) return null;
  const names = open.map(({ name }) => name).join(', ');
  return (
    <Alert color="yellow" icon={<Hourglass aria-hidden />} title={t('provisional.title', { categories: names })}>
      {t('provisional.text')}
    </Alert>
  );
}

/** [Z15] Between seal and announcement. */
function Withheld() {
  const { t } = useTranslation('deliberation');
  const isWithheld = useWithheld();
  const [isAsking, setAsking] = useState(false);
  const [isShown, setShown] = useState(false);
  if (!isWithheld || isShown) return null;
  return (
    <Alert color="gold" icon={<Lock aria-hidden />} title={t('withheld.title')}>
      <Text>{t('withheld.documents')}</Text>
      <Button mt="xs" variant="default" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('hidden.show')}
      </Button>
      {isAsking ? <ShowDialog onShown={() => setShown(true)} onClose={() => setAsking(false)} /> : null}
    </Alert>
  );
}

function WorkbookCard() {
  const { t } = useTranslation('export');
  const shell = useShell();
  return (
    <DocumentCard icon={FileSpreadsheet} title={t('workbook.title')}>
      {(save) => ({
        text: (
          <>
            <Text>{t('workbook.text')}</Text>
            <List>
              <List.Item>{t('workbook.recap')}</List.Item>
              <List.Item>{t('workbook.juror')}</List.Item>
              <List.Item>{t('workbook.winners')}</List.Item>
            </List>
          </>
        ),
        actions: (
          <Button onClick={() => save(() => shell.request(documentChannels.workbook))}>{t('workbook.save')}</Button>
        ),
      })}
    </DocumentCard>
  );
}

function RecapCard() {
  const { t } = useTranslation('export');
  const shell = useShell();
  const [isLooking, setLooking] = useState(false);
  return (
    <DocumentCard icon={Printer} title={t('recap.title')}>
      {(save) => ({
        text: <Text>{t('recap.text')}</Text>,
        actions: (
          <>
            <Button aria-haspopup="dialog" onClick={() => setLooking(true)}>
              {t('recap.print')}
            </Button>
            <Button
              variant="default"
              onClick={() => save(() => shell.request(documentChannels.recap, { toPdf: true }))}
            >
              {t('recap.pdf')}
            </Button>
            {isLooking ? (
              <PrintPreview
                document="recap"
                name={t('recap.title')}
                onPrint={(toPdf) =>
                  save(() => shell.request(documentChannels.recap, { toPdf }), toPdf ? undefined : t('recap.printed'))
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

function ContestFileCard() {
  const { t } = useTranslation('export');
  const shell = useShell();
  const saveFile = (withScores: boolean) => () => shell.request(documentChannels['contest-file'], { withScores });
  return (
    <DocumentCard icon={FileJson} title={t('contestFile.title')}>
      {(save) => ({
        text: (
          <>
            <Text>{t('contestFile.text')}</Text>
            <Text c="var(--gj-quiet)">{t('contestFile.secret')}</Text>
          </>
        ),
        actions: (
          <>
            <Button onClick={() => save(saveFile(true))}>{t('contestFile.withScores')}</Button>
            <Button variant="default" onClick={() => save(saveFile(false))}>
              {t('contestFile.withoutScores')}
            </Button>
          </>
        ),
      })}
    </DocumentCard>
  );
}

function BackupCard() {
  const { t } = useTranslation('export');
  const shell = useShell();
  const lastAtMs = useSaveStatus()?.lastBackupAtMs ?? null;
  return (
    <DocumentCard icon={DatabaseBackup} title={t('backup.title')}>
      {(save) => ({
        text: (
          <>
            <Text>{t('backup.text')}</Text>
            <Text fw={600}>
              {lastAtMs === null ? t('backup.never') : t('backup.last', { time: moment.format(lastAtMs) })}
            </Text>
          </>
        ),
        actions: <Button onClick={() => save(() => shell.request(documentChannels.backup))}>{t('backup.save')}</Button>,
      })}
    </DocumentCard>
  );
}
