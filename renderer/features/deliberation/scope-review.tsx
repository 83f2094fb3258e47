/** What the jury's chair looks at before sealing: what is lacking, the places with small margins and ties pointed out, a sheet to reopen. */
import { Alert, Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { ArrowRight, CircleCheck, ClipboardList, LockOpen, TriangleAlert } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { findContestant, setupOf, type Contest } from '../../../shared/domain/contest.ts';
import { idFrom, type CategoryId } from '../../../shared/domain/ids.ts';
import { sheetsOfJuror } from '../../../shared/domain/score-sheet.ts';
import { openObjections } from '../../../shared/domain/seal.ts';
import { wholeContest, type SealScope } from '../../../shared/domain/setup/contest-file.ts';
import { toFixedText } from '../../../shared/lib/rational.ts';
import { columnDecimals, columnDisplays } from '../../../shared/ranking/display.ts';
import { sealLacks, type SealLack } from '../../../shared/seal/propose.ts';
import { sayTieStepText } from '../../../shared/say/tie-steps.ts';
import { useExecute } from '../../contest/hooks.tsx';
import { closeMargins, marginsBelow } from '../../contest/margins.ts';
import { rankingOf } from '../../contest/ranking.ts';
import { StepLink } from '../../contest/step-link.tsx';
import { showDecimal, showResult } from '../../messages/numbers.ts';
import { words } from '../../messages/words.ts';
import { ContestantName, contestantText } from '../../ui/contestant-name.tsx';
import panels from '../../ui/panels.module.css';
import { ReasonDialog } from '../../ui/reason-dialog.tsx';
import classes from './deliberation.module.css';

export function ScopeReview({ contest, scope }: { readonly contest: Contest; readonly scope: SealScope }) {
  const { t } = useTranslation('deliberation');
  return (
    <>
      <Lacks contest={contest} scope={scope} />
      {scope === wholeContest ? (
        <Group>
          <Text>{t('review.wide')}</Text>
          <ToScreen path="/peringkat" label={t('review.toResults')} />
        </Group>
      ) : (
        <Places contest={contest} category={scope} />
      )}
    </>
  );
}

function ToScreen({ path, label }: { readonly path: string; readonly label: string }) {
  return (
    <Button
      component={Link}
      to={path}
      size="sm"
      variant="default"
      rightSection={<ArrowRight aria-hidden size="1rem" />}
    >
      {label}
    </Button>
  );
}

function Lacks({ contest, scope }: { readonly contest: Contest; readonly scope: SealScope }) {
  const { t } = useTranslation('deliberation');
  const isSealing = setupOf(contest).contest.sealing === true;
  const lacks = sealLacks(contest, scope).filter(
    ({ type }) => type !== 'sealed-already' && (isSealing || type !== 'no-chair'),
  );
  const objections = openObjections(contest).length;
  return (
    <section className={panels.panel} data-tone={lacks.length > 0 ? 'warm' : undefined} aria-labelledby="kurang">
      <h2 className={panels.panelTitle} id="kurang">
        {lacks.length > 0 ? <TriangleAlert aria-hidden size="1.2em" /> : <CircleCheck aria-hidden size="1.2em" />}
        {lacks.length > 0 ? t('review.lacks') : t('review.none')}
      </h2>
      {lacks.length === 0 ? null : (
        <ul className={classes.list}>
          {lacks.map((lack) => (
            <li key={`${lack.type} ${'category' in lack ? lack.category : ''}`}>
              <LackLine contest={contest} lack={lack} />
            </li>
          ))}
        </ul>
      )}
      {objections === 0 ? null : (
        <Text mt="xs">{t(isSealing ? 'review.objections' : 'objections.open', { count: objections })}</Text>
      )}
    </section>
  );
}

function LackLine({ contest, lack }: { readonly contest: Contest; readonly lack: SealLack }) {
  const { t } = useTranslation('deliberation');
  const setup = setupOf(contest);
  const named = (id: CategoryId) => setup.categories.find((each) => each.id === id)?.name ?? id;
  const toMonitor = <ToScreen path="/pemantauan" label={t('review.toMonitor')} />;
  const toResults = <ToScreen path="/peringkat" label={t('review.toResults')} />;
  const line = (text: string, action: ReactNode = null) => (
    <>
      <span className={classes.words}>{text}</span>
      {action}
    </>
  );
  switch (lack.type) {
    case 'no-chair':
      return line(t('review.noChair'), <StepLink step="jurors" />);
    case 'nobody-ranked':
    case 'sealed-already':
      return line(t('review.nobodyRanked'));
    case 'conflicts':
      return line(t('review.conflicts', { count: lack.count }), toMonitor);
    case 'unfit-decisions':
      return line(t('review.unfit', { count: lack.count }), toResults);
    case 'ballots':
      return line(
        t('review.ballots', { awards: lack.awards.join(', ') }),
        <ToScreen path="/rubrik?bagian=awards" label={t('review.toAwards')} />,
      );
    case 'missing':
      return line(t('review.missing', { category: named(lack.category), count: lack.count }), toMonitor);
    case 'blocked':
      return line(
        t(`review.${lack.reason === 'no-panel' ? 'noPanel' : lack.reason}`, { category: named(lack.category) }),
        toResults,
      );
    case 'unsigned': {
      const jurors = lack.jurors.map((id) => setup.jurors.find((each) => each.id === id)?.name ?? id).join(', ');
      return line(t('review.unsigned', { category: named(lack.category), jurors }), toMonitor);
    }
  }
}

function Places({ contest, category }: { readonly contest: Contest; readonly category: CategoryId }) {
  const { t } = useTranslation('deliberation');
  const { file, answer, totals } = rankingOf(contest);
  const ranking = answer.categories.find((each) => each.category === category);
  const arithmetic = totals.get(category);
  const [isReopening, setReopening] = useState(false);
  if (ranking === undefined || arithmetic === undefined) return null;
  const name = file.categories.find(({ id }) => id === category)?.name ?? category;
  const results = columnDisplays(ranking.standings);
  const decimals = columnDecimals(ranking.standings);
  const close = closeMargins(ranking, arithmetic, file.rules.places);
  const below = marginsBelow(ranking, arithmetic);
  return (
    <section className={panels.panel} aria-labelledby="tempat">
      <div className={panels.panelHead}>
        <h2 className={panels.panelTitle} id="tempat">
          {t('review.places', { category: name })}
        </h2>
        <Group gap="xs">
          <ToScreen path="/peringkat" label={t('review.toResults')} />
          <Button
            size="sm"
            variant="default"
            aria-haspopup="dialog"
            leftSection={<LockOpen aria-hidden size="1rem" />}
            onClick={() => setReopening(true)}
          >
            {t('reopen.button')}
          </Button>
        </Group>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard */}
      <section className={panels.scroll} aria-label={t('review.table', { category: name })} tabIndex={0}>
        <Table verticalSpacing={5} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('review.rank')}</Table.Th>
              <Table.Th>{t('review.contestant')}</Table.Th>
              <Table.Th className={classes.number}>{t('review.result')}</Table.Th>
              <Table.Th className={classes.number}>{t('review.margin')}</Table.Th>
              <Table.Th>{t('review.notes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ranking.standings.map((standing, at) => {
              const contestant = findContestant(file, standing.contestant);
              const margin = below.get(standing.contestant);
              const small = close.get(standing.contestant);
              const member = arithmetic.contestants.find((each) => each.contestant === standing.contestant);
              const notes = [
                standing.status === undefined ? null : t('review.out'),
                standing.shared ? t('review.shared') : null,
                standing.decidedBy === null
                  ? null
                  : t('review.decidedBy', {
                      step: sayTieStepText(words.tieSteps, file, standing.decidedBy, 'decided'),
                    }),
                small === undefined ? null : t('review.close'),
              ].filter((note) => note !== null);
              return (
                <Table.Tr key={standing.contestant}>
                  <Table.Td>{standing.rank ?? t('review.dash')}</Table.Td>
                  <Table.Th scope="row" fw={400}>
                    {contestant === undefined ? (
                      standing.contestant
                    ) : (
                      <ContestantName contestant={contestant} size="row" />
                    )}
                  </Table.Th>
                  <Table.Td className={classes.number}>
                    {showResult(arithmetic.method, member?.result ?? null, results[at] ?? standing.display)}
                  </Table.Td>
                  <Table.Td className={classes.number}>
                    {small ?? (margin === undefined ? t('review.dash') : showDecimal(toFixedText(margin, decimals)))}
                  </Table.Td>
                  <Table.Td>{notes.join('; ')}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </section>
      {isReopening ? <ReopenDialog contest={contest} category={category} onClose={() => setReopening(false)} /> : null}
    </section>
  );
}

/** Which sheet of which juror, and why: the same fact as on the board. */
function ReopenDialog({
  contest,
  category,
  onClose,
}: {
  readonly contest: Contest;
  readonly category: CategoryId;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('deliberation');
  const execute = useExecute();
  const setup = setupOf(contest);
  const [juror, setJuror] = useState('');
  const [sheet, setSheet] = useState('');
  const lockedOf = (id: string) =>
    sheetsOfJuror(contest, idFrom.juror(id)).filter(
      (each) => each.state === 'locked' && findContestant(setup, each.contestant)?.category === category,
    );
  const jurors = setup.jurors.filter(({ id }) => lockedOf(id).length > 0);
  const sheets = juror === '' ? [] : lockedOf(juror);
  const chosen = sheets.find((each) => keyOf(each) === sheet);
  const nameOf = ({ contestant, stage }: (typeof sheets)[number]) => {
    const named = findContestant(setup, contestant);
    const who = named === undefined ? contestant : contestantText(named);
    return setup.stages.length > 1 ? `${who} · ${setup.stages.find(({ id }) => id === stage)?.name ?? stage}` : who;
  };
  return (
    <ReasonDialog
      opened
      title={t('reopen.title')}
      confirmLabel={t('reopen.confirm')}
      open={chosen === undefined ? t('reopen.missing') : null}
      onCancel={onClose}
      onConfirm={(reason) => {
        if (chosen === undefined) return;
        const { juror: by, contestant, stage } = chosen;
        void execute({ type: 'reopen-sheet', juror: by, contestant, stage, reason }).then((isDone) =>
          isDone ? onClose() : undefined,
        );
      }}
    >
      <Stack gap="sm">
        <Text>{t('reopen.text')}</Text>
        {jurors.length === 0 ? (
          <Alert color="yellow" icon={<ClipboardList aria-hidden />}>
            {t('reopen.none')}
          </Alert>
        ) : null}
        <NativeSelect
          size="md"
          label={t('reopen.juror')}
          value={juror}
          data={[
            { value: '', label: t('reopen.choose') },
            ...jurors.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => {
            setJuror(event.currentTarget.value);
            setSheet('');
          }}
        />
        <NativeSelect
          size="md"
          label={t('reopen.sheet')}
          value={sheet}
          data={[
            { value: '', label: t('reopen.choose') },
            ...sheets.map((each) => ({ value: keyOf(each), label: nameOf(each) })),
          ]}
          onChange={(event) => setSheet(event.currentTarget.value)}
        />
      </Stack>
    </ReasonDialog>
  );
}

function keyOf({ contestant, stage }: { readonly contestant: string; readonly stage: string }): string {
  return `${contestant}/${stage}`;
}
