import type { FieldMeta, Option } from '../kernel/form.ts';
import { CheckControl, CheckGroupControl, ChoiceControl, RadioControl } from './control-choice.tsx';
import { DateControl, DateTimeControl } from './control-date.tsx';
import { FileControl } from './control-file.tsx';
import { LookupControl } from './control-lookup.tsx';
import { PasswordControl, TextareaControl, TextControl } from './control-text.tsx';

/** What every kind of input needs; made by FieldRow and CellInput. */
export type ControlProps = {
  readonly id: string;
  readonly name: string;
  readonly meta: FieldMeta;
  readonly values: readonly string[];
  readonly invalid: boolean;
  readonly describedBy?: string;
  /** In tables: row and column heading; elsewhere a label element names the input. */
  readonly label?: string;
  readonly options?: readonly Option[];
  /** `YYYY-MM-DD`; shows the button that fills in today's date. */
  readonly today?: string;
  readonly lookupUrl?: string;
  /** Heading over the names found. */
  readonly lookupHeading?: string;
  /** The name that belongs to the chosen id. */
  readonly lookupText?: string;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
  readonly data?: Readonly<Record<`data-${string}`, string | undefined>>;
};

/** Attributes that all inputs share. */
export const common = ({ id, name, meta, invalid, describedBy, label, disabled, data }: ControlProps) => ({
  id,
  name,
  disabled,
  'aria-label': label,
  'aria-required': meta.required ? ('true' as const) : undefined,
  'aria-invalid': invalid ? ('true' as const) : undefined,
  'aria-describedby': describedBy,
  ...data,
});

/** The input for a field, by its kind. */
export const Control = (props: ControlProps) => {
  switch (props.meta.kind) {
    case 'date':
      return <DateControl {...props} />;
    case 'datetime':
      return <DateTimeControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'month':
      return (props.options ?? props.meta.options) ? <ChoiceControl {...props} /> : <TextControl {...props} />;
    case 'radio':
      return <RadioControl {...props} />;
    case 'check':
      return (props.options ?? props.meta.options) ? <CheckGroupControl {...props} /> : <CheckControl {...props} />;
    case 'password':
      return <PasswordControl {...props} />;
    case 'textarea':
      return <TextareaControl {...props} />;
    case 'lookup':
      return <LookupControl {...props} />;
    case 'file':
      return <FileControl {...props} />;
    case 'hidden':
      return <input type="hidden" id={props.id} name={props.name} value={props.values[0] ?? ''} />;
    default:
      return <TextControl {...props} />;
  }
};
