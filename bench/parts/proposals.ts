import { type Bench, milliseconds, type Part, type Result, type Site, times } from '../bench.ts';
import { alternate, type Side } from '../compare.ts';
import { fixedCycle, ministryOf, refreshSessions } from '../country.ts';
import { expectStatus, timeEach } from '../load.ts';

/** The four ways to split, each carried down to every municipality and venue. */
const rules = ['population', 'demand', 'need', 'equal'] as const;

const splitting = async ({ admin, program, client }: Site): Promise<Side> => {
  await refreshSessions(admin);
  const headers = { cookie: await ministryOf(admin) };
  const paths = rules.map((rule) => `/allocations/national/${fixedCycle}/proposals/country?rule=${rule}`);
  const run = (): Promise<number[]> =>
    timeEach(paths, 1, async (path) => {
      await expectStatus(client, { path, headers }, 200);
    });
  return { pid: program.pid, application: 'v-sys', admin, run };
};

const measure = async ({ country, tenth, options }: Bench): Promise<Result[]> => {
  const pair = await alternate(await splitting(country), await splitting(tenth), options.runs);
  const growth = pair.ratio.p50;
  return [
    {
      what: `国's proposal for the whole country, ${rules.length} rules, down to 1,741 municipalities and their 基本型`,
      ours: pair.ours,
      beside: { name: `at ${tenth.venues.toLocaleString('en')} venues`, figures: pair.other },
      figure: `${milliseconds(pair.ours.p99)} (slowest rule), ${times(growth)} of a tenth of the venues`,
      limit: '< 3 s, ≤ 12 ×',
      met: pair.ours.p99 < 3000 && growth <= 12,
    },
  ];
};

export const proposals: Part = { name: 'proposals', measure };
