/** The check list before the day: each step of the preparation with what is missing, as the way to where it is done. */
import { Button, Text } from '@mantine/core';
import { ChevronRight, MonitorPlay } from 'lucide-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { usePreparation, type Finding, type Part, type Preparation, type Summary } from '../../contest/preparation.ts';
import { showDecimal } from '../../messages/numbers.ts';
import { stepIcons } from '../../contest/step-look.ts';
import { PageTitle } from '../../ui/page-title.tsx';
import { CalibrationPanel } from './calibration-panel.tsx';
import { ReadersPanel } from './readers-panel.tsx';
import { UnitConflicts } from './unit-conflicts.tsx';
import classes from './ready-screen.module.css';

export function ReadyScreen() {
  const { t } = useTranslation('preparation');
  const navigate = useNavigate();
  const preparation = usePreparation();
  if (preparation === null) return null;
  const { next } = preparation;
  return (
    <div className={classes.page}>
      <PageTitle title={t('title')} hint={t('hint')} />
      <ul className={classes.list} aria-label={t('title')}>
        {preparation.parts.map((part) => (
          <li key={part.name}>
            <PartLine part={part} />
          </li>
        ))}
      </ul>
      <div className={classes.panels}>
        <UnitConflicts />
        <ReadersPanel />
        <CalibrationPanel />
      </div>
      <div className={classes.foot}>
        <Text component="output" fw={600}>
          {verdict(preparation, t)}
        </Text>
        {next === preparation.ready ? (
          <Button size="lg" leftSection={<MonitorPlay aria-hidden />} onClick={() => void navigate('/pemantauan')}>
            {t('toBoard')}
          </Button>
        ) : (
          <Button size="lg" onClick={() => void navigate(next.path)}>
            {t('next', { step: t(`step.${next.name}`) })}
          </Button>
        )}
      </div>
    </div>
  );
}

function PartLine({ part: { name, path, state, findings, summary } }: { readonly part: Part }) {
  const { t } = useTranslation('preparation');
  const sayRule = useTranslation('setup').t;
  const Icon = stepIcons[state];
  return (
    <Link to={path} className={classes.line} data-state={state}>
      <Icon aria-hidden size="1.4rem" />
      <span className={classes.name}>{t(`step.${name}`)}</span>
      <span className={classes.state}>{t(`state.${state}`)}</span>
      <span className={classes.words}>
        {findings.length === 0 || summary.type === 'rules' || summary.type === 'rounds' ? (
          <span>{summaryText(summary, t, sayRule)}</span>
        ) : null}
        {findings.map((finding) => (
          <span key={finding.type}>{findingText(finding, t)}</span>
        ))}
      </span>
      <ChevronRight aria-hidden size="1.2rem" />
    </Link>
  );
}

function verdict({ parts, ready, isOver }: Preparation, t: TFunction<'preparation'>): string {
  if (ready.state === 'missing') {
    const missing = parts.filter(({ state }) => state === 'missing');
    return t('notYet', { steps: missing.map(({ name }) => t(`step.${name}`)).join(', ') });
  }
  if (isOver) return t('over');
  return t(ready.state === 'look' ? 'someLook' : 'allReady');
}

function summaryText(summary: Summary, t: TFunction<'preparation'>, sayRule: TFunction<'setup'>): string {
  if (summary.type === 'rounds') {
    return summary.rounds
      .map(({ top, minimum, ...names }) =>
        top === null
          ? t('summary.minimum', { ...names, minimum: showDecimal(minimum ?? '') })
          : t('summary.top', { ...names, count: top }),
      )
      .join('; ');
  }
  if (summary.type !== 'rules') return t(`summary.${summary.type}`, { count: summary.count });
  return t('summary.rules', { method: sayRule(`rules.methods.${summary.method}`), places: summary.places });
}

function findingText(finding: Finding, t: TFunction<'preparation'>): string {
  switch (finding.type) {
    case 'not-judged':
    case 'no-juror-for':
      return t(`finding.${finding.type}`, { categories: finding.categories.join(', ') });
    case 'nobody-out':
    case 'round-not-closed':
      return t(`finding.${finding.type}`, { stages: finding.stages.join(', ') });
    case 'no-number':
      return t('finding.no-number', { count: finding.count });
    case 'unit-conflict':
      return t('finding.unit-conflict', { count: finding.count });
    case 'no-laptop':
    case 'no-pact-yet':
      return t(`finding.${finding.type}`, { jurors: finding.jurors.join(', ') });
    case 'no-contestants':
    case 'no-rubric':
    case 'no-jurors':
    case 'no-committee-pin':
    case 'no-tie-steps':
      return t(`finding.${finding.type}`);
  }
}
