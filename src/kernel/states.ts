/** States and moves as data: buttons, refusals and the diagram come from the same table. */
export type StateTable<S extends string = string, M extends string = string> = Readonly<
  Record<M, { readonly from: readonly S[]; readonly to: S; readonly label: string }>
>;

/** The state after a move, or null when the move is not allowed from here. */
export const move = <S extends string, M extends string>(table: StateTable<S, M>, from: S, name: M): S | null =>
  table[name].from.includes(from) ? table[name].to : null;
