import { cpuOf } from './cpu.ts';
import { type Admin, backendsOf } from './database.ts';
import { median, quantile } from './stats.ts';

/** Times in ms; CPU in ms per request, of node and of PostgreSQL. */
export type Figures = { readonly p50: number; readonly p99: number; readonly node: number; readonly postgres: number };

/** One of the two that are compared. */
export type Side = {
  readonly pid: number;
  /** Its name in PostgreSQL; null: it has no connection. */
  readonly application: string | null;
  readonly admin: Admin;
  /** The n-th run: does its requests and gives the time of each. */
  readonly run: (n: number) => Promise<readonly number[]>;
};

const total = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

export const measureRun = async (side: Side, n: number): Promise<Figures> => {
  const backends = side.application === null ? [] : await backendsOf(side.admin, side.application);
  const [nodeBefore, postgresBefore] = [cpuOf(side.pid), total(backends)];
  const times = await side.run(n);
  const [node, postgres] = [cpuOf(side.pid) - nodeBefore, total(backends) - postgresBefore];
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    node: node / times.length,
    postgres: postgres / times.length,
  };
};

export const middle = (runs: readonly Figures[]): Figures => {
  const of = (key: keyof Figures): number => median(runs.map((run) => run[key]));
  return { p50: of('p50'), p99: of('p99'), node: of('node'), postgres: of('postgres') };
};

export type Pair = {
  readonly ours: Figures;
  readonly other: Figures;
  /** Medians of the ratios of the runs, each of two that ran one after the other. */
  readonly ratio: { readonly node: number; readonly p50: number };
};

/** Runs both by turns, the other one first every second time; the 0-th run of each warms up and does not count. */
export const alternate = async (ours: Side, other: Side, runs: number): Promise<Pair> => {
  const pairs: [Figures, Figures][] = [];
  for (let n = 0; n <= runs; n++) {
    const first = n % 2 === 0 ? await measureRun(ours, n) : undefined;
    const second = await measureRun(other, n);
    pairs.push([first ?? (await measureRun(ours, n)), second]);
  }
  const counted = pairs.slice(1);
  return {
    ours: middle(counted.map(([one]) => one)),
    other: middle(counted.map(([, one]) => one)),
    ratio: {
      node: median(counted.map(([a, b]) => a.node / b.node)),
      p50: median(counted.map(([a, b]) => a.p50 / b.p50)),
    },
  };
};
