import { type Field, type FormDef, type FormState, isTable, type TableField } from '../kernel/form.ts';

/** Names of the fields of a form, or of its tables. */
export type FieldName<D extends FormDef> = {
  [K in keyof D['fields']]: D['fields'][K] extends TableField ? never : K;
}[keyof D['fields']] &
  string;
export type TableName<D extends FormDef> = {
  [K in keyof D['fields']]: D['fields'][K] extends TableField ? K : never;
}[keyof D['fields']] &
  string;
export type ColumnName<D extends FormDef, T extends TableName<D>> = (D['fields'][T] extends TableField<infer F>
  ? keyof F
  : never) &
  string;

/** The text typed under a name; of several the first. */
export const typed = (state: FormState, name: string): string => {
  const raw = state.values[name];
  return typeof raw === 'string' ? raw : (raw?.[0] ?? '');
};

/** All texts that came under a name. */
export const valuesOf = (state: FormState, name: string): readonly string[] => {
  const raw = state.values[name];
  if (raw === undefined) return [];
  return typeof raw === 'string' ? [raw] : raw;
};

/** Id of an input: the same for the label, the error summary and the tests. */
export const inputId = (def: FormDef, name: string): string => `${def.name}-${name}`.replaceAll(/[\s.:#]+/g, '-');
export const formId = (def: FormDef): string => `form-${def.name}`.replaceAll(/[\s.:#]+/g, '-');
export const cellName = (table: string, row: string, column: string): string => `${table}.${row}.${column}`;

/** The single field under a name. A table under it is a mistake in the page. */
export const fieldOf = (def: FormDef, name: string): Field => {
  const found = def.fields[name];
  if (!found || isTable(found)) throw new TypeError(`no field ${name} in form ${def.name}`);
  return found;
};

export const columnOf = (def: FormDef, table: string, column: string): Field => {
  const found = def.fields[table];
  const cell = found && isTable(found) ? found.rows[column] : undefined;
  if (!cell) throw new TypeError(`no column ${table}.${column} in form ${def.name}`);
  return cell;
};
