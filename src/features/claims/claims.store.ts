import './claims.tables.ts';
import { sql } from 'kysely';
import type { Month } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import {
  blankSheet,
  type Claim,
  type ClaimContent,
  type Coupon,
  coupons,
  type Line,
  type Reckoned,
  type Sheet,
} from './claim.ts';
import type { ClaimLineRow } from './claims.tables.ts';

const userName = sql<string>`u.family_name || '　' || u.given_name`;

/** Versions of a venue's claim of a month, newest first; one of them or all. */
export const loadClaims = async (tx: Tx, venueId: number, month: Month, version?: number): Promise<Claim[]> => {
  const rows = await tx
    .selectFrom('claim_versions as c')
    .innerJoin('users as u', 'u.id', 'c.saved_by')
    .where('c.venue_id', '=', venueId)
    .where('c.month', '=', month)
    .$if(version !== undefined, (query) => query.where('c.version', '=', version ?? 0))
    .select(['c.id', 'c.version', 'c.form_version', 'c.municipality_code', 'c.saved_at'])
    .select(['c.with_late', 'c.with_returned', 'c.without_late', 'c.without_returned'])
    .select(userName.as('saved_by'))
    .orderBy('c.version', 'desc')
    .execute();
  const lines = await loadLines(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const own = lines.get(row.id)?.find((line) => line.own);
    return {
      id: row.id,
      version: row.version,
      month,
      formVersion: row.form_version,
      own: { code: row.municipality_code, name: own?.residence_name ?? '' },
      sheets: { with: sheetOf(lines.get(row.id), 'with'), without: sheetOf(lines.get(row.id), 'without') },
      late: {
        with: { late: row.with_late, returned: row.with_returned },
        without: { late: row.without_late, returned: row.without_returned },
      },
      savedAt: row.saved_at,
      savedBy: row.saved_by,
    };
  });
};

type LineRow = Omit<ClaimLineRow, 'reach' | 'venue_id' | 'prefecture_code' | 'municipality_code'>;

const loadLines = async (tx: Tx, claimIds: readonly number[]): Promise<ReadonlyMap<number, LineRow[]>> => {
  const byClaim = new Map<number, LineRow[]>();
  if (claimIds.length === 0) return byClaim;
  const rows = await tx
    .selectFrom('claim_lines')
    .where('claim_id', 'in', [...claimIds])
    .select(['claim_id', 'coupon', 'position', 'residence_code', 'residence_name', 'own'])
    .select(['screening', 'older', 'younger', 'overtime', 'holiday'])
    .orderBy('claim_id')
    .orderBy('coupon')
    .orderBy('position')
    .execute();
  for (const row of rows) byClaim.set(row.claim_id, [...(byClaim.get(row.claim_id) ?? []), row]);
  return byClaim;
};

const countsOf = ({ screening, older, younger, overtime, holiday }: LineRow) => ({
  screening,
  older,
  younger,
  overtime,
  holiday,
});

const sheetOf = (rows: readonly LineRow[] = [], coupon: Coupon): Sheet => {
  const mine = rows.filter((row) => row.coupon === coupon);
  const own = mine.find((row) => row.own);
  return {
    own: own ? countsOf(own) : blankSheet.own,
    others: mine
      .filter((row) => !row.own)
      .map(
        (row): Line => ({ residence: { code: row.residence_code, name: row.residence_name }, counts: countsOf(row) }),
      ),
  };
};

export type NewClaim = {
  readonly content: ClaimContent;
  readonly reckoned: Reckoned;
  readonly venueId: number;
  readonly version: number;
  readonly at: Date;
  readonly userId: number;
};

/** Adds the next version of a claim; false when someone else was faster. */
export const insertClaim = async (
  tx: Tx,
  { content, reckoned, venueId, version, at, userId }: NewClaim,
): Promise<boolean> => {
  const place = {
    venue_id: venueId,
    prefecture_code: content.own.code.slice(0, 2),
    municipality_code: content.own.code,
  };
  const row = await tx
    .insertInto('claim_versions')
    .values({
      ...place,
      month: content.month,
      version,
      form_version: content.formVersion,
      with_late: content.late.with.late,
      with_returned: content.late.with.returned,
      without_late: content.late.without.late,
      without_returned: content.late.without.returned,
      sheets: reckoned.sheets,
      amount: reckoned.amount,
      saved_at: at,
      saved_by: userId,
      proxy_org_id: null,
    })
    .onConflict((conflict) => conflict.columns(['venue_id', 'month', 'version']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await insertLines(tx, row.id, content, place);
  return true;
};

type PlaceColumns = { venue_id: number; prefecture_code: string; municipality_code: string };

/** The own line always stands there, so that its name is kept; as JSON, because thousands of parameters do not fit. */
const insertLines = async (
  tx: Tx,
  claimId: number,
  { own, sheets }: ClaimContent,
  place: PlaceColumns,
): Promise<void> => {
  const lines = coupons.flatMap((coupon) =>
    [{ residence: own, counts: sheets[coupon].own }, ...sheets[coupon].others].map(
      ({ residence, counts }, position) => ({
        coupon,
        position,
        residence_code: residence.code,
        residence_name: residence.name,
        own: position === 0,
        ...counts,
      }),
    ),
  );
  await sql`
    insert into claim_lines (claim_id, coupon, position, residence_code, residence_name, own,
      screening, older, younger, overtime, holiday, venue_id, prefecture_code, municipality_code)
    select ${claimId}, l.coupon, l.position, l.residence_code, l.residence_name, l.own,
      l.screening, l.older, l.younger, l.overtime, l.holiday,
      ${place.venue_id}, ${place.prefecture_code}, ${place.municipality_code}
    from json_to_recordset(${JSON.stringify(lines)}::json) as l(coupon text, position int, residence_code text,
      residence_name text, own boolean, screening int, older int, younger int, overtime int, holiday int)`.execute(tx);
};

export type MonthState = {
  readonly month: Month;
  readonly version: number;
  readonly sheets: number;
  readonly amount: number;
  readonly savedAt: Date;
  readonly savedBy: string;
};

/** The latest version of every month that a venue saved. */
export const loadMonthStates = async (tx: Tx, venueId: number): Promise<MonthState[]> => {
  const rows = await tx
    .selectFrom('claim_versions as c')
    .innerJoin('users as u', 'u.id', 'c.saved_by')
    .where('c.venue_id', '=', venueId)
    .distinctOn('c.month')
    .select(['c.month', 'c.version', 'c.sheets', 'c.amount', 'c.saved_at'])
    .select(userName.as('saved_by'))
    .orderBy('c.month', 'desc')
    .orderBy('c.version', 'desc')
    .execute();
  return rows.map((row) => ({
    month: row.month as Month,
    version: row.version,
    sheets: row.sheets,
    amount: Number(row.amount),
    savedAt: row.saved_at,
    savedBy: row.saved_by,
  }));
};
