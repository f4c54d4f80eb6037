import './allocations.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Giver, Line } from './sheet.ts';

/** The lines of several sheets, by sheet. */
export const loadLines = async (tx: Tx, sheetIds: readonly number[]): Promise<Map<number, Line[]>> => {
  const bySheet = new Map<number, Line[]>(sheetIds.map((id) => [id, []]));
  if (sheetIds.length === 0) return bySheet;
  const rows = await tx
    .selectFrom('allocation_lines')
    .select(['sheet_id as sheetId', 'receiver', 'frame', 'units', 'vials'])
    .where('sheet_id', 'in', sheetIds)
    .orderBy('receiver')
    .orderBy('frame', 'desc')
    .$castTo<Line & { sheetId: number }>()
    .execute();
  for (const { sheetId, ...line } of rows) bySheet.get(sheetId)?.push(line);
  return bySheet;
};

/** A statement holds 65,535 values; a line has eight. */
const atOnce = 1_000;

/** Takes the place of all lines of a draft. */
export const replaceLines = async (tx: Tx, sheetId: number, giver: Giver, lines: readonly Line[]): Promise<void> => {
  await tx.deleteFrom('allocation_lines').where('sheet_id', '=', sheetId).execute();
  for (let from = 0; from < lines.length; from += atOnce)
    await tx
      .insertInto('allocation_lines')
      .values(
        lines
          .slice(from, from + atOnce)
          .map((line) => ({ ...line, sheet_id: sheetId, ...placeOf(giver, line.receiver) })),
      )
      .execute();
};

type Place = { prefecture_code: string | null; municipality_code: string | null; venue_id: number | null };

/** Where the receiver lies, for who may see the line. */
const placeOf = ({ level, prefectureCode, municipalityCode }: Giver, receiver: string): Place => {
  switch (level) {
    case 'national':
      return { prefecture_code: receiver, municipality_code: null, venue_id: null };
    case 'prefectural':
      return { prefecture_code: prefectureCode, municipality_code: receiver, venue_id: null };
    case 'municipal':
      return { prefecture_code: prefectureCode, municipality_code: municipalityCode, venue_id: Number(receiver) };
  }
};
