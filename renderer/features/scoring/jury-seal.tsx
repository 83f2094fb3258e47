/** [Z3] What the jury's chair agrees to on the own seat: a proposed seal, or the opening of one. Nobody else's seat shows it. */
import { Alert, Button, Text } from '@mantine/core';
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findJuror, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import type { JurorId } from '../../../shared/domain/ids.ts';
import { proposedSeal, standingSeals, type Seal } from '../../../shared/domain/seal.ts';
import { wholeContest, type SealScope } from '../../../shared/domain/setup/contest-file.ts';
import { CheckCode } from '../../contest/check-code.tsx';
import { useExecute } from '../../contest/hooks.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import classes from './scoring.module.css';

export function JurySeal({ contest, seat }: { readonly contest: Contest; readonly seat: JurorId }) {
  const { t } = useTranslation('deliberation');
  const setup = setupOf(contest);
  if (findJuror(setup, seat)?.chair !== true) return null;
  const scopes: readonly SealScope[] = [...setup.categories.map(({ id }) => id), wholeContest];
  const proposed = scopes.flatMap((scope) => proposedSeal(contest, scope) ?? []);
  const seals = [...proposed, ...standingSeals(contest)];
  if (seals.length === 0) return null;
  return (
    <section className={classes.signOffPart} aria-labelledby="segel-juri">
      <h2 className={classes.signOffTitle} id="segel-juri">
        {t('jury.title')}
      </h2>
      {seals.map((seal) => (
        <Agreeing key={seal.code} contest={contest} seal={seal} />
      ))}
    </section>
  );
}

function Agreeing({ contest, seal }: { readonly contest: Contest; readonly seal: Seal }) {
  const { t } = useTranslation('deliberation');
  const execute = useExecute();
  const [isAsking, setAsking] = useState(false);
  const { code, opening, approved } = seal;
  const name = setupOf(contest).categories.find(({ id }) => id === seal.scope)?.name ?? t('whole');
  const isOpening = approved !== null && opening !== null;
  const isAgreed = (isOpening ? opening.confirmed : seal.confirmed) !== null;
  const isSealed = approved !== null && opening === null;

  async function agree(): Promise<void> {
    await execute({ type: 'confirm-seal', code, ...(isOpening ? { opening: opening.ref } : {}) });
    setAsking(false);
  }

  return (
    <Alert
      mt="sm"
      color={isOpening ? 'gold' : 'teal'}
      icon={<LockKeyhole aria-hidden />}
      title={t('jury.about', { scope: name })}
    >
      <CheckCode code={code} {...(isSealed ? {} : { hint: t('jury.text') })} />
      {isOpening ? <Text fw={600}>{t('jury.opening', { reason: opening.reason })}</Text> : null}
      {isSealed ? (
        <Text>{t('jury.sealed')}</Text>
      ) : isAgreed ? (
        <Text fw={600}>{t('jury.waiting')}</Text>
      ) : (
        <Button mt="xs" color={isOpening ? 'red' : 'teal'} aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t(isOpening ? 'jury.agreeOpening' : 'jury.agree')}
        </Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        title={t(isOpening ? 'jury.agreeOpeningTitle' : 'jury.agreeTitle', { scope: name })}
        confirmLabel={t('jury.confirm')}
        tone={isOpening ? 'danger' : 'normal'}
        onCancel={() => setAsking(false)}
        onConfirm={() => void agree()}
      >
        <CheckCode code={code} />
        <Text>{t(isOpening ? 'jury.agreeOpeningText' : 'jury.agreeText')}</Text>
      </ConfirmDialog>
    </Alert>
  );
}
