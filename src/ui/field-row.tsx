import type { ComponentChildren } from 'preact';
import type { FieldMeta, FormDef, FormState, Option } from '../kernel/form.ts';
import { classNames } from './class-names.ts';
import { Control } from './control.tsx';
import { lookupTextName } from './control-lookup.tsx';
import type { ControlProps } from './control-props.ts';
import { type FieldName, fieldOf, inputId, typed, valuesOf } from './form-state.ts';
import { HelpMark } from './help-mark.tsx';
import { Icon } from './icon.tsx';
import { Hidden } from './text.tsx';

export type FieldRowProps<D extends FormDef> = {
  readonly def: D;
  readonly state: FormState;
  readonly name: FieldName<D>;
  /** `YYYY-MM-DD`; date fields show the button that fills it in. */
  readonly today?: string;
  /** Choices known only to the server, instead of the form's own. */
  readonly options?: readonly Option[];
  readonly lookupUrl?: string;
  readonly lookupHeading?: string;
  /** Name of the record behind the id at first; afterwards what was sent. */
  readonly lookupText?: string;
  /** Words known only to the server, instead of the form's own. */
  readonly meta?: Partial<FieldMeta>;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
  /** Right of the input, e.g. the registered value or a button. */
  readonly aside?: ComponentChildren;
  readonly data?: ControlProps['data'];
};

/** One field: label, marks, hint, input, unit, error. */
export const FieldRow = <D extends FormDef>(props: FieldRowProps<D>) => {
  const { def, state, name, aside } = props;
  const meta = { ...fieldOf(def, name).meta, ...props.meta };
  const id = inputId(def, name);
  const error = state.errors[name];
  const control: ControlProps = {
    id,
    name,
    meta,
    values: valuesOf(state, name),
    invalid: error !== undefined,
    describedBy: describedBy(id, meta, error),
    options: props.options,
    today: props.today,
    lookupUrl: props.lookupUrl,
    lookupHeading: props.lookupHeading,
    lookupText: typed(state, lookupTextName(name)) || props.lookupText,
    readOnly: props.readOnly,
    disabled: props.disabled,
    data: props.data,
  };
  if (meta.kind === 'hidden') return <Control {...control} />;
  const many = (props.options ?? meta.options) !== undefined;
  const Row =
    meta.kind === 'radio' || (meta.kind === 'check' && many) ? GroupRow : meta.kind === 'check' ? CheckRow : LabelRow;
  return <Row id={id} meta={meta} error={error} control={control} aside={aside} />;
};

const describedBy = (id: string, meta: FieldMeta, error: string | undefined): string | undefined =>
  [meta.hint && `${id}-hint`, meta.unit && `${id}-unit`, meta.approval && `${id}-approval`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ') || undefined;

type RowProps = {
  readonly id: string;
  readonly meta: FieldMeta;
  readonly error?: string;
  readonly control: ControlProps;
  readonly aside?: ComponentChildren;
};

const rowClass = ({ meta, error }: RowProps): string | undefined =>
  classNames('field', `field-${meta.kind ?? 'text'}`, meta.required && 'field-required', error && 'field-invalid');

const LabelRow = (props: RowProps) => (
  <div class={rowClass(props)}>
    <div class="field-head">
      <label for={props.id} class={classNames('field-label', props.meta.approval && 'needs-approval')}>
        {props.meta.label}
      </label>
      <Marks {...props} />
    </div>
    <Hint {...props} />
    <Input {...props} />
    <FieldError id={`${props.id}-error`} message={props.error} />
  </div>
);

const groupAria = ({ id, meta, error, control }: RowProps) => ({
  'aria-labelledby': `${id}-label`,
  'aria-describedby': control.describedBy,
  ...(meta.kind === 'radio' && {
    role: 'radiogroup' as const,
    'aria-required': meta.required ? ('true' as const) : undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  }),
});

/** Several marks under one legend. */
const GroupRow = (props: RowProps) => (
  <fieldset class={rowClass(props)} {...groupAria(props)}>
    <legend class="field-head">
      <span id={`${props.id}-label`} class={classNames('field-label', props.meta.approval && 'needs-approval')}>
        {props.meta.label}
      </span>
      <Marks {...props} />
    </legend>
    <Hint {...props} />
    <Input {...props} />
    <FieldError id={`${props.id}-error`} message={props.error} />
  </fieldset>
);

/** One box with its label at the right. */
const CheckRow = (props: RowProps) => (
  <div class={rowClass(props)}>
    <div class="field-input">
      <span class="mark">
        <Control {...props.control} />
        <label for={props.id} class={classNames(props.meta.approval && 'needs-approval')}>
          {props.meta.label}
        </label>
        <Marks {...props} />
      </span>
      {props.aside && <div class="field-aside">{props.aside}</div>}
    </div>
    <Hint {...props} />
    <FieldError id={`${props.id}-error`} message={props.error} />
  </div>
);

const Marks = ({ id, meta }: RowProps) => (
  <>
    {meta.required && (
      <span class="required-mark" aria-hidden="true">
        ※
      </span>
    )}
    {meta.approval && (
      <span id={`${id}-approval`}>
        <Hidden>変更には承認が必要な項目です</Hidden>
      </span>
    )}
    {meta.help && <HelpMark id={`${id}-help`}>{meta.help}</HelpMark>}
  </>
);

const Hint = ({ id, meta }: RowProps) =>
  meta.hint ? (
    <p class="hint" id={`${id}-hint`}>
      {meta.hint}
    </p>
  ) : null;

const Input = ({ id, meta, control, aside }: RowProps) => (
  <div class="field-input">
    <span class="field-control">
      <Control {...control} />
      {meta.unit && (
        <span class="unit" id={`${id}-unit`}>
          {meta.unit}
        </span>
      )}
    </span>
    {aside && <div class="field-aside">{aside}</div>}
  </div>
);

/** What is wrong and what to do, under the input. */
export const FieldError = ({ id, message }: { readonly id: string; readonly message?: string }) =>
  message ? (
    <p class="field-error" id={id}>
      <Icon name="error" size={16} />
      <span>＊{message}</span>
    </p>
  ) : null;
