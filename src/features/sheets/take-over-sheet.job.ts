import { Problem } from '../../kernel/problem.ts';
import { writeAudit } from '../../platform/audit/audit.store.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Ctx, SystemCtx } from '../../platform/context.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import type { Handler } from '../../platform/jobs/index.ts';
import { loadActorById } from '../accounts/index.ts';
import { type DoneCounts, lockImport, markEnded } from './imports.store.ts';
import { countRows, rowsToSave } from './sheet-plan.ts';
import { dropProgress, saveProgress } from './sheet-progress.store.ts';
import type { Report, SheetTable } from './sheet-table.csv.ts';
import { rowsOf } from './upload-sheet.service.ts';
import { watchProgress } from './watch-progress.ts';

type TakeOver = (ctx: Ctx, content: string, say: (total: number) => Report) => Promise<DoneCounts>;

/** The tables whose long files a job takes over, by name. */
const tables = new Map<string, TakeOver>();

export const knowTable = <P, K extends string, D>(table: SheetTable<P, K, D>): void => {
  tables.set(table.sheet, async (ctx, content, say) => {
    const params = table.params.parse({});
    await table.lock?.(ctx, params);
    const plan = await table.plan(ctx, params, rowsOf(content, await table.head(ctx, params)));
    if (plan.faults.length > 0)
      throw new Problem(
        'conflict',
        '確認した後に登録内容が変わり、エラーのある行ができました。もう一度確認してください。',
      );
    await table.save(ctx, params, rowsToSave(plan, table.also !== undefined), say(plan.rows.length));
    const { create, update } = countRows(plan);
    return { create, update, also: table.also?.count(plan.rows) ?? 0 };
  });
};

const notAllowed = 'このファイルを登録する権限がなくなりました。';
const broken = '処理の途中で問題が起きました。時間をおいて、もう一度登録してください。';

/** The worker of the queue `take-over-sheet`: one transaction, all rows or none, in the name of who pressed 「登録する」. */
export const takeOverSheetJob =
  (
    db: Db,
    clock: Clock,
    systemCtx: (tx: Tx, now: Date) => SystemCtx,
    waits: (tx: Tx) => Promise<boolean>,
  ): Handler<'take-over-sheet'> =>
  async ({ importId }, { lastTry }) => {
    const progress = watchProgress((rows) => db.transaction({ role: 'all' }, (tx) => saveProgress(tx, importId, rows)));
    try {
      await db.transaction({ role: 'all' }, async (tx) => {
        if (await waits(tx)) throw new Error('read-only: the file waits');
        const kept = await lockImport(tx, importId);
        const actor = kept && (await loadActorById(tx, kept.userId));
        const takeOver = kept && tables.get(kept.sheet);
        if (kept?.state !== 'running') return;
        if (!actor || !takeOver) throw new Problem('forbidden', notAllowed);
        const now = clock.now();
        const ctx: Ctx = { ...systemCtx(tx, now), actor, note: () => undefined, ask: () => undefined, version: null };
        const counts = await takeOver(ctx, kept.content, (total) => {
          progress.say({ done: 0, total });
          return (done) => progress.say({ done, total });
        });
        await markEnded(tx, importId, { state: 'done', counts });
        const said = { action: `${kept.sheet}.import`, subject: `sheet:${kept.sheet}`, detail: { ...counts } };
        await writeAudit(tx, { at: now, userId: actor.userId, orgId: actor.org.id, outcome: 'done', ...said });
      });
    } catch (thrown) {
      if (!(thrown instanceof Problem) && !lastTry) throw thrown;
      const reason = thrown instanceof Problem ? thrown.message : broken;
      await db.transaction({ role: 'all' }, (tx) => markEnded(tx, importId, { state: 'failed', reason }));
    } finally {
      await progress.end();
      await db.transaction({ role: 'all' }, (tx) => dropProgress(tx, importId));
    }
  };
