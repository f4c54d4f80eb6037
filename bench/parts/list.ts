import { type Bench, type Part, type Site, share, times } from '../bench.ts';
import { alternate, type Side } from '../compare.ts';
import { cookieOf, listArea, officeOf, refreshSessions } from '../country.ts';
import { startPageFloor } from '../floor.ts';
import { type Client, expectStatus, timeEach } from '../load.ts';

export const listPath = '/distributions/offices';

const asking = (client: Client, cookie: string, requests: number): (() => Promise<number[]>) => {
  const call = { path: listPath, headers: { cookie } };
  return () =>
    timeEach(Array(requests).fill(call), 4, async () => {
      await expectStatus(client, call, 200);
    });
};

/** The list of 港区 as its office sees it: 50 of 52 rows. */
const oursOn = async ({ admin, program, client }: Site, requests: number): Promise<Side> => {
  await refreshSessions(admin);
  const cookie = cookieOf(await officeOf(admin, listArea));
  return { pid: program.pid, application: 'v-sys', admin, run: asking(client, cookie, requests) };
};

const besideFloor = async (bench: Bench) => {
  const { country, options, recorded } = bench;
  const ours = await oursOn(country, share(bench, 500));
  const floor = await startPageFloor(country.databaseUrl);
  const cookie = cookieOf(await officeOf(country.admin, listArea));
  const page = await expectStatus(country.client, { path: listPath, headers: { cookie } }, 200);
  await floor.serve(listPath, page, recorded.list);
  const run = asking(floor.client, cookie, share(bench, 1500));
  const pair = await alternate(
    ours,
    { pid: floor.pid, application: 'bench-floor', admin: country.admin, run },
    options.runs,
  );
  floor.stop();
  const rows = page.body.toString('utf8').split('<tr').length - 2;
  return {
    what: 'Distribution list of one municipality, logged in, row-filtered',
    ours: pair.ours,
    beside: { name: 'floor', figures: pair.other },
    figure: `node CPU ${times(pair.ratio.node)}`,
    limit: '≤ 4 × (aim 3 ×)',
    met: pair.ratio.node <= 4,
    note: `${rows} rows, ${(page.body.length / 1024).toFixed(0)} kB of HTML, ${recorded.list.length} statements`,
  };
};

const atTwoSizes = async (bench: Bench) => {
  const { country, tenth, options } = bench;
  const requests = share(bench, 400);
  const pair = await alternate(await oursOn(country, requests), await oursOn(tenth, requests), options.runs);
  return {
    what: `The same list at ${country.venues.toLocaleString('en')} venues`,
    ours: pair.ours,
    beside: { name: `at ${tenth.venues.toLocaleString('en')}`, figures: pair.other },
    figure: `p50 ${times(pair.ratio.p50)}, node CPU ${times(pair.ratio.node)}`,
    limit: '≤ 1.3 × each',
    met: pair.ratio.p50 <= 1.3 && pair.ratio.node <= 1.3,
  };
};

export const list: Part = {
  name: 'list',
  measure: async (bench) => [await besideFloor(bench), await atTwoSizes(bench)],
};
