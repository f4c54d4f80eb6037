import './navi.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { ErrorReport, Fault } from './error-report.ts';
import type { Language } from './languages.ts';
import type { PublicVenue } from './public-venue.ts';

export type NewReport = {
  readonly venue: PublicVenue;
  readonly fault: Fault;
  readonly note: string;
  readonly language: Language;
  readonly at: Date;
};

/** Keeps a report, and nothing of who sent it. The public may write here but not read. */
export const insertReport = async (tx: Tx, { venue, fault, note, language, at }: NewReport): Promise<void> => {
  await tx
    .insertInto('navi_error_reports')
    .values({
      venue_id: venue.id,
      prefecture_code: venue.prefectureCode,
      municipality_code: venue.municipalityCode,
      fault,
      note,
      language,
      at,
      handled_at: null,
      handled_by: null,
    })
    .execute();
};

type Area = { readonly municipalityCode: string | null; readonly prefectureCode: string | null };

/** Reports about the venues of an area: the open ones first, then the newest. */
export const loadReports = async (
  tx: Tx,
  { municipalityCode, prefectureCode }: Area,
  limit: number,
  id?: number,
): Promise<ErrorReport[]> => {
  const rows = await tx
    .selectFrom('navi_error_reports as r')
    .innerJoin('venue_directory as d', 'd.venue_id', 'r.venue_id')
    .select([
      'r.id',
      'r.venue_id as venueId',
      'd.name as venueName',
      'd.code as venueCode',
      'r.fault',
      'r.note',
      'r.at',
    ])
    .select(['r.handled_at as handledAt', 'r.version'])
    .$if(municipalityCode !== null, (query) => query.where('r.municipality_code', '=', municipalityCode as string))
    .$if(municipalityCode === null, (query) => query.where('r.prefecture_code', '=', prefectureCode ?? ''))
    .$if(id !== undefined, (query) => query.where('r.id', '=', id as number))
    .orderBy(({ eb }) => eb('r.handled_at', 'is not', null))
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
  return rows;
};

/** Marks a report as dealt with; false when somebody was faster. */
export const markHandled = async (tx: Tx, id: number, userId: number, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('navi_error_reports')
    .set(({ eb }) => ({ handled_at: at, handled_by: userId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};
