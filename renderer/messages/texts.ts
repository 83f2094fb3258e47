/**
 * What the texts of a further language are: those of Bahasa Indonesia, each in its place, and nothing more. Where a sentence counts,
 * a form for one may stand beside it (`laptops_one`), as i18next looks for it.
 */
export type Texts<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string ? string : Texts<Of[Key]>;
} & {
  readonly [Key in keyof Of as Key extends string ? (Of[Key] extends string ? `${Key}_one` : never) : never]?: string;
};
