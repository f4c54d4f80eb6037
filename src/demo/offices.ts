import type { Run, SeedRow } from '../seed/index.ts';

/** What the master data gave ids to, as the demo needs it. */
export type Offices = {
  readonly ministry: number;
  readonly desk: number;
  /** By code of 2 digits. */
  readonly prefectures: ReadonlyMap<string, number>;
  /** By code of 6 digits. */
  readonly municipalities: ReadonlyMap<string, number>;
  readonly lastOrganisation: number;
  readonly pfizer: Vaccine;
  readonly moderna: Vaccine;
};
export type Vaccine = {
  readonly id: number;
  readonly makerId: number;
  readonly vialsPerUnit: number;
  readonly usableFrom: string;
  /** Latest first. */
  readonly dosesPerVial: readonly { readonly from: string; readonly doses: number }[];
};

/** Reads the offices and vaccines after the master data are in. */
export const loadOffices = async (run: Run): Promise<Offices> => {
  const rows = await run(
    `select id, kind, prefecture_code, municipality_code from organisations where kind in ('ministry','desk','prefecture','municipality')`,
  );
  const last = await run('select max(id) as id from organisations');
  const idsBy = (kind: string, code: string): ReadonlyMap<string, number> =>
    new Map(rows.filter((row) => row.kind === kind).map((row) => [String(row[code]), Number(row.id)]));
  const only = (kind: string): number => Number(rows.find((row) => row.kind === kind)?.id);
  return {
    ministry: only('ministry'),
    desk: only('desk'),
    prefectures: idsBy('prefecture', 'prefecture_code'),
    municipalities: idsBy('municipality', 'municipality_code'),
    lastOrganisation: Number(last[0]?.id),
    pfizer: await loadVaccine(run, 'pfizer'),
    moderna: await loadVaccine(run, 'moderna'),
  };
};

const loadVaccine = async (run: Run, code: string): Promise<Vaccine> => {
  const [row] = await run('select id, maker_id, vials_per_unit, usable_from from vaccines where code = $1', [code]);
  if (!row) throw new Error(`The demo needs the vaccine ${code} of data/vaccines.json.`);
  const doses = await run(
    'select from_day, doses from vaccine_doses_per_vial where vaccine_id = $1 order by from_day desc',
    [row.id],
  );
  return {
    id: Number(row.id),
    makerId: Number(row.maker_id),
    vialsPerUnit: Number(row.vials_per_unit),
    usableFrom: String(row.usable_from),
    dosesPerVial: doses.map((each) => ({ from: String(each.from_day), doses: Number(each.doses) })),
  };
};

/** Doses in a vial of a クール whose delivery begins that day. */
export const dosesPerVialOn = ({ dosesPerVial }: Vaccine, day: string): number => {
  const valid = dosesPerVial.find(({ from }) => from <= day);
  if (!valid) throw new RangeError(`No doses per vial are known for ${day}.`);
  return valid.doses;
};

/** Rows of one table, in the order in which tables are filled. */
export type TableRows = readonly [table: string, rows: readonly SeedRow[]];

/** 1, 2, 3 … or onwards from another number. */
export const counter = (last = 0): (() => number) => {
  let id = last;
  return () => ++id;
};
