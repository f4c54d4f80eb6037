import type { InputOf } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { insertCanned, loadCanned, updateCanned } from './canned.store.ts';
import type { cannedForm } from './ticket.form.ts';

const list = '/desk/canned';

export const addCanned = async (ctx: Ctx, input: InputOf<typeof cannedForm>): Promise<Outcome> => {
  const id = await insertCanned(ctx.tx, input);
  ctx.note(`canned-answer:${id}`);
  return done(`${list}?done=saved`);
};

const change = async (ctx: Ctx, id: number, to: Parameters<typeof updateCanned>[2]): Promise<void> => {
  const subject = `canned-answer:${id}`;
  const canned = await loadCanned(ctx.tx, id);
  if (!canned) throw notFound();
  const known = ctx.version === null || ctx.version === canned.version;
  if (!known || !(await updateCanned(ctx.tx, canned, to))) throw await staleBy(ctx.tx, subject);
  ctx.note(subject);
};

export const saveCanned = async (ctx: Ctx, id: number, input: InputOf<typeof cannedForm>): Promise<Outcome> => {
  await change(ctx, id, input);
  return done(`${list}?done=saved`);
};

export const removeCanned = async (ctx: Ctx, id: number): Promise<Outcome> => {
  await change(ctx, id, { removedAt: ctx.now });
  return done(`${list}?done=removed`);
};
