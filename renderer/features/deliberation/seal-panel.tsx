/** The seal of a scope: proposed here, agreed to by the jury's chair on the own seat and by the committee's chair with the own PIN (rule Z3), opened the same way (Z9). */
import { Alert, Button, Group, Text } from '@mantine/core';
import { LockKeyhole, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { proposedSeal, sealsOf, standingSealOf, type Seal } from '../../../shared/domain/seal.ts';
import { wholeContest, type SealScope } from '../../../shared/domain/setup/contest-file.ts';
import { groupedCode } from '../../../shared/say/check-code.ts';
import { sealLacks } from '../../../shared/seal/propose.ts';
import { CheckCode } from '../../contest/check-code.tsx';
import { ChairPinDialog } from '../../contest/chair-pin-dialog.tsx';
import { useExecute, useShell } from '../../contest/hooks.tsx';
import { StepLink } from '../../contest/step-link.tsx';
import { useRequest } from '../../contest/use-request.ts';
import { dateFormat } from '../../messages/language.ts';
import panels from '../../ui/panels.module.css';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import { ChairPin } from './chair-pin.tsx';
import classes from './deliberation.module.css';
import { scopeName } from './scope-name.ts';

const moment = dateFormat({ dateStyle: 'long', timeStyle: 'short' });

export function SealPanel({ contest, scope }: { readonly contest: Contest; readonly scope: SealScope }) {
  const { t } = useTranslation('deliberation');
  if (setupOf(contest).contest.sealing !== true) {
    return (
      <section className={panels.panel} aria-labelledby="segel">
        <h2 className={panels.panelTitle} id="segel">
          {t('seal.title')}
        </h2>
        <Group>
          <Text>{t('seal.off')}</Text>
          <StepLink step="rules" />
        </Group>
      </section>
    );
  }
  const standing = standingSealOf(contest, scope);
  const proposed = proposedSeal(contest, scope);
  return (
    <section className={panels.panel} aria-labelledby="segel">
      <h2 className={panels.panelTitle} id="segel">
        <LockKeyhole aria-hidden size="1.2em" /> {t('seal.title')}
      </h2>
      {standing !== null ? (
        <Standing contest={contest} scope={scope} seal={standing} />
      ) : proposed !== null ? (
        <Proposed contest={contest} scope={scope} seal={proposed} />
      ) : (
        <>
          <Text mb="xs">{t('seal.text')}</Text>
          <Propose contest={contest} scope={scope} label={t('seal.propose')} isMain />
        </>
      )}
      <History contest={contest} scope={scope} />
      <ChairPin />
    </section>
  );
}

function Propose({
  contest,
  scope,
  label,
  isMain,
}: {
  readonly contest: Contest;
  readonly scope: SealScope;
  readonly label: string;
  readonly isMain: boolean;
}) {
  const shell = useShell();
  const { busy, problem, run } = useRequest();
  const isLacking = sealLacks(contest, scope).length > 0;
  return (
    <>
      <Button
        size={isMain ? 'md' : 'sm'}
        variant={isMain ? 'filled' : 'default'}
        leftSection={<LockKeyhole aria-hidden size="1.1rem" />}
        disabled={isLacking}
        loading={busy}
        onClick={() => void run(() => shell.request('propose-seal', { scope }))}
      >
        {label}
      </Button>
      <ProblemAlert problem={problem} />
    </>
  );
}

interface SealProperties {
  readonly contest: Contest;
  readonly scope: SealScope;
  readonly seal: Seal;
}

function Proposed({ contest, scope, seal }: SealProperties) {
  const { t } = useTranslation('deliberation');
  const shell = useShell();
  const [isAsking, setAsking] = useState(false);
  const { code, confirmed } = seal;
  const name = scopeName(setupOf(contest), scope, t('whole'));
  return (
    <>
      <CheckCode code={code} hint={t('seal.codeHint')} />
      <Text>{t('seal.proposedAt', { time: moment.format(seal.atMs) })}</Text>
      {seal.previous === null ? null : <Text>{t('seal.previous', { code: groupedCode(seal.previous) })}</Text>}
      <Agreement contest={contest} confirmedAtMs={confirmed?.atMs ?? null} />
      <Group mt="sm">
        <Button disabled={confirmed === null} aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t('seal.approve')}
        </Button>
        <Propose contest={contest} scope={scope} label={t('seal.proposeAgain')} isMain={false} />
      </Group>
      {isAsking ? (
        <ChairPinDialog
          title={t('seal.approveTitle', { scope: name })}
          confirm={t('seal.approveConfirm')}
          ask={(pin) => shell.request('approve-seal', { code, pin })}
          onDone={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          <CheckCode code={code} />
          <Text>{t('seal.approveText')}</Text>
        </ChairPinDialog>
      ) : null}
    </>
  );
}

function Standing({ contest, scope, seal }: SealProperties) {
  const { t } = useTranslation('deliberation');
  const shell = useShell();
  const execute = useExecute();
  const [asked, setAsked] = useState<'reason' | 'pin' | null>(null);
  const { code, opening } = seal;
  // A category under the seal of the whole contest is opened with that one.
  const isCovered = scope !== seal.scope;
  const name = scopeName(setupOf(contest), seal.scope, t('whole'));
  return (
    <>
      {isCovered ? <Text fw={600}>{t('seal.covered')}</Text> : null}
      <CheckCode code={code} hint={t('seal.codeHint')} />
      <Text>{t('seal.sealedAt', { time: moment.format(seal.approved?.atMs ?? seal.atMs) })}</Text>
      {seal.previous === null ? null : <Text>{t('seal.previous', { code: groupedCode(seal.previous) })}</Text>}
      {opening === null ? (
        isCovered ? null : (
          <Button
            mt="sm"
            variant="default"
            aria-haspopup="dialog"
            leftSection={<LockOpen aria-hidden size="1.1rem" />}
            onClick={() => setAsked('reason')}
          >
            {t('seal.open')}
          </Button>
        )
      ) : (
        <>
          <Alert mt="sm" color="gold" icon={<LockOpen aria-hidden />}>
            {t('seal.opening', { reason: opening.reason })}
          </Alert>
          <Agreement contest={contest} confirmedAtMs={opening.confirmed?.atMs ?? null} />
          <Button
            mt="sm"
            color="red"
            disabled={opening.confirmed === null}
            aria-haspopup="dialog"
            onClick={() => setAsked('pin')}
          >
            {t('seal.approveOpening')}
          </Button>
        </>
      )}
      <ReasonDialog
        opened={asked === 'reason'}
        title={t('seal.openTitle', { scope: name })}
        confirmLabel={t('seal.openConfirm')}
        tone="danger"
        onCancel={() => setAsked(null)}
        onConfirm={(reason) =>
          void execute({ type: 'propose-seal-opening', code, reason }).then((isDone) =>
            isDone ? setAsked(null) : undefined,
          )
        }
      >
        <Text>{t('seal.openText')}</Text>
      </ReasonDialog>
      {asked === 'pin' && opening !== null ? (
        <ChairPinDialog
          title={t('seal.approveOpeningTitle', { scope: name })}
          confirm={t('seal.approveOpeningConfirm')}
          tone="danger"
          ask={(pin) => shell.request('approve-seal', { code, opening: opening.ref, pin })}
          onDone={() => setAsked(null)}
          onClose={() => setAsked(null)}
        >
          <Text>{t('seal.approveOpeningText')}</Text>
        </ChairPinDialog>
      ) : null}
    </>
  );
}

/** Who of the two has agreed; the committee's chair comes second. */
function Agreement({ contest, confirmedAtMs }: { readonly contest: Contest; readonly confirmedAtMs: number | null }) {
  const { t } = useTranslation('deliberation');
  const chair = setupOf(contest).jurors.find((juror) => juror.chair === true);
  return (
    <>
      <ol aria-label={t('seal.steps')}>
        <li>
          <strong>{t('seal.byJury', { chair: chair?.name ?? t('review.dash') })}</strong>:{' '}
          {confirmedAtMs === null ? t('seal.waiting') : t('seal.agreed', { time: moment.format(confirmedAtMs) })}
        </li>
        <li>
          <strong>{t('seal.byCommittee')}</strong>: {t('seal.waiting')}
        </li>
      </ol>
      {confirmedAtMs === null ? <Text>{t('seal.juryHow')}</Text> : null}
    </>
  );
}

/** [Z9] Those that were opened stay, with their codes and reasons. */
function History({ contest, scope }: { readonly contest: Contest; readonly scope: SealScope }) {
  const { t } = useTranslation('deliberation');
  const isOf = (seal: Seal) => seal.scope === scope || seal.scope === wholeContest;
  const opened = sealsOf(contest).filter((seal) => seal.state === 'opened' && isOf(seal));
  if (opened.length === 0) return null;
  return (
    <>
      <h3 className={panels.categoryTitle}>{t('seal.history')}</h3>
      <ul className={classes.list}>
        {opened.map((seal) => (
          <li key={seal.code}>
            <span className={classes.words}>
              <span className={classes.codeSmall}>{groupedCode(seal.code)}</span>:{' '}
              {t('seal.opened', {
                sealed: moment.format(seal.approved?.atMs ?? seal.atMs),
                opened: moment.format(seal.opening?.approved?.atMs ?? seal.atMs),
                reason: seal.opening?.reason ?? '',
              })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
