import type { Session } from '../platform/db/index.ts';

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** Our tables with the columns that hold data (generated ones are computed), each after the tables it refers to. */
export const tablesInOrder = async (session: Session): Promise<Table[]> => {
  const { rows } = await session.query(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migrations'
     group by c.relname order by c.relname`,
  );
  const links = await session.query(
    `select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const tables = rows.map(({ name, columns }) => ({ name: String(name), columns: columns as string[] }));
  const parents = (name: string) =>
    links.rows.filter(({ child }) => child === name).map(({ parent }) => String(parent));
  return sortedBy(tables, parents);
};

const sortedBy = (tables: readonly Table[], parents: (name: string) => readonly string[]): Table[] => {
  const placed = new Set<string>();
  const sorted: Table[] = [];
  while (sorted.length < tables.length) {
    const ready = tables.filter(({ name }) => !placed.has(name) && parents(name).every((parent) => placed.has(parent)));
    if (ready.length === 0) throw new Error('the tables refer to each other in a circle');
    for (const table of ready) placed.add(table.name);
    sorted.push(...ready);
  }
  return sorted;
};
