/** [Z13] What this laptop finds itself now that the scores are open: whether all is here, whether the seals are true, who has won. */
import { Alert, List, Text } from '@mantine/core';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findCategory, findContestant, setupOf } from '../../shared/domain/contest.ts';
import { wholeContest, type SealScope } from '../../shared/domain/setup/contest-file.ts';
import type { OwnCheck } from '../../shared/ipc/opening.ts';
import { placeNames } from '../../shared/ranking/place-names.ts';
import { groupedCode } from '../../shared/say/check-code.ts';
import { placeLabel } from '../../shared/say/place-names.ts';
import { useContest, useShell } from './hooks.tsx';
import { useRequest } from './use-request.ts';
import { dateFormat } from '../messages/language.ts';
import { words } from '../messages/words.ts';
import { contestantText } from '../ui/contestant-name.tsx';
import panels from '../ui/panels.module.css';
import { ProblemAlert } from '../ui/problem-alert.tsx';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function OwnCheckPanel() {
  const { t } = useTranslation('opening');
  const contest = useContest();
  const shell = useShell();
  const { problem, run } = useRequest();
  const [check, setCheck] = useState<OwnCheck | null>(null);
  // Whatever came in may be what was lacking.
  useEffect(() => {
    void run(() => shell.request('own-check')).then((found) => setCheck(found ?? null));
  }, [run, shell, contest]);
  const setup = setupOf(contest);
  const { scoresOpening } = contest;
  if (scoresOpening === null) return null;
  const named = (scope: SealScope) =>
    scope === wholeContest ? t('check.whole') : (findCategory(setup, scope)?.name ?? scope);

  return (
    <section className={panels.panel} aria-labelledby="pemeriksaan">
      <h2 className={panels.panelTitle} id="pemeriksaan">
        {t('check.title')}
      </h2>
      <Text>{t('check.opened', { time: moment.format(scoresOpening.atMs) })}</Text>
      <ProblemAlert problem={problem} />
      {check === null ? null : (
        <>
          <Text mb="sm">
            {check.unread > 0 ? t('check.reading', { ...counts(check) }) : t('check.complete', { ...counts(check) })}
          </Text>
          {check.seals.map(({ scope, code, isTrue }) =>
            isTrue && check.unread > 0 ? (
              <Text key={code}>{t('check.sealOpen', { scope: named(scope), code: groupedCode(code) })}</Text>
            ) : (
              <Alert
                key={code}
                mb="sm"
                color={isTrue ? 'green' : 'red'}
                icon={isTrue ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
              >
                {t(isTrue ? 'check.sealTrue' : 'check.sealFalse', { scope: named(scope), code: groupedCode(code) })}
              </Alert>
            ),
          )}
          {check.unread > 0 || check.winners.length === 0 ? null : (
            <>
              <h3>{t('check.winners')}</h3>
              {check.winners.map(({ category, places }) => (
                <div key={category}>
                  <Text fw={600}>{named(category)}</Text>
                  <List>
                    {places.map(({ place, contestant }) => {
                      const group = findContestant(setup, contestant);
                      const who = group === undefined ? contestant : contestantText(group);
                      return (
                        <List.Item key={contestant}>
                          {placeLabel(words.places, placeNames(setup, category), place)}: {who}
                        </List.Item>
                      );
                    })}
                  </List>
                </div>
              ))}
            </>
          )}
        </>
      )}
    </section>
  );
}

const counts = ({ unread, logs }: OwnCheck) => ({ unread, logs });
