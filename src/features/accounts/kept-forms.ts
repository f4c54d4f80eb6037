import { type FieldMeta, type FormDef, isTable, type RawInput } from '../../kernel/form.ts';

/** MH-5: how long, how many and how large forms cut off by a logout are kept. */
export const keptHours = 24;
export const keptAtMost = 5;
const largest = 100_000;

/** What is never kept: passwords, codes, files. */
const secret = new Set<FieldMeta['kind']>(['password', 'code', 'file']);

/** A form put aside: where it was going, everything typed but secrets, and some of it to recognise it by. */
export type KeptForm = {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly preview: readonly { readonly label: string; readonly value: string }[];
};

const metaOf = (def: FormDef, name: string): FieldMeta | undefined => {
  const own = def.fields[name];
  if (own && !isTable(own)) return own.meta;
  const table = def.fields[name.slice(0, name.indexOf('.'))];
  return table && isTable(table) ? table.rows[name.slice(name.lastIndexOf('.') + 1)]?.meta : undefined;
};

const shown = (meta: FieldMeta | undefined, value: string): string =>
  meta?.options?.find((option) => option.value === value)?.label ?? value;

/** The form as it is kept; null when it is too large, holds a NUL (which jsonb cannot keep) or nothing was typed. */
export const keepable = (action: string, def: FormDef, input: RawInput, version: number | null): KeptForm | null => {
  const entries = Object.entries(input).filter(([name]) => !secret.has(metaOf(def, name)?.kind));
  const typed = entries.filter(([, value]) => [value].flat().some((text) => text !== ''));
  if (typed.length === 0) return null;
  const fields = { ...Object.fromEntries(entries), ...(version !== null && { _version: String(version) }) };
  const text = JSON.stringify(fields);
  if (action.length > 2000 || Buffer.byteLength(text) > largest || text.includes('\\u0000')) return null;
  const preview = typed
    .map(([name, value]) => ({ meta: metaOf(def, name), value: [value].flat()[0] ?? '' }))
    .filter(({ meta }) => meta && meta.label !== '' && meta.kind !== 'hidden' && meta.kind !== 'lookup')
    .slice(0, 6)
    .map(({ meta, value }) => ({ label: meta?.label ?? '', value: shown(meta, value).slice(0, 60) }));
  return { action, fields, preview };
};
