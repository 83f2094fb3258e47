/**
 * Numbers as dots on one range: where a value stands among others, seen at a glance. Dots that would lie on each other stand
 * above each other. A picture for the eye: whoever does not see it is read `label`.
 */
import { memo } from 'react';
import classes from './dot-strip.module.css';
import { Unseen } from './unseen.tsx';

export interface Dot {
  readonly key: string;
  readonly value: number;
  /** What it is, on pointing at it. */
  readonly title: string;
  /** Short, on the dot. */
  readonly text?: string;
}

export interface DotStripProperties {
  readonly min: number;
  readonly max: number;
  readonly dots: readonly Dot[];
  /** The value that is looked at; null: none yet. */
  readonly value: number | null;
  /** Marked places of the range, such as levels. */
  readonly ticks?: readonly { readonly value: number; readonly text: string }[];
  readonly label: string;
  /** Who has given no value yet: hollow marks behind the end of the range, one each. */
  readonly awaited?: readonly { readonly key: string; readonly title: string }[];
  /** `row`: low, for a line of a table; the value is a bar from the left, and a band joins the outermost dots. */
  readonly size?: 'normal' | 'row';
}

const frame = ['min', 'max', 'value', 'label', 'size'] as const;

/** Of a hundred: dots nearer to each other than this are lifted. */
const NEAR = 2.4;
const MOST_LIFTED = 3;
/** Of each dot above another, in rem: in a line of a table none leaves the line. */
const liftedBy = { normal: 0.72, row: 0.24 } as const;

/** Drawn anew only where something of it stands elsewhere. */
export const DotStrip = memo(Strip, (before, after) => {
  const isSameFrame = frame.every((name) => before[name] === after[name]);
  return isSameFrame && JSON.stringify(listsOf(before)) === JSON.stringify(listsOf(after));
});

function listsOf({ dots, ticks, awaited }: DotStripProperties): readonly unknown[] {
  return [dots, ticks, awaited];
}

function Strip({ min, max, dots, value, ticks = [], awaited = [], label, size = 'normal' }: DotStripProperties) {
  const at = (number: number): number => (max === min ? 50 : ((number - min) / (max - min)) * 100);
  const placed = lifted(dots.map((dot) => ({ dot, left: at(dot.value) })));
  const band = { from: Math.min(...placed.map(({ left }) => left)), to: Math.max(...placed.map(({ left }) => left)) };
  return (
    <figure className={classes.strip} data-size={size}>
      <Unseen as="figcaption">{label}</Unseen>
      <div className={classes.line} aria-hidden>
        <div className={classes.axis}>
          {size === 'row' && value !== null ? (
            <span className={classes.bar} style={{ width: `${at(value)}%` }} />
          ) : null}
          {size === 'row' && placed.length > 1 ? (
            <span className={classes.band} style={{ left: `${band.from}%`, width: `${band.to - band.from}%` }} />
          ) : null}
          {ticks.map((tick) => (
            <span key={tick.text} className={classes.tick} style={{ left: `${at(tick.value)}%` }}>
              {tick.text}
            </span>
          ))}
          {placed.map(({ dot, left, lift }) => (
            <span
              key={dot.key}
              className={classes.dot}
              title={dot.title}
              style={{ left: `${left}%`, bottom: `${lift * liftedBy[size]}rem` }}
            />
          ))}
          {value === null ? null : <span className={classes.here} style={{ left: `${at(value)}%` }} />}
        </div>
        {awaited.length === 0 ? null : (
          <span className={classes.awaited}>
            {awaited.map(({ key, title }) => (
              <span key={key} title={title} />
            ))}
          </span>
        )}
      </div>
    </figure>
  );
}

function lifted<Placed extends { readonly left: number }>(
  dots: readonly Placed[],
): readonly (Placed & { lift: number })[] {
  const lastOnFloor: number[] = [];
  return dots
    .toSorted((a, b) => a.left - b.left)
    .map((dot) => {
      const free = lastOnFloor.findIndex((left) => dot.left - left >= NEAR);
      const lift = free >= 0 ? free : Math.min(lastOnFloor.length, MOST_LIFTED);
      lastOnFloor[lift] = dot.left;
      return { ...dot, lift };
    });
}
