/** Contests opened before. One whose folder is gone says so and can only be taken off the list. */
import { Button } from '@mantine/core';
import { CloudAlert, FolderInput, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyLine } from '../../ui/empty-state.tsx';
import type { RecentFolder } from '../../../shared/ipc/app.ts';
import { useShell } from '../../contest/hooks.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { PathText } from '../../ui/file-path.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import classes from './start.module.css';
import { dateFormat } from '../../messages/language.ts';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function RecentFolders({ busy, onOpen }: { readonly busy: boolean; readonly onOpen: (path: string) => void }) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const [folders, setFolders] = useState<readonly RecentFolder[] | null>(null);
  const { busy: isMoving, problem, run } = useRequest();

  useEffect(() => {
    let isGone = false;
    void run(() => shell.request('recent-folders')).then((recent) => {
      if (!isGone && recent !== undefined) setFolders(recent);
    });
    return () => {
      isGone = true;
    };
  }, [shell, run]);

  async function move(path: string): Promise<void> {
    const moved = await run(() => shell.request('move-folder', { path }));
    if (moved !== undefined) setFolders(moved);
  }

  async function forget(path: string): Promise<void> {
    const left = await run(() => shell.request('forget-recent', { path }));
    if (left !== undefined) setFolders(left);
  }

  if (folders === null) return <ProblemAlert problem={problem} />;
  if (folders.length === 0) return <EmptyLine text={t('noRecent')} />;
  return (
    <>
      <ProblemAlert problem={problem} />
      <ul className={classes.recent} aria-labelledby="terakhir">
        {folders.map((folder) => (
          <li key={folder.path}>
            <button
              type="button"
              className={classes.recentOpen}
              disabled={busy || isMoving || !folder.exists}
              aria-label={t('recentOpen', { name: folder.name })}
              aria-describedby={`${encodeURIComponent(folder.path)}-rinci`}
              onClick={() => onOpen(folder.path)}
            >
              <span className={classes.recentName}>{folder.name}</span>
              <span className={classes.recentDetail} id={`${encodeURIComponent(folder.path)}-rinci`}>
                {t(folder.kind)} · {moment.format(folder.openedAtMs)} · <PathText path={folder.path} />
              </span>
              {folder.exists ? null : (
                <span className={classes.recentMissing}>
                  <TriangleAlert aria-hidden size="1.1em" />
                  {t('missing')}
                </span>
              )}
            </button>
            {folder.move === null ? null : (
              <span className={classes.recentMove}>
                <CloudAlert aria-hidden size="1.3rem" />
                <span id={`${encodeURIComponent(folder.path)}-pindah`}>
                  {t(`move.${folder.move.why}`, { service: folder.move.service })}
                </span>
                <Button
                  size="sm"
                  variant="default"
                  leftSection={<FolderInput aria-hidden size="1.1rem" />}
                  loading={isMoving}
                  disabled={busy}
                  aria-label={t('move.label', { name: folder.name })}
                  aria-describedby={`${encodeURIComponent(folder.path)}-pindah`}
                  onClick={() => void move(folder.path)}
                >
                  {t('move.button')}
                </Button>
              </span>
            )}
            <button
              type="button"
              className={classes.recentForget}
              aria-label={t('recentForget', { name: folder.name })}
              onClick={() => void forget(folder.path)}
            >
              <X aria-hidden size="1.2rem" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
