import { conflict, notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { inviteUser } from '../accounts/index.ts';
import { changesNothing, countPlan, type PlannedRow } from './import-plan.ts';
import { dropImport, loadImport } from './imports.store.ts';
import { insertOrganisation, lockImports, updateOrganisationRow } from './organisations.store.ts';
import { planFile } from './plan-file.service.ts';

const moved = () => conflict('確認した後に内容が変わりました。もう一度確認してから登録してください。');

const saveRow = async (ctx: Ctx, { action, kind, area, phone, email, former }: PlannedRow): Promise<number> => {
  if (former === null) {
    const orgId = await insertOrganisation(ctx.tx, { kind, phone, email, ...area }, ctx.now);
    if (orgId === null) throw moved();
    return orgId;
  }
  const change = { name: area.name, phone, email, active: former.active };
  if (action === 'update' && !(await updateOrganisationRow(ctx.tx, former.id, former.version, change))) throw moved();
  return former.id;
};

/** 「この内容で登録する」 (S33): all rows or none, by the plan as it is now. */
export const applyImport = async (ctx: Ctx, importId: number): Promise<Outcome> => {
  await lockImports(ctx.tx);
  const content = await loadImport(ctx.tx, importId, ctx.actor.userId);
  if (content === null) throw notFound();
  const plan = await planFile(ctx, content);
  if (plan.faults.length > 0)
    throw conflict('エラーのある行があるため登録できません。ファイルを直して、もう一度選択してください。');
  const counts = countPlan(plan);
  if (changesNothing(counts)) throw conflict('変更はありません。このファイルの内容はすでに登録されています。');
  ctx.ask(
    question({
      id: 'import',
      title: 'この内容で登録しますか',
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
  for (const row of plan.rows) {
    const orgId = await saveRow(ctx, row);
    if (row.invite) await inviteUser(ctx, { orgId, ...row.invite });
  }
  await dropImport(ctx.tx, importId);
  ctx.note(`organisation-import:${importId}`, { ...counts });
  const { create, update, invite } = counts;
  return done(`/organisations/import/done?create=${create}&update=${update}&invite=${invite}`);
};
