import { conflict, notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { inviteUser } from '../accounts/index.ts';
import { exportColumns } from './import-columns.ts';
import { changesNothing, countPlan, type ImportedVenue, type ImportPlan, type PlannedVenue } from './import-plan.ts';
import { dropImport, insertVenues, loadImport, loadWaiting, lockImports, updateVenues } from './imports.store.ts';
import { planKept } from './plan-import.service.ts';
import { rebaseOpen } from './rebase-open.service.ts';
import { type ChangeLine, insertSave } from './venue-changes.store.ts';

const textOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? value
      ? 'はい'
      : 'いいえ'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const lineOf = ({ venue, former }: PlannedVenue, field: keyof ImportedVenue): ChangeLine => ({
  field,
  label: exportColumns.find(({ key }) => key === field)?.label ?? field,
  from: former ? textOf(former[field] ?? '') : '',
  to: textOf(venue[field] ?? ''),
});

const keepHistory = async (ctx: Ctx, rows: readonly PlannedVenue[]): Promise<void> => {
  for (const row of rows) {
    if (!row.former) continue;
    const { municipalityCode } = row.venue;
    await insertSave(
      ctx.tx,
      { id: row.former.id, municipalityCode, prefectureCode: municipalityCode.slice(0, 2) },
      {
        at: ctx.now,
        how: 'import',
        userId: ctx.actor.userId,
        orgId: ctx.actor.org.id,
        changes: row.changed.map((field) => lineOf(row, field)),
      },
    );
  }
};

/** Brings the venues to what a plan without faults says, and invites their first users. */
export const takeOver = async (ctx: Ctx, plan: ImportPlan): Promise<void> => {
  const of = (action: PlannedVenue['action']) => plan.rows.filter((row) => row.action === action);
  const made = await insertVenues(ctx.tx, of('create'), ctx.now);
  await updateVenues(ctx.tx, of('update'));
  await keepHistory(ctx, of('update'));
  const changed = of('update').flatMap(({ former }) => (former ? [former.id] : []));
  for (const venueId of await loadWaiting(ctx.tx, changed)) await rebaseOpen(ctx, venueId);
  for (const { venue, former, invite } of plan.rows) {
    const orgId = former?.id ?? made.get(venue.code);
    if (invite && orgId) await inviteUser(ctx, { orgId, ...invite });
  }
};

/** 「この内容で取り込む」 (S30): all rows or none, by the plan as it is now; first users are invited. */
export const applyImport = async (ctx: Ctx, importId: number): Promise<Outcome> => {
  await lockImports(ctx.tx);
  const content = await loadImport(ctx.tx, importId, ctx.actor.userId);
  if (content === null) throw notFound();
  const plan = await planKept(ctx, content);
  if (plan.faults.length > 0)
    throw conflict('エラーのある行があるため取り込めません。ファイルを直して、もう一度選択してください。');
  const counts = countPlan(plan);
  if (changesNothing(counts)) throw conflict('変更はありません。このファイルの内容はすでに登録されています。');
  ctx.ask(
    question({
      id: 'import',
      title: 'この内容で取り込みますか',
      lines: counts.invite > 0 ? ['招待する利用者には、いますぐメールを送ります。'] : [],
      rows: [
        { label: '新しく登録', value: `${counts.create}件` },
        { label: '変更', value: `${counts.update}件` },
        { label: '変更なし', value: `${counts.same}件` },
        { label: '利用者の招待', value: `${counts.invite}人` },
      ],
      about: importId,
    }),
  );
  await takeOver(ctx, plan);
  await dropImport(ctx.tx, importId);
  ctx.note(`venue-import:${importId}`, { ...counts });
  const { create, update, invite } = counts;
  return done(`/venues/import/done?create=${create}&update=${update}&invite=${invite}`);
};
