/**
 * News between rooms, handled in the same transaction. A room adds its events by declaration merging:
 * `declare module '../../kernel/event.ts' { interface Events { 'allocation.fixed': { cycleId: number } } }`
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Events {}
export type EventName = keyof Events & string;
export type Emit = <N extends EventName>(name: N, payload: Events[N]) => Promise<void>;
