import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { placeOrganisation } from './office-area.ts';
import type { organisationForm } from './organisation.form.ts';
import { insertOrganisation } from './organisations.store.ts';
import { isOffice } from './organisations.ts';

/** 「組織の登録」 (S33): an office by its code, a company by its name; each once. */
export const createOrganisation = async (ctx: Ctx, input: InputOf<typeof organisationForm>): Promise<Outcome> => {
  const area = placeOrganisation(input);
  if ('faults' in area) throw invalid(area.faults);
  const { kind, phone, email } = input;
  const orgId = await insertOrganisation(ctx.tx, { kind, phone, email, ...area }, ctx.now);
  if (orgId === null) throw invalid({ [isOffice(kind) ? 'code' : 'name']: 'この組織はすでに登録されています。' });
  ctx.note(`organisation:${orgId}`, { kind });
  return done(`/organisations/${orgId}?saved=1`);
};
