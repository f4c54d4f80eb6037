import type { Ctx } from '../../platform/context.ts';
import type { ApiKey } from './api-keys.ts';

/** Tells everybody of the organisation that a key was made or revoked, and by whom. */
export const tellKey = (
  { emit, actor }: Ctx,
  { id, name }: Pick<ApiKey, 'id' | 'name'>,
  what: 'made' | 'revoked',
  more: readonly string[],
): Promise<void> =>
  emit('news.told', {
    orgId: actor.org.id,
    kind: `api-key.${what}`,
    title: what === 'made' ? 'APIキーが発行されました' : 'APIキーが取り消されました',
    lines: [
      `名前：${name}`,
      `${what === 'made' ? '発行' : '取消'}：${actor.displayName}`,
      ...more,
      '心当たりがないときは、キーを取り消し、サービスデスクに連絡してください。',
    ],
    link: `/settings/api-keys/${id}`,
    from: actor.org.name,
    key: `api-key:${id}:${what}`,
  });
