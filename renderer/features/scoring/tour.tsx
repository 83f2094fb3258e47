/**
 * The tour of a juror's first minute: one line of words at a time, with what it speaks of framed on the screen. It stands in the
 * page, covers nothing, takes no focus by itself and goes on only when it is pressed.
 */
import { Button } from '@mantine/core';
import { ArrowRight, Lightbulb } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './scoring.module.css';

/** What is framed meanwhile (`data-tour`). */
export const tourSteps = ['list', 'values', 'own', 'lock', 'saved'] as const;
export type TourStep = (typeof tourSteps)[number];

export function Tour({
  step,
  isAsked,
  onStep,
  onPractise,
  onEnd,
}: {
  readonly step: TourStep;
  /** The juror has asked for it: the keyboard goes on from here. */
  readonly isAsked: boolean;
  readonly onStep: (step: TourStep) => void;
  readonly onPractise: () => void;
  readonly onEnd: () => void;
}) {
  const { t } = useTranslation('scoring');
  const goOn = useRef<HTMLButtonElement>(null);
  const at = tourSteps.indexOf(step);
  const next = tourSteps[at + 1];
  useEffect(() => {
    if (isAsked) goOn.current?.focus();
  }, [isAsked]);
  return (
    <section className={classes.tour} aria-label={t('tour.label')}>
      <Lightbulb aria-hidden size="1.4rem" />
      <p aria-live="polite">
        <strong>{t('tour.at', { at: at + 1, of: tourSteps.length })}</strong> {t(`tour.step.${step}`)}
      </p>
      {next === undefined ? (
        <>
          <Button ref={goOn} size="sm" variant="default" onClick={onPractise}>
            {t('tour.practise')}
          </Button>
          <Button size="sm" onClick={onEnd}>
            {t('tour.end')}
          </Button>
        </>
      ) : (
        <>
          <Button size="sm" variant="default" onClick={onEnd}>
            {t('tour.skip')}
          </Button>
          <Button
            ref={goOn}
            size="sm"
            rightSection={<ArrowRight aria-hidden size="1.1rem" />}
            onClick={() => onStep(next)}
          >
            {t('tour.next')}
          </Button>
        </>
      )}
    </section>
  );
}
