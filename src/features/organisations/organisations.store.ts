import { type SqlBool, sql } from 'kysely';
import type { OrgKind } from '../../kernel/policy.ts';
import { likeAnywhere, searchWords } from '../../kernel/search-text.ts';
import { folded, type Tx } from '../../platform/db/index.ts';
// The tables organisations and users are declared there.
import type {} from '../accounts/index.ts';
import { createdKinds, type OrganisationRecord } from './organisations.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('organisations as o')
    .select(['o.id', 'o.kind', 'o.name', 'o.phone', 'o.email', 'o.active', 'o.version'])
    .select(['o.prefecture_code as prefectureCode', 'o.municipality_code as municipalityCode']);

export const loadOrganisation = async (tx: Tx, orgId: number): Promise<OrganisationRecord | null> =>
  (await select(tx).where('o.id', '=', orgId).executeTakeFirst()) ?? null;

export type OrganisationFilter = {
  readonly kind: OrgKind | null;
  readonly q: string;
  readonly except: readonly OrgKind[];
};

/** All but venues unless they are asked for: there are tens of thousands of them. */
const filtered = (tx: Tx, { kind, q, except }: OrganisationFilter) =>
  select(tx)
    .where('o.kind', 'in', kind === null ? ['ministry', 'desk', ...createdKinds] : [kind])
    .$if(except.length > 0, (query) => query.where('o.kind', 'not in', [...except]))
    .where(({ and }) =>
      and(
        searchWords(q).map(
          (word) =>
            sql<SqlBool>`${folded(sql<string>`coalesce((select p.name from prefectures p where p.code = o.prefecture_code), '') || ' ' || o.name`)} like ${likeAnywhere(word)}`,
        ),
      ),
    );

export type ListedOrganisation = OrganisationRecord & { readonly users: number };

/** Organisations by name, after the given one; users that are shut out do not count. */
export const loadOrganisations = async (
  tx: Tx,
  filter: OrganisationFilter,
  limit: number,
  afterId?: number,
): Promise<ListedOrganisation[]> =>
  filtered(tx, filter)
    .select(({ selectFrom }) =>
      selectFrom('users as u')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('u.org_id', '=', 'o.id')
        .where('u.disabled_at', 'is', null)
        .$castTo<number>()
        .as('users'),
    )
    .$if(afterId !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(o.name, o.id) > ((select name from organisations where id = ${afterId}), ${afterId}::bigint)`,
      ),
    )
    .orderBy('o.name')
    .orderBy('o.id')
    .limit(limit)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, users: Number(row.users) })));

export const countOrganisations = async (tx: Tx, filter: OrganisationFilter): Promise<number> => {
  const row = await filtered(tx, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

export type OrganisationFacts = Omit<OrganisationRecord, 'id' | 'version' | 'active'>;

/** The new organisation's id; null when its name or its area has one already. */
export const insertOrganisation = async (tx: Tx, facts: OrganisationFacts, at: Date): Promise<number | null> => {
  const row = await tx
    .insertInto('organisations')
    .values({
      kind: facts.kind,
      name: facts.name,
      prefecture_code: facts.prefectureCode,
      municipality_code: facts.municipalityCode,
      phone: facts.phone,
      email: facts.email,
      created_at: at,
    })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

export type OrganisationChange = Pick<OrganisationRecord, 'name' | 'phone' | 'email' | 'active'>;

/** False when somebody saved it since this version was shown. */
export const updateOrganisationRow = async (
  tx: Tx,
  orgId: number,
  version: number,
  change: OrganisationChange,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('organisations')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', orgId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Another organisation of the kind with this name. */
export const findOrganisation = async (tx: Tx, kind: OrgKind, name: string): Promise<number | null> =>
  (
    await tx
      .selectFrom('organisations')
      .select('id')
      .where('kind', '=', kind)
      .where('name', '=', name)
      .executeTakeFirst()
  )?.id ?? null;

/** All organisations that the CSV may name. */
export const loadCreatedOrganisations = async (tx: Tx): Promise<OrganisationRecord[]> =>
  select(tx)
    .where('o.kind', 'in', [...createdKinds])
    .orderBy('o.kind')
    .orderBy('o.id')
    .execute();

/** One import at a time, until the end of the transaction. */
export const lockImports = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('organisation-imports'))`.execute(tx);
};
