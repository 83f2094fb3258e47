/**
 * The host's script: the acts with their notes, and what is announced in each from the first reveal to the last. It takes the steps
 * of a rehearsal, and of those the labels alone: no contestant is on it (rule C9).
 */
import { actTitle } from '../../shared/ceremony/slides.ts';
import { programmeOf } from '../../shared/ceremony/programme.ts';
import { rehearsedSteps } from '../../shared/ceremony/rehearsal.ts';
import type { ScriptAct } from '../../shared/documents/text/host-script.ts';
import type { Act, ContestSetup } from '../../shared/domain/setup/contest-file.ts';
import { sayStep } from '../../shared/say/ceremony.ts';
import type { Words } from '../../shared/say/words.ts';

export function scriptActs(setup: ContestSetup, { ceremony }: Words): readonly ScriptAct[] {
  return programmeOf(setup).map((act) => ({
    title: actTitle(setup, act, ceremony),
    text: act.type === 'text' ? (act.text ?? '') : '',
    note: act.note ?? '',
    reveals: revealsOf(act),
  }));

  function revealsOf(act: Act): readonly string[] {
    if (act.type !== 'winners') return [];
    const steps = rehearsedSteps(setup, act, ceremony.madeUp);
    return steps.ok ? steps.value.map((step) => sayStep(ceremony, step).label) : [];
  }
}
