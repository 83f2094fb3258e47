/**
 * Sound and confetti of a reveal, where the committee chose them (rule C12). They belong to the step from a place to its name: not to a
 * picture that comes back after a restart, a dark screen or a step back. Both begin after the name was painted, and end by themselves.
 */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { throwConfetti } from './confetti.ts';
import { createFanfare } from './fanfare.ts';

const fanfare = createFanfare();

export function Celebration({ view }: { readonly view: ProjectorView }) {
  const before = useRef<ProjectorView>(view);
  /** Counts the throws; null: none lies on the picture. */
  const [thrown, setThrown] = useState<number | null>(null);

  useEffect(() => {
    const isNew = before.current.type === 'build-up' && isRevealOf(view, before.current);
    before.current = view;
    // Making it takes longer than a frame.
    if (view.type === 'build-up' && view.sound === true) afterPaint(fanfare.prepare);
    if (view.type !== 'reveal' || !isNew) return;
    const { sound, confetti } = view;
    afterPaint(() => {
      if (sound === true) fanfare.play();
      if (confetti === true && !matchMedia('(prefers-reduced-motion: reduce)').matches) {
        setThrown((count) => (count ?? 0) + 1);
      }
    });
  }, [view]);

  if (thrown === null || view.type !== 'reveal') return null;
  return <Confetti key={thrown} onEnd={() => setThrown((latest) => (latest === thrown ? null : latest))} />;
}

function Confetti({ onEnd }: { readonly onEnd: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const stop = canvas.current === null ? null : throwConfetti(canvas.current, () => end());
    return () => {
      stop?.();
      end();
    };
  }, []);
  return <canvas className="confetti" ref={canvas} aria-hidden />;
}

function isRevealOf(view: ProjectorView, named: Extract<ProjectorView, { type: 'build-up' }>): boolean {
  return view.type === 'reveal' && view.revealed.length === named.revealed.length + 1;
}

function afterPaint(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}
