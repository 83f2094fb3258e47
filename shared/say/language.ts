/** The languages that sentences for people are written in. Adding one does not compile until every table of `say/` has it. */

export const languages = ['id'] as const;

export type Language = (typeof languages)[number];
