/** The letterhead's logo: chosen from a file, shown as it is, taken away again. */
import { Button, FileButton, Group } from '@mantine/core';
import { ImageUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../messages/language.ts';
import { readPicture } from '../../../shared/lib/picture.ts';
import { readLogo } from './logo-file.ts';
import { ProblemLine, useSetupForm } from './setup-form.tsx';
import classes from './setup.module.css';

export function LogoField() {
  const { t } = useTranslation('setup');
  const { draft, problems, change } = useSetupForm();
  const [refused, setRefused] = useSaid<string>();
  const { logo } = draft.contest;
  const picture = logo === '' ? null : readPicture(logo);
  const put = (text: string, focus: string): void =>
    change((before) => ({ ...before, contest: { ...before.contest, logo: text } }), focus);

  async function choose(file: File | null): Promise<void> {
    if (file === null) return;
    const read = await readLogo(file);
    setRefused(read.ok ? null : t('contest.logoRefused', { name: file.name, problem: read.error }));
    if (read.ok) put(read.value, 'logo-pilih');
  }

  const problem = refused ?? problems.get('/contest/logo') ?? null;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 500 }}>{t('contest.logo')}</legend>
      {picture?.ok === true ? (
        <img
          className={classes.logo}
          alt={t('contest.logoShown', { width: picture.value.width, height: picture.value.height })}
          src={`data:image/${picture.value.type};base64,${logo}`}
        />
      ) : null}
      <Group gap="sm">
        <FileButton accept="image/png,image/jpeg" onChange={(file) => void choose(file)}>
          {(open) => (
            <Button
              {...open}
              id="logo-pilih"
              variant="default"
              leftSection={<ImageUp aria-hidden size="1.1rem" />}
              aria-describedby="logo-petunjuk"
            >
              {logo === '' ? t('contest.logoChoose') : t('contest.logoReplace')}
            </Button>
          )}
        </FileButton>
        {logo === '' ? null : (
          <Button
            variant="default"
            leftSection={<Trash2 aria-hidden size="1.1rem" />}
            onClick={() => {
              setRefused(null);
              put('', 'logo-pilih');
            }}
          >
            {t('contest.logoRemove')}
          </Button>
        )}
      </Group>
      <p id="logo-petunjuk" className={classes.quiet}>
        {t('contest.logoHint')}
      </p>
      {problem === null ? null : <ProblemLine>{problem}</ProblemLine>}
    </fieldset>
  );
}
