import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { saveRevoked } from './api-keys.store.ts';
import { ownKey } from './own-key.service.ts';
import { tellKey } from './tell-key.service.ts';

/** 「このキーを取り消す」: it opens nothing from now on; what it did stays. */
export const revokeKey = async (ctx: Ctx, keyId: number): Promise<Outcome> => {
  const key = await ownKey(ctx, keyId);
  if (key.revokedAt !== null) throw conflict('このキーはすでに取り消されています。');
  ctx.ask(
    question({
      id: 'revoke',
      title: 'このキーを取り消しますか',
      lines: ['このキーを使うシステムは、いますぐ使えなくなります。元には戻せません。'],
      rows: [{ label: '名前', value: key.name }],
      about: key.id,
    }),
  );
  if (!(await saveRevoked(ctx.tx, keyId, ctx.actor.userId, ctx.now)))
    throw conflict('このキーはすでに取り消されています。');
  await tellKey(ctx, key, 'revoked', []);
  ctx.note(`api-key:${keyId}`, { revoked: true });
  return done(`/settings/api-keys/${keyId}?saved=revoked`);
};
