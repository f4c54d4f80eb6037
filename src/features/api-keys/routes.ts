import { z } from 'zod';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { apiKeyForm, revokeForm } from './api-key.form.ts';
import { apiKeyPage, apiKeysPage } from './api-keys.page.tsx';
import { loadKeys } from './api-keys.store.ts';
import { createKey } from './create-key.service.ts';
import { ownKey } from './own-key.service.ts';
import { revokeKey } from './revoke-key.service.ts';

const permission = 'api-key.manage';
const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

const keys = page({
  path: '/settings/api-keys',
  permission,
  load: ({ tx, actor }) => loadKeys(tx, actor.org.id),
  view: apiKeysPage,
});
const key = page({
  path: '/settings/api-keys/:id',
  permission,
  params,
  query: z.object({ saved: z.literal('revoked').optional() }),
  load: async (ctx, { params, query }) => ({ key: await ownKey(ctx, params.id), saved: query.saved }),
  view: apiKeyPage,
});

export const apiKeysRoom: Room = {
  name: 'api-keys',
  routes: [
    keys,
    action({
      path: '/settings/api-keys',
      permission,
      audit: 'api-key.create',
      form: apiKeyForm,
      page: keys,
      run: (ctx, { input }) => createKey(ctx, input),
    }),
    key,
    action({
      path: '/settings/api-keys/:id/revoke',
      permission,
      audit: 'api-key.revoke',
      form: revokeForm,
      params,
      page: key,
      run: (ctx, { params }) => revokeKey(ctx, params.id),
    }),
  ],
};
