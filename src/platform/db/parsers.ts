const INT8 = 20;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const INTERVAL = 1186;
const NUMERIC = 1700;

const OFFSET_HOURS_ONLY = /([+-]\d\d)$/;

/** timestamptz text → Date, also for offsets without minutes (`2021-04-26 09:00:00+09`). */
function parseInstant(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(OFFSET_HOURS_ONLY, '$1:00'));
}

/** int8 text → number; a value that a number cannot hold exactly is a bug here, not something to round. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is beyond the exact range of a number`);
  return value;
}

const asText = (text: string): string => text;

/** How both engines read values, by type oid. What is not listed is read alike by both already. */
export const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: parseInt8,
  [DATE]: asText,
  [TIMESTAMP]: asText,
  [TIMESTAMPTZ]: parseInstant,
  [INTERVAL]: asText,
  [NUMERIC]: asText,
};

/** Array type oid → element type oid, for the types above. */
export const ARRAYS: Readonly<Record<number, number>> = {
  1016: INT8,
  1182: DATE,
  1115: TIMESTAMP,
  1185: TIMESTAMPTZ,
  1187: INTERVAL,
  1231: NUMERIC,
};
