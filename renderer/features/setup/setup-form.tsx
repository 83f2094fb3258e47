/**
 * What every part of the setup shares: the form, the draft as it stands, what is wrong with it, and `change` for what
 * concerns whole lists. After such a change the parts are drawn anew and the focus goes to where the person was.
 * A letter typed changes the draft, and with it every part on the screen; the fields are drawn only when they differ.
 */
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { createContext, memo, use, type ReactNode } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { present } from '../../../shared/lib/assert.ts';
import type { Draft } from './draft.ts';
import classes from './setup.module.css';

export interface SetupForm {
  readonly form: UseFormReturn<Draft>;
  readonly draft: Draft;
  /** How often the form was given new values; it then forgets its fields, and each must register again. */
  readonly resets: number;
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
  readonly description?: string | undefined;
  readonly disabled?: boolean;
  readonly maxLength?: number;
  readonly className?: string | undefined;
}

interface TextFieldProperties extends FieldProperties {
  readonly inputMode?: 'decimal' | 'numeric';
  readonly type?: 'date';
}

export function TextField(properties: TextFieldProperties) {
  return <DrawnTextField {...properties} {...useFieldState(properties.name)} />;
}

const DrawnTextField = memo(function DrawnTextField({
  form,
  resets: _resets,
  locked,
  name,
  ...rest
}: TextFieldProperties & FieldState) {
  return (
    <TextInput
      {...rest}
      {...form.register(name)}
      id={fieldId(name)}
      autoComplete="off"
      readOnly={locked}
      inputWrapperOrder={fieldOrder}
    />
  );
});

export function TextAreaField(properties: FieldProperties) {
  return <DrawnTextAreaField {...properties} {...useFieldState(properties.name)} />;
}

const DrawnTextAreaField = memo(function DrawnTextAreaField({
  form,
  resets: _resets,
  locked,
  name,
  ...rest
}: FieldProperties & FieldState) {
  return (
    <Textarea
      {...rest}
      {...form.register(name)}
      id={fieldId(name)}
      autosize
      readOnly={locked}
      minRows={2}
      inputWrapperOrder={fieldOrder}
    />
  );
});

interface SelectFieldProperties extends FieldProperties {
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

export function SelectField(properties: SelectFieldProperties) {
  const { form, locked, error } = useFieldState(properties.name);
  const { name, data, ...rest } = properties;
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
      error={error}
    />
  );
}

/** What of the form concerns one field: simple values, so that a field whose state is as before is not drawn again. */
interface FieldState {
  readonly form: UseFormReturn<Draft>;
  readonly resets: number;
  readonly locked: boolean;
  readonly error: string | undefined;
}

function useFieldState(name: FieldPath<Draft>): FieldState {
  const { form, resets, locked, problems } = useSetupForm();
  return { form, resets, locked, error: problems.get(pointerOf(name)) };
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
  return message === undefined ? null : <ProblemLine>{message}</ProblemLine>;
}

export function ProblemLine({ children }: { readonly children: string }) {
  return (
    <p className={classes.problem} role="alert">
      <TriangleAlert aria-hidden size="1.1em" />
      {children}
    </p>
  );
}

function pointerOf(name: string): string {
  return `/${name.replaceAll('.', '/')}`;
}

export function fieldId(name: string): string {
  return `atur-${name.replaceAll('.', '-')}`;
}
