import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { managedOrganisation } from './managed-organisation.service.ts';
import type { organisationEditForm } from './organisation.form.ts';
import { findOrganisation, updateOrganisationRow } from './organisations.store.ts';
import { isOffice, type OrganisationRecord } from './organisations.ts';

type Input = InputOf<typeof organisationEditForm>;

const askShutting = (ctx: Ctx, org: OrganisationRecord): void => {
  if (org.id === ctx.actor.org.id || org.kind === 'ministry' || org.kind === 'desk')
    throw conflict('国・サービスデスクと、自分の組織は停止できません。');
  ctx.ask(
    question({
      id: 'shut',
      title: `${org.name}の利用を停止しますか`,
      lines: ['この組織の利用者は全員、いますぐ使えなくなります。データは残り、あとで再開できます。'],
      about: org.version,
    }),
  );
};

/** 「組織の編集」: name, contact, and whether its users may log in. */
export const updateOrganisation = async (ctx: Ctx, orgId: number, input: Input): Promise<Outcome> => {
  const org = await managedOrganisation(ctx, orgId);
  const active = input.active === '1';
  if (!isOffice(org.kind) && input.name !== org.name && (await findOrganisation(ctx.tx, org.kind, input.name)) !== null)
    throw invalid({ name: '同じ種別・名称の組織がすでに登録されています。' });
  if (org.active && !active) askShutting(ctx, org);
  const { name, phone, email } = input;
  if (!(await updateOrganisationRow(ctx.tx, orgId, ctx.version ?? 0, { name, phone, email, active })))
    throw await staleBy(ctx.tx, `organisation:${orgId}`);
  ctx.note(`organisation:${orgId}`, { active });
  return done(`/organisations/${orgId}?saved=1`);
};
