import { z } from 'zod';
import { json } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { addressLine } from './address-line.ts';
import { searchDirectory } from './search-directory.store.ts';

const query = z.object({
  q: z.string().max(200).default(''),
  scope: z.enum(['name', 'all']).default('name'),
  vaccine: z.coerce.number().int().positive().optional(),
  role: z.enum(['basic', 'satellite']).optional(),
});

/** What the dialog 「検索」 of a lookup field asks (M1.9-1): the directory, readable by every venue and office. */
export const venueLookupRoom: Room = {
  name: 'venue-lookup',
  routes: [
    json({
      path: '/lookup/venues',
      permission: 'directory.search',
      query,
      load: async ({ tx, actor }, { query: { q, scope, vaccine, role } }) => {
        const near = actor.org.municipalityCode ?? actor.org.prefectureCode;
        const { hits, more } = await searchDirectory(tx, { q, scope, vaccineId: vaccine, role, near });
        return {
          results: hits.map((hit) => ({ id: hit.id, name: hit.name, detail: `${hit.code}　${addressLine(hit)}` })),
          more,
        };
      },
    }),
  ],
};
