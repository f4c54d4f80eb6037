import './navi.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';

export type Changed = {
  /** Municipality → version of its public pages. */
  readonly versions: ReadonlyMap<string, number>;
  /** Where the next look begins: nothing committed later is missed, whatever was open meanwhile. */
  readonly next: number;
};

/** The municipalities that changed since an earlier look (0: all that ever did). */
export const loadChanged = async (tx: Tx, since: number): Promise<Changed> => {
  const { rows } = await sql<{ code: string | null; version: number | null; next: number }>`
    select m.municipality_code as code, m.version, s.next
    from (select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as next) s
    left join navi_municipalities m on m.version >= ${since}`.execute(tx);
  const versions = rows.flatMap(({ code, version }): [string, number][] =>
    code === null ? [] : [[code, Number(version)]],
  );
  return { versions: new Map(versions), next: Number(rows[0]?.next ?? since) };
};

/** The municipality whose pages show a venue. */
export const municipalityOfVenue = async (tx: Tx, venueId: number): Promise<string | null> => {
  const row = await tx
    .selectFrom('venue_directory')
    .select('municipality_code')
    .where('venue_id', '=', venueId)
    .executeTakeFirst();
  return row?.municipality_code ?? null;
};
