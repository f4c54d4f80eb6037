import { type FormDef, isTable, type RawInput, rowKeys } from './form.ts';

const rowsIn = (def: FormDef, table: string): readonly string[] => {
  const found = def.fields[table];
  return found && isTable(found) ? Object.keys(found.rows) : [];
};

/** The same input with one more, blank row. */
const withRowAdded = (raw: RawInput, def: FormDef, table: string): RawInput => {
  const keys = rowKeys(raw, table);
  let n = 1;
  while (keys.includes(`new${n}`)) n += 1;
  return { ...raw, ...Object.fromEntries(rowsIn(def, table).map((column) => [`${table}.new${n}.${column}`, ''])) };
};

/** The same input without the rows that are checked (`_pick` = `table.key`). */
const withRowsRemoved = (raw: RawInput, table: string): RawInput => {
  const picked = [raw._pick ?? []].flat();
  const gone = picked.filter((pick) => pick.startsWith(`${table}.`)).map((pick) => `${pick}.`);
  return Object.fromEntries(
    Object.entries(raw).filter(([name]) => name !== '_pick' && !gone.some((prefix) => name.startsWith(prefix))),
  );
};

/**
 * The input after 「＋…追加する」 or 「- …削除する」 of a table of rows, where no script did it (`_add` or `_remove` = the
 * table's name); null: the form was sent for good.
 */
export const withRowsChanged = ({ _add, _remove, ...raw }: RawInput, def: FormDef): RawInput | null => {
  if (typeof _add === 'string') return withRowAdded(raw, def, _add);
  return typeof _remove === 'string' ? withRowsRemoved(raw, _remove) : null;
};
