/** A contest of before whose rubrics, rules and letterhead the new one takes over, and who of its jurors comes along (N2). */
import { Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EarlierContest, RecentFolder } from '../../../shared/ipc/app.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { PathText } from '../../ui/file-path.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';

export interface ChosenEarlier {
  readonly contest: EarlierContest;
  readonly jurors: readonly JurorId[];
}

export function EarlierChoice({
  value,
  isMissing,
  onChange,
}: {
  readonly value: ChosenEarlier | null;
  readonly isMissing: boolean;
  readonly onChange: (value: ChosenEarlier) => void;
}) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const [folders, setFolders] = useState<readonly RecentFolder[]>([]);

  useEffect(() => {
    let isGone = false;
    void run(() => shell.request('recent-folders')).then((recent) => {
      if (!isGone && recent !== undefined)
        setFolders(recent.filter(({ kind, exists }) => kind === 'committee' && exists));
    });
    return () => {
      isGone = true;
    };
  }, [shell, run]);

  async function choose(path?: string): Promise<void> {
    const contest = await run(() => shell.request('earlier-contest', path === undefined ? {} : { path }));
    if (contest !== undefined && contest !== null) onChange({ contest, jurors: [] });
  }

  const isListed = folders.some(({ path }) => path === value?.contest.path);
  return (
    <Stack gap="sm">
      {folders.length === 0 ? null : (
        <Radio.Group
          label={t('earlier.choose')}
          size="md"
          value={value?.contest.path ?? null}
          onChange={(path) => void choose(path)}
        >
          <Stack gap="xs" mt="xs">
            {folders.map(({ path, name }) => (
              <Radio key={path} size="md" value={path} label={name} description={<PathText path={path} />} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<FolderOpen aria-hidden size="1.2rem" />}
          loading={busy}
          onClick={() => void choose()}
        >
          {t(folders.length === 0 ? 'earlier.folder' : 'earlier.otherFolder')}
        </Button>
      </Group>
      {value === null || isListed ? null : (
        <Text>
          {t('earlier.chosen', { name: value.contest.name })} <PathText path={value.contest.path} />
        </Text>
      )}
      <ProblemAlert problem={problem} />
      {isMissing ? (
        <Text c="var(--gj-danger)" fw={600} role="alert">
          {t('earlier.missing')}
        </Text>
      ) : null}
      {value === null || value.contest.jurors.length === 0 ? null : (
        <Checkbox.Group
          size="md"
          label={t('earlier.jurors')}
          description={t('earlier.jurorsHint')}
          value={[...value.jurors]}
          onChange={(ids) =>
            onChange({
              ...value,
              jurors: value.contest.jurors.flatMap(({ id }) => (ids.includes(id) ? [id] : [])),
            })
          }
        >
          <Stack gap="xs" mt="xs">
            {value.contest.jurors.map(({ id, name, unit }) => (
              <Checkbox key={id} size="md" value={id} label={name} description={unit === '' ? undefined : unit} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  );
}
