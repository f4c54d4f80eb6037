import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { type Bench, milliseconds, type Part, type Result, share, times } from '../bench.ts';
import { alternate, type Side } from '../compare.ts';
import { listArea } from '../country.ts';
import { type PageFloor, startPageFloor } from '../floor.ts';
import { type Client, expectStatus, timeEach } from '../load.ts';
import type { Statement } from '../record.ts';

export const publicPath = `/navi/${listArea}`;
export const publicHeaders = { 'accept-encoding': 'gzip, deflate, br' };

const visiting = (client: Client, paths: readonly string[]): Promise<number[]> =>
  timeEach(paths, 4, async (path) => {
    await expectStatus(client, { path, headers: publicHeaders }, 200);
  });

const cached = async (bench: Bench, floor: PageFloor): Promise<Result> => {
  const { country, options } = bench;
  await floor.serve(publicPath, await expectStatus(country.client, { path: publicPath, headers: publicHeaders }, 200));
  const paths = Array<string>(share(bench, 10_000)).fill(publicPath);
  const side = (pid: number, client: Client): Side => ({
    pid,
    application: null,
    admin: country.admin,
    run: () => visiting(client, paths),
  });
  const pair = await alternate(side(country.program.pid, country.client), side(floor.pid, floor.client), options.runs);
  return {
    what: 'Public list of one municipality, cached',
    ours: pair.ours,
    beside: { name: 'floor', figures: pair.other },
    figure: `node CPU ${times(pair.ratio.node)}`,
    limit: '≤ 2.5 ×',
    met: pair.ratio.node <= 2.5,
  };
};

/** The statements of 港区's list for another municipality. */
const statementsFor = (code: string, statements: readonly Statement[]): Statement[] =>
  statements.map(({ text, values }) => ({
    text,
    values: values?.map((value) =>
      Array.isArray(value) ? value.map((one) => (one === listArea ? code : one)) : value,
    ),
  }));

/** Each municipality once: ours reads, draws and packs it; the floor reads the same and sends what ours made elsewhere. */
const uncached = async (bench: Bench, floor: PageFloor): Promise<Result> => {
  const { country, options, recorded } = bench;
  const pages = [...recorded.publicPages];
  const size = Math.floor(pages.length / (options.runs + 1));
  const pathsOf = (n: number): string[] => pages.slice(n * size, (n + 1) * size).map(([code]) => `/navi/${code}`);
  for (const [code, page] of pages) await floor.serve(`/navi/${code}`, page, statementsFor(code, recorded.publicList));
  const side = (pid: number, application: string, client: Client): Side => ({
    pid,
    application,
    admin: country.admin,
    run: (n) => visiting(client, pathsOf(n)),
  });
  const ours = side(country.program.pid, 'v-sys', country.client);
  const pair = await alternate(ours, side(floor.pid, 'bench-floor', floor.client), options.runs);
  return {
    what: 'Public lists, each municipality for the first time',
    ours: pair.ours,
    beside: { name: 'floor', figures: pair.other },
    figure: `node CPU ${times(pair.ratio.node)}`,
    limit: '≤ 4 ×',
    met: pair.ratio.node <= 4,
    note: 'ours also packs each page as brotli and gzip, in the threads of zlib; that CPU is counted',
  };
};

const weight = async ({ country: { client } }: Bench): Promise<Result> => {
  const fetchPacked = (path: string) => expectStatus(client, { path, headers: publicHeaders }, 200);
  const page = await fetchPacked(publicPath);
  const html = brotliDecompressSync(page.body).toString('utf8');
  const [style = ''] = /\/navi\/style-[\w-]+\.css/.exec(html) ?? [];
  const css = await fetchPacked(style);
  const sum = page.body.length + css.body.length;
  return {
    what: 'HTML and CSS of a public list of 20 venues, with brotli',
    figure: `${(sum / 1000).toFixed(1)} kB`,
    limit: '≤ 14 kB',
    met: sum <= 14_000,
    note: `HTML ${(page.body.length / 1000).toFixed(1)} kB, CSS ${(css.body.length / 1000).toFixed(1)} kB`,
  };
};

/** A change that another process makes, until the cached page says it. */
const change = async ({ country: { client, admin }, options }: Bench): Promise<Result> => {
  const took: number[] = [];
  for (let n = 1; n <= options.runs; n++) {
    const name = `ものさし医院${n}`;
    await admin.query(
      `update venue_directory set name = $1, kana = 'あ' where venue_id =
         (select min(venue_id) from venue_directory where municipality_code = $2)`,
      [name, listArea],
    );
    const started = performance.now();
    while (!(await expectStatus(client, { path: publicPath }, 200)).body.includes(name)) await sleep(10);
    took.push(performance.now() - started);
  }
  const slowest = Math.max(...took);
  return {
    what: "A venue's change on the public page, made by another process",
    figure: milliseconds(slowest),
    limit: '< 1 s',
    met: slowest < 1000,
    note: `the slowest of ${took.length}`,
  };
};

export const publicSite: Part = {
  name: 'public',
  measure: async (bench) => {
    const floor = await startPageFloor(bench.country.databaseUrl);
    const first = await uncached(bench, floor);
    const results = [await cached(bench, floor), first, await weight(bench), await change(bench)];
    floor.stop();
    return results;
  },
};
