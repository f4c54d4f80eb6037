import type { Actor } from './kernel/policy.ts';
import type { DbRole } from './platform/db/index.ts';

/**
 * The second wall: what row security lets an actor's transaction see. Keys are those of the tables' `reach` columns:
 * v venue, m 市町村, p 都道府県, d the municipalities of a 都道府県, k maker, w wholesaler, s the service desk, * every office.
 */
export const wallOf = ({ org }: Actor): { readonly role: DbRole; readonly reach: readonly string[] } => {
  switch (org.kind) {
    case 'ministry':
      return { role: 'all', reach: [] };
    case 'prefecture':
      return { role: 'web', reach: [`p${org.prefectureCode}`, '*'] };
    case 'municipality':
      return { role: 'web', reach: [`m${org.municipalityCode}`, `d${org.prefectureCode}`, '*'] };
    case 'venue':
      return { role: 'web', reach: [`v${org.id}`] };
    case 'manufacturer':
      return { role: 'web', reach: [`k${org.id}`] };
    case 'wholesaler':
      return { role: 'web', reach: [`w${org.id}`] };
    case 'desk':
      return { role: 'web', reach: ['s'] };
    case 'vendor':
      return { role: 'web', reach: [] };
  }
};
