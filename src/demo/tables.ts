import type { Run } from '../seed/index.ts';

/** Our tables, quoted, without the list of migrations. */
export const ownTables = async (run: Run): Promise<readonly string[]> => {
  const tables = await run(
    `select format('%I', c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migrations'
     order by 1`,
  );
  return tables.map(({ name }) => String(name));
};

/** Those of them that hold anything. */
export const tablesWithRows = async (run: Run): Promise<readonly string[]> => {
  const each = (await ownTables(run)).map((table) => `select '${table}' as name where exists (select from ${table})`);
  return (await run(each.join(' union all '))).map(({ name }) => String(name));
};

/** Rows came with ids of their own: the next one made by the program goes on behind them. */
export const moveSequences = async (run: Run): Promise<void> => {
  const columns = await run(
    `select format('%I', table_name) as name, format('%I', column_name) as column from information_schema.columns
     where table_schema = 'public' and is_identity = 'YES' order by 1`,
  );
  for (const { name, column } of columns)
    await run(
      `select setval(pg_get_serial_sequence('${name}', '${column}'), max(${column})) from ${name} having max(${column}) is not null`,
    );
};
