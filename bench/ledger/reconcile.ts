import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Result } from '../bench.ts';
import { rssOf } from '../cpu.ts';
import { environmentOf, root } from '../program.ts';
import { type LedgerSite, millions } from './site.ts';

type Reconciled = { readonly seconds: number; readonly peakMb: number; readonly backendMb: number };

/** Memory of a process that is its own, in MB: without what PostgreSQL's processes share. */
const privateMb = (pid: number): number => {
  try {
    return rssOf(pid, 'RssAnon');
  } catch {
    return 0;
  }
};

/** `npm run reconcile` as an operator calls it; fails when anything differs. */
const reconcile = async ({ start, admin }: LedgerSite): Promise<Reconciled> => {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'dist/admin.js'), 'reconcile'], {
    cwd: root,
    env: environmentOf(start, 0),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  let [peakMb, backendMb] = [0, 0];
  const watch = setInterval(async () => {
    peakMb = Math.max(peakMb, privateMb(child.pid ?? 0));
    const { rows } = await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and query like '%rebuilt%' and pid <> pg_backend_pid()`,
    );
    backendMb = Math.max(
      backendMb,
      rows.reduce((sum, { pid }) => sum + privateMb(pid), 0),
    );
  }, 500);
  const code = await new Promise((then) => child.once('exit', then));
  clearInterval(watch);
  if (code !== 0) throw new Error(`reconcile found differences (${String(code)}): ${said.slice(0, 2000)}`);
  return { seconds: (performance.now() - started) / 1000, peakMb, backendMb };
};

/** Every balance and total rebuilt from the entries: at the whole ledger and at a tenth of it. */
export const measureReconcile = async (large: LedgerSite, tenth: LedgerSite): Promise<Result> => {
  const few = await reconcile(tenth);
  const all = await reconcile(large);
  const node = all.peakMb / few.peakMb;
  return {
    what: `\`npm run reconcile\` of ${millions(large.entries)} entries`,
    figure: `${all.seconds.toFixed(0)} s, node ${node.toFixed(2)} × the memory of ${millions(tenth.entries)}, PostgreSQL ${all.backendMb.toFixed(0)} MB`,
    limit: '< 5 minutes, constant memory: node ≤ 1.2 ×, PostgreSQL < 500 MB',
    met: all.seconds < 300 && node <= 1.2 && all.backendMb < 500,
    note: `its own memory, at the most: ${all.peakMb.toFixed(0)} MB of node, ${all.backendMb.toFixed(0)} MB of PostgreSQL's processes together, whose sorts and hashes are bounded by work_mem; ${millions(tenth.entries)}: ${few.seconds.toFixed(0)} s, ${few.peakMb.toFixed(0)} and ${few.backendMb.toFixed(0)} MB`,
  };
};
