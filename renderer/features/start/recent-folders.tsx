/** Contests opened before. One whose folder is gone says so and can only be taken off the list. */
import { TriangleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentFolder } from '../../../shared/ipc/contract.ts';
import { useShell } from '../../contest/hooks.tsx';
import { PathText } from '../../ui/file-path.tsx';
import classes from './start.module.css';

const dateFormat = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short' });

export function RecentFolders({ busy, onOpen }: { readonly busy: boolean; readonly onOpen: (path: string) => void }) {
  const { t } = useTranslation('start');
  const shell = useShell();
  const [folders, setFolders] = useState<readonly RecentFolder[] | null>(null);

  useEffect(() => {
    let isGone = false;
    void shell.request('recent-folders').then((recent) => (isGone ? undefined : setFolders(recent)));
    return () => {
      isGone = true;
    };
  }, [shell]);

  if (folders === null) return null;
  if (folders.length === 0) return <p>{t('noRecent')}</p>;
  return (
    <ul className={classes.recent} aria-labelledby="terakhir">
      {folders.map((folder) => (
        <li key={folder.path}>
          <button
            type="button"
            className={classes.recentOpen}
            disabled={busy || !folder.exists}
            aria-label={t('recentOpen', { name: folder.name })}
            aria-describedby={`${encodeURIComponent(folder.path)}-rinci`}
            onClick={() => onOpen(folder.path)}
          >
            <span className={classes.recentName}>{folder.name}</span>
            <span className={classes.recentDetail} id={`${encodeURIComponent(folder.path)}-rinci`}>
              {t(folder.kind)} · {dateFormat.format(folder.openedAtMs)} · <PathText path={folder.path} />
            </span>
            {folder.exists ? null : (
              <span className={classes.recentMissing}>
                <TriangleAlert aria-hidden size="1.1em" />
                {t('missing')}
              </span>
            )}
          </button>
          <button
            type="button"
            className={classes.recentForget}
            aria-label={t('recentForget', { name: folder.name })}
            onClick={() => void shell.request('forget-recent', { path: folder.path }).then(setFolders)}
          >
            <X aria-hidden size="1.2rem" />
          </button>
        </li>
      ))}
    </ul>
  );
}
