import { randomUUID } from 'node:crypto';
import type { Result } from '../bench.ts';
import type { FloorDemand } from '../children/floor-demands.ts';
import { alternate } from '../compare.ts';
import { cookieOf, openCycle, refreshSessions } from '../country.ts';
import { startChild } from '../floor.ts';
import { type Call, expectStatus, timeEach } from '../load.ts';
import { median } from '../stats.ts';
import type { LedgerSite } from './site.ts';

/** Reports a run, as far as there are venues: each reports once. */
const most = 600;
const atOnce = 4;

type Report = FloorDemand & { readonly formVersion: number };

/** What each 基本型 reports next: as much more as each time before. */
const nextReports = async ({ admin }: LedgerSite): Promise<Report[]> => {
  const { rows } = await admin.query<Record<string, string> & { cells: FloorDemand['cells'] }>(
    `select r.venue_id, r.vaccine_id, r.prefecture_code, r.municipality_code, r.version + 1 as version,
       r.version + b.disposal_records as form_version, b.disposed,
       (select json_agg(json_build_array(c.code, d.number, coalesce(k.doses + r.doses / r.version / 10, 0)) order by c.position, d.number)
        from report_categories c cross join report_dose_numbers d
        left join report_counts k on k.report_id = r.id and k.category = c.code and k.dose_number = d.number) as cells
     from venue_vaccines h
     join lateral (select * from report_versions v where v.venue_id = h.venue_id and v.vaccine_id = h.vaccine_id
       order by version desc limit 1) r on true
     join stock_balances b on b.venue_id = r.venue_id and b.vaccine_id = r.vaccine_id
     where h.role = 'basic' order by md5(h.venue_id::text)`,
  );
  return rows.map(({ cells, ...row }) => ({
    venueId: Number(row.venue_id),
    vaccineId: Number(row.vaccine_id),
    prefectureCode: String(row.prefecture_code),
    municipalityCode: String(row.municipality_code),
    version: Number(row.version),
    formVersion: Number(row.form_version),
    discarded: Number(row.disposed),
    doses: cells.reduce((sum, [, , doses]) => sum + doses, 0),
    cycleId: null,
    cells,
  }));
};

/** The form as a browser sends it, with the request left alone. */
const formOf = ({ venueId, vaccineId, formVersion, cells, discarded }: Report): Call => ({
  path: `/reports?vaccine=${vaccineId}&cycle=${openCycle}`,
  method: 'POST',
  headers: { cookie: cookieOf(venueId) },
  body: new URLSearchParams({
    _version: String(formVersion),
    _request: randomUUID(),
    vaccine: String(vaccineId),
    cycle: String(openCycle),
    requested: '',
    storage: '',
    ...Object.fromEntries(cells.map(([category, number, doses]) => [`counts.${category}.d${number}`, String(doses)])),
    discarded: String(discarded),
  }).toString(),
});

const perSecond = (rates: readonly number[]): string => median(rates).toFixed(0);

/** Reports a second with program, PostgreSQL and client on this machine, beside the floor's rate in the same run. */
export const measureReports = async (site: LedgerSite, runs: number): Promise<Result[]> => {
  const { admin, program, client, start } = site;
  await refreshSessions(admin);
  const reports = await nextReports(site);
  const aRun = Math.min(most, Math.floor(reports.length / 2 / (runs + 1)));
  const floor = await startChild('floor-demands.ts', { DATABASE_URL: start.database.app });
  const rates = { ours: [] as number[], floor: [] as number[] };
  const timed = async (of: number[], n: number, work: (some: Report[]) => Promise<readonly number[]>) => {
    const some = reports.splice(0, aRun);
    const started = performance.now();
    const times = await work(some);
    if (n > 0) of.push((some.length * 1000) / (performance.now() - started));
    return times;
  };
  const post = (some: Report[]): Promise<number[]> =>
    timeEach(some, atOnce, async (report) => {
      await expectStatus(client, formOf(report), 303);
    });
  const insert = async (some: Report[]) => (await floor.tell(some)) as readonly number[];
  const pair = await alternate(
    { pid: program.pid, application: 'v-sys', admin, run: (n) => timed(rates.ours, n, post) },
    { pid: floor.pid, application: 'bench-floor', admin, run: (n) => timed(rates.floor, n, insert) },
    runs,
  );
  floor.stop();
  const share = median(rates.ours.map((rate, n) => rate / (rates.floor[n] ?? Number.NaN)));
  return [
    {
      what: 'Reports (POST /reports), four at a time',
      ours: pair.ours,
      figure: `${perSecond(rates.ours)} a second`,
      limit: '≥ 100 a second',
      met: median(rates.ours) >= 100,
    },
    {
      what: 'The same',
      ours: pair.ours,
      beside: { name: 'floor', figures: pair.other },
      figure: `${share.toFixed(2)} of the floor's rate`,
      limit: '≥ 0.35',
      met: share >= 0.35,
      note: `the floor registered ${perSecond(rates.floor)} a second; it has no HTTP and looks nothing up`,
    },
  ];
};
