import type { EventName, Events } from '../kernel/event.ts';
import type { SystemCtx } from './context.ts';
import type { Route } from './http/route.ts';

type Listener = { readonly [N in EventName]?: (ctx: SystemCtx, payload: Events[N]) => Promise<void> };

/** What a feature puts into the house: rows of the route table, due work, and ears for other rooms' news. */
export type Room = {
  readonly name: string;
  readonly routes: readonly Route[];
  /** Work whose business moment has come; idempotent, called once a minute and by the demo clock. */
  readonly due?: (ctx: SystemCtx, now: Date) => Promise<void>;
  /** Moments in (from, to] at which `due` would have work, for the demo clock to stop at. */
  readonly dueMoments?: (ctx: SystemCtx, from: Date, to: Date) => Promise<readonly Date[]>;
  readonly on?: Listener;
};

/** The emit function of one transaction: each event goes to every room that listens, in the order of the rooms. */
export const emitter =
  (rooms: readonly Room[], ctx: () => SystemCtx): SystemCtx['emit'] =>
  async (name, payload) => {
    for (const room of rooms) await room.on?.[name]?.(ctx(), payload);
  };
