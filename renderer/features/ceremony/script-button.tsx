/** The host's script: looked at first, then printed or saved as PDF. */
import { Button, Text } from '@mantine/core';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentChannels } from '../../../shared/ipc/documents.ts';
import { useShell } from '../../contest/hooks.tsx';
import { PrintPreview } from '../../contest/print-preview.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export function ScriptButton() {
  const { t } = useTranslation('ceremony');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [isLooking, setLooking] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);

  async function print(toPdf: boolean): Promise<void> {
    const done = await run(() => shell.request(documentChannels['host-script'], { toPdf }));
    if (done !== undefined) setSaved(done.path);
  }

  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<Printer aria-hidden size="1rem" />}
        loading={busy}
        onClick={() => setLooking(true)}
      >
        {t('acts.script')}
      </Button>
      <ProblemAlert problem={problem} />
      {saved === null ? null : <Text>{t('acts.scriptSaved', { path: saved })}</Text>}
      {isLooking ? (
        <PrintPreview
          document="host-script"
          name={t('acts.scriptName')}
          onPrint={(toPdf) => void print(toPdf)}
          onClose={() => setLooking(false)}
        />
      ) : null}
    </>
  );
}
