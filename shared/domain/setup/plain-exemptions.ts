/**
 * Recusals and absences as a contest file may say them (rules E8, R28). Two laptops may record both for one sheet, or one
 * about somebody who was removed meanwhile: nobody was wrong to, so the file says each thing once, and a recusal first.
 */
import type { ContestSetup, Exemption } from './contest-file.ts';

export interface Exemptions {
  readonly recusals: readonly Exemption[];
  readonly absences: readonly Exemption[];
}

/** Of juror, contestant and stages that are there, each juror with one state only towards a contestant in a stage. */
export function plainExemptions(
  setup: ContestSetup,
  given: Exemptions,
): { recusals: Exemption[]; absences: Exemption[] } {
  const jurors = new Set(setup.jurors.map((juror) => juror.id));
  const contestants = new Set(setup.contestants.map((contestant) => contestant.id));
  const stages = setup.stages.map((stage) => stage.id);
  const said = new Set<string>();
  const plain = (exemption: Exemption): Exemption[] => {
    const { juror, contestant } = exemption;
    if (!jurors.has(juror) || !contestants.has(contestant)) return [];
    const wanted = stages.filter((stage) => exemption.stages?.includes(stage) ?? true);
    const fresh = wanted.filter((stage) => !said.has(`${juror}/${contestant}/${stage}`));
    for (const stage of fresh) said.add(`${juror}/${contestant}/${stage}`);
    if (fresh.length === (exemption.stages ?? stages).length) return [exemption];
    return fresh.length === 0 ? [] : [{ ...exemption, stages: fresh }];
  };
  return { recusals: given.recusals.flatMap(plain), absences: given.absences.flatMap(plain) };
}
