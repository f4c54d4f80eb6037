import { randomUUID } from 'node:crypto';
import { type Bench, type Part, share, times } from '../bench.ts';
import type { FloorDemand } from '../children/floor-demands.ts';
import { alternate } from '../compare.ts';
import { cookieOf, openCycle, refreshSessions } from '../country.ts';
import { startChild } from '../floor.ts';
import { type Call, expectStatus, timeEach } from '../load.ts';

type Venue = Pick<FloorDemand, 'venueId' | 'vaccineId' | 'prefectureCode' | 'municipalityCode'>;

/** 基本型 that have not asked yet in the open クール, spread over the country. */
const venuesWithout = async ({ country: { admin } }: Bench): Promise<Venue[]> => {
  const { rows } = await admin.query<Record<string, string>>(
    `select h.venue_id, h.vaccine_id, d.prefecture_code, d.municipality_code
     from venue_vaccines h join venue_directory d on d.venue_id = h.venue_id
     where h.role = 'basic' and not exists (select from demands x where x.venue_id = h.venue_id and x.cycle_id = $1)
     order by md5(h.venue_id::text)`,
    [openCycle],
  );
  return rows.map((row) => ({
    venueId: Number(row.venue_id),
    vaccineId: Number(row.vaccine_id),
    prefectureCode: String(row.prefecture_code),
    municipalityCode: String(row.municipality_code),
  }));
};

const cellsIn = async ({ country: { admin } }: Bench): Promise<FloorDemand['cells']> => {
  const { rows } = await admin.query<{ code: string; number: number }>(
    'select c.code, d.number from report_categories c, report_dose_numbers d order by c.position, d.number',
  );
  return rows.map(({ code, number }) => [code, number, 200]);
};

/** The form as a browser sends it: the request, and the running totals a hundred higher than last time. */
const formOf = ({ venueId, vaccineId }: Venue, cells: FloorDemand['cells']): Call => ({
  path: `/reports?vaccine=${vaccineId}&cycle=${openCycle}`,
  method: 'POST',
  headers: { cookie: cookieOf(venueId) },
  body: new URLSearchParams({
    _version: '1',
    _request: randomUUID(),
    vaccine: String(vaccineId),
    cycle: String(openCycle),
    requested: '2',
    storage: 'freezer',
    ...Object.fromEntries(cells.map(([category, number, doses]) => [`counts.${category}.d${number}`, String(doses)])),
    discarded: '2',
  }).toString(),
});

const measure = async (bench: Bench) => {
  const { country, options } = bench;
  await refreshSessions(country.admin);
  const [venues, cells] = [await venuesWithout(bench), await cellsIn(bench)];
  const take = (): Venue[] => venues.splice(0, share(bench, 500));
  const floor = await startChild('floor-demands.ts', { DATABASE_URL: country.databaseUrl });
  const ours = {
    pid: country.program.pid,
    application: 'v-sys',
    admin: country.admin,
    run: () =>
      timeEach(take(), 4, async (venue) => {
        await expectStatus(country.client, formOf(venue, cells), 303);
      }),
  };
  const bare = {
    pid: floor.pid,
    application: 'bench-floor',
    admin: country.admin,
    run: async () =>
      (await floor.tell(
        take().map(
          (venue): FloorDemand => ({
            ...venue,
            cycleId: openCycle,
            cells,
            version: 2,
            doses: cells.length * 200,
            discarded: 2,
          }),
        ),
      )) as readonly number[],
  };
  const pair = await alternate(ours, bare, options.runs);
  floor.stop();
  return {
    what: 'Registering a demand (POST /reports: demand and running totals)',
    ours: pair.ours,
    beside: { name: 'floor', figures: pair.other },
    figure: `node CPU ${times(pair.ratio.node)}`,
    limit: '≤ 4 ×',
    met: pair.ratio.node <= 4,
    note: 'the floor has no HTTP and looks nothing up',
  };
};

export const demand: Part = { name: 'demand', measure: async (bench) => [await measure(bench)] };
