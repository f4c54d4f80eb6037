/**
 * The tables as TypeScript sees them. Each store adds its own by declaration merging:
 *
 * ```ts
 * declare module '../../platform/db/tables.ts' {
 *   interface Tables { demands: DemandsTable }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging, see above
export interface Tables {}
