/** All of them, or some: which categories or stages a rubric or a juror is for. */
import { Checkbox, Group, Stack } from '@mantine/core';
import classes from './setup.module.css';

const none: ReadonlySet<string> = new Set();

export function SomeOf({
  label,
  allLabel,
  choices,
  value,
  disabled = false,
  fixed = none,
  problem,
  onChange,
}: {
  readonly label: string;
  readonly allLabel: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  /** Null: all. */
  readonly value: readonly string[] | null;
  /** Only to be read. */
  readonly disabled?: boolean;
  /** Those that cannot be taken away. */
  readonly fixed?: ReadonlySet<string>;
  readonly problem?: string | undefined;
  readonly onChange: (value: string[] | null) => void;
}) {
  if (disabled) {
    const names = choices.filter(({ id }) => value?.includes(id)).map(({ name }) => name);
    return (
      <p className={classes.plain}>
        {label}: <strong>{value === null ? allLabel : names.join(', ')}</strong>
      </p>
    );
  }
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend style={{ fontWeight: 500 }}>{label}</legend>
      <Stack gap="xs" mt={4}>
        <Checkbox
          size="md"
          label={allLabel}
          checked={value === null}
          onChange={(event) => onChange(event.currentTarget.checked ? null : choices.map(({ id }) => id))}
        />
        {value === null ? null : (
          <Group gap="md" pl="lg">
            {choices.map(({ id, name }) => (
              <Checkbox
                key={id}
                size="md"
                label={name}
                checked={value.includes(id)}
                disabled={fixed.has(id) && value.includes(id)}
                onChange={(event) =>
                  onChange(
                    choices
                      .map((choice) => choice.id)
                      .filter((each) => (each === id ? event.currentTarget.checked : value.includes(each))),
                  )
                }
              />
            ))}
          </Group>
        )}
        {problem === undefined ? null : (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </Stack>
    </fieldset>
  );
}
