/**
 * What every part of the setup shares: the form, the draft as it stands, what is wrong with it, and `change` for what
 * concerns whole lists. After such a change the parts are drawn anew and the focus goes to where the person was.
 */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { createContext, use, type ReactNode } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { present } from '../../../shared/lib/assert.ts';
import type { Draft } from './draft.ts';
import classes from './setup.module.css';

export interface SetupForm {
  readonly form: UseFormReturn<Draft>;
  readonly draft: Draft;
  readonly problems: ReadonlyMap<string, string>;
  /** The first score is there: stages, rubrics and rules are only shown. */
  readonly frozen: boolean;
  /** This part can only be read: it is frozen. */
  readonly locked: boolean;
  /** `focus`: id of the element to be focused afterwards. */
  readonly change: (next: (draft: Draft) => Draft, focus?: string) => void;
  /** The rubric that is open; null: the first. */
  readonly rubric: string | null;
  readonly showRubric: (id: string) => void;
  /** Criteria whose levels are unfolded: kept when the parts are drawn anew. */
  readonly unfolded: Set<string>;
}

const SetupFormContext = createContext<SetupForm | null>(null);

export function SetupFormProvider({ value, children }: { readonly value: SetupForm; readonly children: ReactNode }) {
  return <SetupFormContext value={value}>{children}</SetupFormContext>;
}

export function useSetupForm(): SetupForm {
  return present(use(SetupFormContext), 'the part stands inside the setup form');
}

/** The hint below, so that neighbouring fields stand in line. */
const fieldOrder: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

interface FieldProperties {
  readonly name: FieldPath<Draft>;
  readonly label: string;
  readonly description?: string;
  readonly disabled?: boolean;
  readonly maxLength?: number;
  readonly className?: string | undefined;
}

export function TextField({
  name,
  inputMode,
  type,
  ...rest
}: FieldProperties & { readonly inputMode?: 'decimal' | 'numeric'; readonly type?: 'date' }) {
  const { form, problems, locked } = useSetupForm();
  return (
    <TextInput
      {...rest}
      {...(type === undefined ? {} : { type })}
      {...(inputMode === undefined ? {} : { inputMode })}
      {...form.register(name)}
      id={fieldId(name)}
      autoComplete="off"
      readOnly={locked}
      inputWrapperOrder={fieldOrder}
      error={problems.get(pointerOf(name))}
    />
  );
}

export function TextAreaField({ name, ...rest }: FieldProperties) {
  const { form, problems, locked } = useSetupForm();
  return (
    <Textarea
      {...rest}
      {...form.register(name)}
      id={fieldId(name)}
      autosize
      readOnly={locked}
      minRows={2}
      inputWrapperOrder={fieldOrder}
      error={problems.get(pointerOf(name))}
    />
  );
}

export function SelectField({
  name,
  data,
  ...rest
}: FieldProperties & { readonly data: readonly { readonly value: string; readonly label: string }[] }) {
  const { form, problems, locked } = useSetupForm();
  if (locked) {
    const value: unknown = form.getValues(name);
    const text = data.find((choice) => choice.value === value)?.label ?? '';
    return <TextInput {...rest} id={fieldId(name)} value={text} readOnly inputWrapperOrder={fieldOrder} />;
  }
  return (
    <NativeSelect
      {...rest}
      {...form.register(name)}
      id={fieldId(name)}
      size="md"
      data={[...data]}
      inputWrapperOrder={fieldOrder}
      error={problems.get(pointerOf(name))}
    />
  );
}

/** What changes lists; nothing of it is there while the part can only be read. */
export function Editing({ children }: { readonly children: ReactNode }) {
  return useSetupForm().locked ? null : children;
}

/** A yes or no. */
export function CheckField({ name, label }: { readonly name: FieldPath<Draft>; readonly label: string }) {
  const { form, locked } = useSetupForm();
  if (!locked) return <Checkbox size="md" label={label} {...form.register(name)} />;
  return form.getValues(name) === true ? <p className={classes.plain}>{label}</p> : null;
}

/** A problem that belongs to a whole list or part, in place. */
export function PartProblem({ path }: { readonly path: string }) {
  const { problems } = useSetupForm();
  const message = problems.get(path);
  if (message === undefined) return null;
  return (
    <p className={classes.problem} role="alert">
      <TriangleAlert aria-hidden size="1.1em" />
      {message}
    </p>
  );
}

function pointerOf(name: string): string {
  return `/${name.replaceAll('.', '/')}`;
}

export function fieldId(name: string): string {
  return `atur-${name.replaceAll('.', '-')}`;
}
