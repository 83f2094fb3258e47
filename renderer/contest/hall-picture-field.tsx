/** A picture for the hall: chosen from a file, shown as it is, replaced, taken away again. It is kept at once (rule W10). */
import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { ImageUp, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HallPictureKey } from '../../shared/domain/hall-picture.ts';
import { hallPictureAddress } from '../../shared/domain/hall-picture-address.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import { limits } from '../../shared/limits.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { readHallPicture } from './hall-picture-file.ts';
import classes from './hall-picture-field.module.css';
import { useShell } from './hooks.tsx';
import { useRequest } from './use-request.ts';

export function HallPictureField({
  of,
  label,
  hint,
  onChange = () => undefined,
}: {
  readonly of: HallPictureKey;
  readonly label: string;
  readonly hint: string;
  /** After another one is kept, or none. */
  readonly onChange?: () => void;
}) {
  const { t } = useTranslation('ui');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [kept, setKept] = useState<OutputOf<'hall-pictures'>>({});
  useEffect(() => {
    void shell.request('hall-pictures').then((answer) => (answer.ok ? setKept(answer.value) : undefined));
  }, [shell]);
  const hash = kept[of];

  async function choose(file: File | null): Promise<void> {
    if (file === null) return;
    const done = await run(async () => {
      const read = await readHallPicture(of, file);
      if (read.ok) return shell.request('put-hall-picture', { key: of, picture: read.value });
      const most = { megabytes: limits.pictureFileBytes / 1024 / 1024, megapixels: limits.picturePixels / 1_000_000 };
      const message = t(`hallPicture.refused.${read.error}`, { name: file.name, ...most });
      return { ok: false, error: { message, problems: [] } } as const;
    });
    if (done === undefined) return;
    setKept(done);
    onChange();
  }

  async function remove(): Promise<void> {
    const done = await run(() => shell.request('remove-hall-picture', { key: of }));
    if (done === undefined) return;
    setKept(done);
    onChange();
  }

  return (
    <Stack gap={6} component="fieldset" className={classes.field}>
      <legend className={classes.label}>{label}</legend>
      {hash === undefined ? null : <img className={classes.picture} alt={label} src={hallPictureAddress(hash)} />}
      <Group gap="sm">
        <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
          {(open) => (
            <Button {...open} variant="default" loading={busy} leftSection={<ImageUp aria-hidden size="1.1rem" />}>
              {t(hash === undefined ? 'hallPicture.choose' : 'hallPicture.replace')}
            </Button>
          )}
        </FileButton>
        {hash === undefined ? null : (
          <Button variant="default" leftSection={<Trash2 aria-hidden size="1.1rem" />} onClick={() => void remove()}>
            {t('hallPicture.remove')}
          </Button>
        )}
      </Group>
      <Text c="var(--gj-quiet)">{hint}</Text>
      <ProblemAlert problem={problem} />
    </Stack>
  );
}
