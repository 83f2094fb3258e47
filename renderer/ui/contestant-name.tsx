/** A contestant is always named by number, name and unit together: trophies have gone to the wrong team without. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './contestant-name.module.css';
import { Unseen } from './unseen.tsx';

export interface NamedContestant {
  readonly number: number | null;
  readonly name: string;
  readonly unit?: string | undefined;
}

interface ContestantNameProperties {
  readonly contestant: NamedContestant;
  /**
   * `row`: two lines that end in dots, for lists; the whole is said on pointing at it, and stands there while what holds it has
   * the keyboard's focus. `head`: the name in two lines, the unit in one.
   */
  readonly size?: 'normal' | 'large' | 'head' | 'row';
  /** When the group is planned to perform; only where the day's course is followed. */
  readonly slot?: string | undefined;
  /** Before the unit, e.g. its category. */
  readonly tag?: string | undefined;
  /** After the unit, e.g. the title of the work. */
  readonly detail?: string | undefined;
  /** At the end of the line of the unit, which leaves room for it. */
  readonly end?: ReactNode;
}

export function ContestantName({ contestant, size = 'normal', slot, tag, detail, end }: ContestantNameProperties) {
  const { t } = useTranslation('ui');
  return (
    <span
      className={classes.contestant}
      data-size={size}
      {...(size === 'row' ? { title: contestantText(contestant) } : {})}
    >
      <span
        className={classes.number}
        title={contestant.number === null ? t('noNumber') : t('contestantNumber', { number: contestant.number })}
      >
        <span aria-hidden>{contestant.number ?? '–'}</span>
        <Unseen>
          {contestant.number === null ? t('noNumber') : t('contestantNumber', { number: contestant.number })} ·{' '}
        </Unseen>
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{contestant.name}</span>
        <Pause />
        <span className={classes.line}>
          <Unit unit={contestant.unit ?? ''} tag={tag} detail={detail} />
          {end}
        </span>
        {slot === undefined || slot === '' ? null : (
          <span className={classes.unit}>{t('contestantSlot', { slot })}</span>
        )}
      </span>
    </span>
  );
}

function Unit({ unit, tag, detail }: { readonly unit: string } & Pick<ContestantNameProperties, 'tag' | 'detail'>) {
  if (unit === '' && tag === undefined && detail === undefined) return null;
  return (
    <span className={classes.unit}>
      {tag === undefined ? null : (
        <>
          <span className={classes.tag}>{tag}</span>
          <Pause />
        </>
      )}
      {[unit, detail ?? ''].filter((part) => part !== '').join(' · ')}
    </span>
  );
}

/** Read aloud, what stands in boxes of its own would run together. */
function Pause() {
  return <Unseen> · </Unseen>;
}

/** The same as one line of text: "3 · KBK Melati · RSUD Kartini". */
export function contestantText(contestant: NamedContestant): string {
  const parts = [contestant.number === null ? '–' : String(contestant.number), contestant.name, contestant.unit ?? ''];
  return parts.filter((part) => part !== '').join(' · ');
}
