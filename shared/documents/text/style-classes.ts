/** Classes for rules that are found while a page is written: a strict content security policy allows no style attributes. */
export interface StyleClasses {
  /** The class of a rule; the same for the same. */
  readonly classOf: (rule: string) => string;
  readonly text: () => string;
}

export function styleClasses(): StyleClasses {
  const classes = new Map<string, string>();
  return {
    classOf: (rule) => {
      const name = classes.get(rule) ?? `s${classes.size + 1}`;
      classes.set(rule, name);
      return name;
    },
    text: () => [...classes].map(([rule, name]) => `.${name} { ${rule} }`).join('\n'),
  };
}
