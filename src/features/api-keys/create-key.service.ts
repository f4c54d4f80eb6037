import { formatInstant } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Outcome, shown } from '../../platform/http/index.ts';
import { scopesOf } from '../../policy.ts';
import { hashSecret, makeSecret } from '../accounts/index.ts';
import type { apiKeyForm } from './api-key.form.ts';
import { insertKey, loadKeys } from './api-keys.store.ts';
import { hintOf, mostKeys, scopeLabel, stateOf, tokenOf } from './api-keys.ts';
import { newKeyPage } from './new-key.page.tsx';
import { tellKey } from './tell-key.service.ts';

const day = 86_400_000;

/** 「発行する」: a key for the own organisation, shown this once; everybody of the organisation is told. */
export const createKey = async (ctx: Ctx, input: InputOf<typeof apiKeyForm>): Promise<Outcome> => {
  const { actor, tx, now } = ctx;
  const allowed = scopesOf(actor);
  if (!input.scopes.every((scope) => allowed.includes(scope)))
    throw invalid({ scopes: 'この組織では選べないものが含まれています。選択し直してください。' });
  const active = (await loadKeys(tx, actor.org.id)).filter((key) => stateOf(key, now) === 'active');
  if (active.length >= mostKeys)
    throw conflict(`使用中のキーは${mostKeys}個までです。使っていないキーを取り消してください。`);
  const secret = makeSecret();
  const token = tokenOf(secret);
  const expiresAt = new Date(now.getTime() + Number(input.lifetime) * day);
  const keyId = await insertKey(tx, {
    orgId: actor.org.id,
    name: input.name,
    hint: hintOf(token),
    scopes: input.scopes,
    createdAt: now,
    expiresAt,
    hash: hashSecret(secret),
    userId: actor.userId,
  });
  await tellKey(ctx, { id: keyId, name: input.name }, 'made', [
    `できること：${input.scopes.map(scopeLabel).join('、')}`,
    `有効期限：${formatInstant(expiresAt)}`,
  ]);
  ctx.note(`api-key:${keyId}`, { scopes: input.scopes, expiresAt });
  return shown(`/settings/api-keys/${keyId}`, () => newKeyPage({ keyId, name: input.name, token, expiresAt }));
};
