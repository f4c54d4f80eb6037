import { milliseconds, type Result, times } from '../bench.ts';
import { alternate, measureRun, middle, type Side } from '../compare.ts';
import { cookieOf, ministryOf, refreshSessions } from '../country.ts';
import { expectStatus, timeEach } from '../load.ts';
import { type LedgerSite, millions } from './site.ts';

const totalsOn = async ({ admin, program, client }: LedgerSite): Promise<Side> => {
  await refreshSessions(admin);
  const call = { path: '/totals', headers: { cookie: await ministryOf(admin) } };
  const run = (): Promise<number[]> =>
    timeEach(Array(60).fill(call), 1, async () => {
      await expectStatus(client, call, 200);
    });
  return { pid: program.pid, application: 'v-sys', admin, run };
};

/** 「集計」 of the whole country, all クール, one reader at a time: at the whole ledger and at a tenth of it. */
export const measureTotals = async (large: LedgerSite, tenth: LedgerSite, runs: number): Promise<Result[]> => {
  const { ours, other, ratio } = await alternate(await totalsOn(large), await totalsOn(tenth), runs);
  const cpu = (ours.node + ours.postgres) / (other.node + other.postgres);
  return [
    {
      what: `「集計」 of the whole country at ${millions(large.entries)} entries`,
      ours,
      figure: `p50 ${milliseconds(ours.p50)}`,
      limit: 'p50 < 100 ms',
      met: ours.p50 < 100,
    },
    {
      what: `The same at ${millions(large.entries)} entries`,
      ours,
      beside: { name: `at ${millions(tenth.entries)}`, figures: other },
      figure: `p50 ${times(ratio.p50)}, CPU ${times(cpu)}`,
      limit: '≤ 1.2 × each',
      met: ratio.p50 <= 1.2 && cpu <= 1.2,
    },
  ];
};

/** 「在庫」 of venues all over the country. */
export const measureStock = async (site: LedgerSite, runs: number): Promise<Result> => {
  const { admin, program, client } = site;
  await refreshSessions(admin);
  const { rows } = await admin.query<{ id: string }>(
    `select h.venue_id as id from venue_vaccines h where h.role = 'basic' order by md5(h.venue_id::text) limit 400`,
  );
  const run = (): Promise<number[]> =>
    timeEach(rows, 4, async ({ id }) => {
      await expectStatus(client, { path: '/stock', headers: { cookie: cookieOf(Number(id)) } }, 200);
    });
  const side = { pid: program.pid, application: 'v-sys', admin, run };
  await measureRun(side, 0);
  const figures = [];
  for (let n = 1; n <= runs; n++) figures.push(await measureRun(side, n));
  const ours = middle(figures);
  return {
    what: `「在庫」 of a venue at ${millions(site.entries)} entries`,
    ours,
    figure: `p50 ${milliseconds(ours.p50)}`,
    limit: 'p50 < 30 ms',
    met: ours.p50 < 30,
    note: `${rows.length} venues, four readers at a time`,
  };
};
