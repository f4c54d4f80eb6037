import { type Bench, milliseconds, type Part, type Result, share } from '../bench.ts';
import { measureRun, middle } from '../compare.ts';
import { cookieOf, listArea, officeOf, refreshSessions } from '../country.ts';
import { expectStatus, timeEach } from '../load.ts';
import { median } from '../stats.ts';

/** What people type: a surname with its kind, reading, place, number; and one word that a third of the venues carry. */
const typed = [
  { q: '佐藤内科', scope: 'name' },
  { q: 'さとうないか', scope: 'name' },
  { q: '緑ヶ丘 高橋', scope: 'name' },
  { q: '港区 鈴木医院', scope: 'all' },
  { q: '横浜市本町', scope: 'all' },
  { q: '1300012345', scope: 'all' },
  { q: '札幌 病院', scope: 'all' },
  { q: 'クリニック', scope: 'name' },
] as const;

const measure = async (bench: Bench): Promise<Result> => {
  const { admin, client, program } = bench.country;
  await refreshSessions(admin);
  const headers = { cookie: cookieOf(await officeOf(admin, listArea)) };
  const byWord = new Map<string, number[]>(typed.map(({ q }) => [q, []]));
  const rounds = share(bench, 20);
  const run = (): Promise<number[]> =>
    timeEach(Array.from({ length: rounds }, () => typed).flat(), 1, async ({ q, scope }) => {
      const started = performance.now();
      await expectStatus(client, { path: `/lookup/venues?${new URLSearchParams({ q, scope })}`, headers }, 200);
      byWord.get(q)?.push(performance.now() - started);
    });
  const side = { pid: program.pid, application: 'v-sys', admin, run };
  await measureRun(side, 0);
  const runs = [];
  for (let n = 1; n <= bench.options.runs; n++) runs.push(await measureRun(side, n));
  const each = [...byWord].map(([q, took]) => ({ q, p50: median(took) })).sort((a, b) => b.p50 - a.p50);
  const slowest = each[0]?.p50 ?? 0;
  return {
    what: `Directory search at ${bench.country.venues.toLocaleString('en')} venues, ${typed.length} kinds of words in turn`,
    ours: middle(runs),
    figure: `slowest word ${milliseconds(slowest)}`,
    limit: '< 20 ms each (p50)',
    met: slowest < 20,
    note: each.map(({ q, p50 }) => `「${q}」 ${milliseconds(p50)}`).join(', '),
  };
};

export const search: Part = { name: 'search', measure: async (bench) => [await measure(bench)] };
