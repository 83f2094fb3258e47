/** Where a list is dropped or chosen. A file that comes without a path travels as its bytes. */
import { Button } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../shared/ipc/contract.ts';
import { useShell } from '../../contest/hooks.tsx';
import classes from './import.module.css';

export function FileDrop({
  busy,
  present,
  onFile,
}: {
  readonly busy: boolean;
  /** Contestants that are there already. */
  readonly present: number;
  readonly onFile: (file?: InputOf<'preview-import'>['file']) => void;
}) {
  const { t } = useTranslation('import');
  const shell = useShell();
  const [isOver, setOver] = useState(false);

  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined || busy) return;
    const path = shell.pathOfFile(file);
    onFile(path === '' ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : { path });
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is an extra; the button does the same
    <section
      className={classes.drop}
      data-over={isOver}
      aria-label={t('drop')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <FileSpreadsheet aria-hidden size="3rem" strokeWidth={1.5} />
      <p className={classes.dropTitle}>{t('drop')}</p>
      <p className={classes.quiet} style={{ margin: 0 }}>
        {t('dropHint')}
      </p>
      <Button size="lg" disabled={busy} onClick={() => onFile()}>
        {t('choose')}
      </Button>
      <p style={{ margin: 0 }}>{present === 0 ? t('none') : t('present', { count: present })}</p>
    </section>
  );
}
