import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { enterForm } from './inquiry.form.ts';
import { receiveTicket } from './send-inquiry.service.ts';
import { findVenueByCode } from './ticket-people.store.ts';

/** The desk enters a mail or a call of someone who cannot log in (MC-7); what was not said stays visibly missing. */
export const enterTicket = async (ctx: Ctx, input: InputOf<typeof enterForm>): Promise<Outcome> => {
  if (input.request === null && input.body === '') throw invalid({ body: '内容を入力してください。' });
  const institutionCode = input.institutionCode.normalize('NFKC').replaceAll(/[\s-]/g, '');
  const ticket = await receiveTicket(ctx, {
    channel: input.channel,
    category: input.request ? 'login' : 'other',
    detail: input.request ? 'login.account' : 'other.other',
    request: input.request,
    userId: null,
    orgId: institutionCode === '' ? null : await findVenueByCode(ctx.tx, institutionCode),
    enteredBy: ctx.actor.userId,
    phone: input.phone,
    email: input.personEmail,
    personName: input.personName,
    personEmail: input.personEmail,
    userName: input.userName,
    institutionCode,
    institutionName: input.institutionName,
    usersNow: input.usersNow,
    body: input.body,
    createdAt: ctx.now,
  });
  return done(`/desk/tickets/${ticket.id}?done=entered`);
};
