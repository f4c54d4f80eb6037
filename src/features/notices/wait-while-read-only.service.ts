import type { Room } from '../../platform/room.ts';
import { isReadOnly } from './standing.store.ts';

/** S36: what is due waits as well; `due` is idempotent, so that it makes up for it at the first tick afterwards. */
export const waitWhileReadOnly = (rooms: readonly Room[]): readonly Room[] =>
  rooms.map(({ due, ...room }) =>
    due
      ? {
          ...room,
          due: async (ctx, now) => {
            if (!(await isReadOnly(ctx.tx))) await due(ctx, now);
          },
        }
      : room,
  );
