import type { FormDef, FormState, Option } from '../kernel/form.ts';
import { Control } from './control.tsx';
import { lookupTextName } from './control-lookup.tsx';
import type { ControlProps } from './control-props.ts';
import { FieldError } from './field-row.tsx';
import { type ColumnName, cellName, columnOf, inputId, type TableName, typed, valuesOf } from './form-state.ts';

export type CellInputProps<D extends FormDef, T extends TableName<D>> = {
  readonly def: D;
  readonly state: FormState;
  readonly table: T;
  /** Key of the row in the input's name. */
  readonly row: string;
  /** Heading of the row as a person reads it. */
  readonly rowLabel: string;
  /** The whole accessible name, where it is not row and column. */
  readonly label?: string;
  readonly column: ColumnName<D, T>;
  /** Groups this number is added to (see sums.tsx). */
  readonly sum?: string | readonly string[];
  readonly options?: readonly Option[];
  readonly today?: string;
  readonly lookupUrl?: string;
  readonly lookupHeading?: string;
  readonly lookupText?: string;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
};

/** An input in a table, named by its row and its column; the error stands in the cell. */
export const CellInput = <D extends FormDef, T extends TableName<D>>(props: CellInputProps<D, T>) => {
  const { def, state, table, row, rowLabel, column, sum } = props;
  const { meta } = columnOf(def, table, column);
  const name = cellName(table, row, column);
  const id = inputId(def, name);
  const error = state.errors[name];
  const control: ControlProps = {
    id,
    name,
    meta,
    values: valuesOf(state, name),
    invalid: error !== undefined,
    describedBy: error ? `${id}-error` : undefined,
    label: props.label ?? `${rowLabel} ${meta.label}`,
    options: props.options,
    today: props.today,
    lookupUrl: props.lookupUrl,
    lookupHeading: props.lookupHeading,
    lookupText: typed(state, lookupTextName(name)) || props.lookupText,
    readOnly: props.readOnly,
    disabled: props.disabled,
    data: { 'data-cell': '', 'data-sum': typeof sum === 'string' ? sum : sum?.join(' ') },
  };
  return (
    <span class="cell-input">
      <Control {...control} />
      <FieldError id={`${id}-error`} message={error} />
    </span>
  );
};
