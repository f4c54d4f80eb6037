import type { z } from 'zod';
import type { FieldErrors } from './problem.ts';

/** How a field looks and what it says; drives page, form, help, CSV head and API. */
export type FieldMeta = {
  readonly label: string;
  /** Shown by the 「?」 mark beside the label (M1.9-4). */
  readonly help?: string;
  /** Always visible under the label. */
  readonly hint?: string;
  readonly unit?: string;
  readonly required?: boolean;
  readonly kind?:
    | 'text'
    | 'number'
    | 'date'
    | 'datetime'
    | 'month'
    | 'choice'
    | 'radio'
    | 'check'
    | 'password'
    | 'textarea'
    | 'email'
    | 'tel'
    | 'url'
    | 'code'
    | 'lookup'
    | 'file'
    | 'hidden';
  readonly options?: readonly Option[];
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Width in characters of what goes in. */
  readonly size?: number;
  /** Needs the municipality's approval (申請). */
  readonly approval?: boolean;
  /** Shown on the public site. */
  readonly public?: boolean;
};
export type Option = { readonly value: string; readonly label: string; readonly help?: string };

export type Field<T = unknown> = { readonly schema: z.ZodType<T>; readonly meta: FieldMeta };
/** A table of rows, each row with the same fields; inputs are named `table.key.field`. */
export type TableField<F extends Fields = Fields> = { readonly rows: F; readonly meta: FieldMeta };
export type Fields = { readonly [name: string]: Field };
export type FormFields = { readonly [name: string]: Field | TableField };

/** One form, defined once for browser, server, CSV and API. */
export type FormDef<F extends FormFields = FormFields> = { readonly name: string; readonly fields: F };

type RowOf<F extends Fields> = { [K in keyof F]: F[K] extends Field<infer T> ? T : never };
type ValueOf<V> = V extends TableField<infer R> ? Record<string, RowOf<R>> : V extends Field<infer T> ? T : never;
export type InputOf<D extends FormDef> = { [K in keyof D['fields']]: ValueOf<D['fields'][K]> };

/** What came in: one string a name, several where a name repeats. */
export type RawInput = Readonly<Record<string, string | readonly string[]>>;

/** Label, help, unit, approval and public attached to a schema, last (zod's own `.meta()` is lost by `.optional()`). */
export const field = <T>(schema: z.ZodType<T>, meta: FieldMeta): Field<T> => ({ schema, meta });
/** Rows of fields under one name, keyed by whatever identifies a row. */
export const table = <F extends Fields>(rows: F, meta: FieldMeta): TableField<F> => ({ rows, meta });
export const form = <F extends FormFields>(name: string, fields: F): FormDef<F> => ({ name, fields });

export const isTable = (f: Field | TableField): f is TableField => 'rows' in f;

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: FieldErrors };

/** Our own messages are Japanese; where a schema has none (a field sent twice, say), zod's English is not shown. */
const isOurs = (message: string): boolean => /\p{Script=Hiragana}/u.test(message);

/** What is wrong with a value, by the first fault of its schema; `{label}` becomes the field's label. */
export const faultText = (error: z.ZodError, label: string): string => {
  const said = error.issues[0]?.message ?? '';
  return (isOurs(said) ? said : '{label}を確認してください。').replaceAll('{label}', label);
};

const one = (raw: string | readonly string[] | undefined): string | readonly string[] => raw ?? '';

/** Row keys of a table in the order they came in. */
export const rowKeys = (raw: RawInput, name: string): string[] => {
  const keys = new Set<string>();
  const prefix = `${name}.`;
  for (const input of Object.keys(raw)) {
    if (!input.startsWith(prefix)) continue;
    const dot = input.lastIndexOf('.');
    const key = input.slice(prefix.length, dot);
    if (dot > prefix.length && key !== '__proto__') keys.add(key);
  }
  return [...keys];
};

/** Ids behind the keys of a table's rows; null when one is no id. */
export const idsOf = (rows: Readonly<Record<string, unknown>>): number[] | null => {
  const keys = Object.keys(rows);
  return keys.every((key) => /^[1-9]\d{0,14}$/.test(key)) ? keys.map(Number) : null;
};

/** What a blank means is always the same, and most cells of a table are blank: each field is asked once. */
const blanks = new WeakMap<Field, { readonly value: unknown }>();

/** The value of a field, or what is wrong with it. */
const readField = (f: Field, raw: string | readonly string[]): z.ZodSafeParseResult<unknown> => {
  const blank = raw === '' ? blanks.get(f) : undefined;
  if (blank) return { success: true, data: blank.value };
  const result = f.schema.safeParse(raw);
  if (raw === '' && result.success && !(result.data instanceof Object)) blanks.set(f, { value: result.data });
  return result;
};

/** Checks a whole form; all faults at once, by input name. `{label}` in a message becomes the field's label. */
export const parseForm = <D extends FormDef>(def: D, raw: RawInput): Parsed<InputOf<D>> => {
  const errors: Record<string, string> = {};
  const check = (f: Field, name: string, label = f.meta.label): unknown => {
    const result = readField(f, one(raw[name]));
    if (result.success) return result.data;
    errors[name] = faultText(result.error, label);
    return undefined;
  };
  const value: Record<string, unknown> = {};
  for (const [name, f] of Object.entries(def.fields)) {
    if (!isTable(f)) {
      value[name] = check(f, name);
      continue;
    }
    const rows: Record<string, Record<string, unknown>> = {};
    for (const key of rowKeys(raw, name)) {
      const row: Record<string, unknown> = {};
      for (const [column, cell] of Object.entries(f.rows)) row[column] = check(cell, `${name}.${key}.${column}`);
      rows[key] = row;
    }
    value[name] = rows;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value: value as InputOf<D> };
};

/** What a page needs to show a form: texts as typed, faults by input name, and the hidden guards. */
export type FormState = {
  readonly values: RawInput;
  readonly errors: FieldErrors;
  /** Optimistic lock of the record behind the form. */
  readonly version?: number;
  /** Makes a form sent twice count once. */
  readonly requestId: string;
  /** A question to be answered before the form is taken (ui page kind 5). */
  readonly question?: Question;
  /** Digests of questions already answered 「OK」. */
  readonly confirmed: readonly string[];
  /** Message for the form as a whole. */
  readonly summary?: string;
};

/** Asked by a use case in a dialog over the same form; `about` is what the answer is bound to. */
export type Question = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly rows?: readonly { readonly label: string; readonly value: string }[];
  /** A field of the form that is asked for in the dialog; it is no part of what the answer is bound to. */
  readonly reason?: { readonly name: string; readonly label: string };
  readonly digest: string;
};
