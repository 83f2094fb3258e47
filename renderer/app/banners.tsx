/** What must be seen on every screen: invented data, a rehearsal, the trial runtime, a message of the shell. */
import { Button } from '@mantine/core';
import { FlaskConical, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useAppState, useContestPart, useTrouble } from '../contest/hooks.tsx';
import { useOtherLanguage } from '../messages/language.ts';
import classes from './frame.module.css';

export function Banners() {
  const { t } = useTranslation('app');
  const app = useAppState();
  const isRehearsal = useContestPart((contest) => contest.rehearsal);
  const isExample = useContestPart(({ setup }) => setup?.contest.example === true);
  const { trouble, reload } = useTrouble();
  useOtherLanguage(() => {
    if (trouble !== null) reload();
  });
  const texts = [
    isRehearsal ? t('rehearsal') : isExample ? t('example') : null,
    app?.trialRuntime === true ? t('trialRuntime') : null,
  ].filter((text) => text !== null);
  if (texts.length === 0 && !app?.notice && trouble === null) return null;
  return (
    <aside aria-label={t('banner')}>
      {texts.length > 0 ? (
        <div className={classes.banner}>
          <FlaskConical aria-hidden size="1.1rem" />
          {texts.join(' · ')}
        </div>
      ) : null}
      {app?.notice ? (
        <div className={classes.banner} role="alert">
          <TriangleAlert aria-hidden size="1.1rem" />
          {app.notice}
        </div>
      ) : null}
      {trouble === null ? null : (
        <div className={classes.banner} role="alert">
          <TriangleAlert aria-hidden size="1.1rem" />
          {trouble.message}
          <Button variant="default" onClick={reload}>
            {t('reload')}
          </Button>
        </div>
      )}
    </aside>
  );
}
