import type { FormDef, FormState, Option } from '../kernel/form.ts';
import { Button, ButtonRow } from './button.tsx';
import { CellInput } from './cell-input.tsx';
import { reachable } from './data-table.tsx';
import { type ColumnName, columnOf, inputId, type TableName } from './form-state.ts';

export type RepeatingTableProps<D extends FormDef, T extends TableName<D>> = {
  readonly def: D;
  readonly state: FormState;
  readonly table: T;
  readonly caption: string;
  readonly columns: readonly ColumnName<D, T>[];
  /** Keys of the rows shown; at least one, e.g. `new1`, for the first blank row. */
  readonly keys: readonly string[];
  readonly addLabel: string;
  readonly removeLabel: string;
  /** How a row is called; `{n}` is its number. */
  readonly rowLabel?: string;
  readonly today?: string;
  readonly lookupUrl?: string;
  readonly lookupHeading?: string;
  readonly options?: Readonly<Partial<Record<ColumnName<D, T>, readonly Option[]>>>;
};

/**
 * Rows of inputs that are added and removed (checked at the left). With script in place; without, the buttons send
 * `_add` or `_remove` = the table's name, answered by the front door (withRowsChanged).
 */
export const RepeatingTable = <D extends FormDef, T extends TableName<D>>(props: RepeatingTableProps<D, T>) => {
  const { def, state, table, caption, columns, keys, addLabel, removeLabel, rowLabel = '{n}行目' } = props;
  const blank: FormState = { ...state, values: {}, errors: {} };
  return (
    <div class="repeat" data-repeat={table} data-repeat-label={rowLabel}>
      <section class="table-box table-box-stack" aria-label={caption} {...reachable}>
        <table class="table table-stack" {...roles.table}>
          <caption>{caption}</caption>
          <thead {...roles.rowgroup}>
            <tr {...roles.row}>
              <th scope="col" {...roles.columnheader}>
                選択
              </th>
              {columns.map((column) => (
                <th scope="col" key={column} {...roles.columnheader}>
                  <Heading def={def} table={table} column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...roles.rowgroup}>
            {keys.map((key, i) => (
              <RepeatingRow {...props} key={key} state={state} rowKey={key} n={String(i + 1)} rowLabel={rowLabel} />
            ))}
          </tbody>
        </table>
      </section>
      <template>
        <RepeatingRow {...props} state={blank} rowKey="__KEY__" n="__N__" rowLabel={rowLabel} />
      </template>
      <ButtonRow>
        <Button name="_add" value={table} size="small" data={{ 'data-repeat-add': '' }}>
          {addLabel}
        </Button>
        <Button name="_remove" value={table} size="small" data={{ 'data-repeat-remove': '' }}>
          {removeLabel}
        </Button>
      </ButtonRow>
    </div>
  );
};

/** Said again, because tables laid out as cards lose them. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

type HeadingProps = { readonly def: FormDef; readonly table: string; readonly column: string };

const Heading = ({ def, table, column }: HeadingProps) => {
  const { meta } = columnOf(def, table, column);
  return (
    <>
      {meta.label}
      {meta.required && (
        <span class="required-mark" aria-hidden="true">
          ※
        </span>
      )}
      {meta.unit && <span class="unit">（{meta.unit}）</span>}
    </>
  );
};

type RepeatingRowProps<D extends FormDef, T extends TableName<D>> = RepeatingTableProps<D, T> & {
  readonly rowKey: string;
  readonly n: string;
  readonly rowLabel: string;
};

const RepeatingRow = <D extends FormDef, T extends TableName<D>>(props: RepeatingRowProps<D, T>) => {
  const { def, table, columns, rowKey, n } = props;
  const label = props.rowLabel.replace('{n}', n);
  const pick = inputId(def, `${table}-${rowKey}-pick`);
  return (
    <tr data-repeat-row={rowKey} data-n={n} {...roles.row}>
      <th scope="row" class="nowrap" {...roles.rowheader}>
        <span class="mark">
          <input type="checkbox" id={pick} name="_pick" value={`${table}.${rowKey}`} data-repeat-pick />
          <label for={pick} data-repeat-number>
            {label}
          </label>
        </span>
      </th>
      {columns.map((column) => (
        <td key={column} data-label={columnOf(def, table, column).meta.label} {...roles.cell}>
          <CellInput
            def={def}
            state={props.state}
            table={table}
            row={rowKey}
            rowLabel={label}
            label={`${columnOf(def, table, column).meta.label} ${label}`}
            column={column}
            options={props.options?.[column]}
            today={props.today}
            lookupUrl={props.lookupUrl}
            lookupHeading={props.lookupHeading}
          />
        </td>
      ))}
    </tr>
  );
};
