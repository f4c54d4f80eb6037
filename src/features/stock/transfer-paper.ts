/** What the 情報連携シート says; plain values, so that it can go to another thread. */
export type TransferPaper = {
  readonly number: string;
  readonly printedAt: string;
  readonly giver: string;
  readonly receiver: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
};
