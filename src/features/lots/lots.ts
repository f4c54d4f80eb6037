import type { Day } from '../../kernel/calendar.ts';

export const lotChangeNames = {
  extended: '有効期限の延長',
  stopped: '使用見合わせ',
  resumed: '使用見合わせの解除',
} as const;
export type LotChangeKind = keyof typeof lotChangeNames;

/** What 国 did with a lot, and why. */
export type LotChange = {
  readonly id: number;
  readonly kind: LotChangeKind;
  readonly expiryFrom: Day | null;
  readonly expiryTo: Day | null;
  readonly reason: string;
  readonly at: Date;
};

type Standing = { readonly expiry: Day | null; readonly stopped: boolean };
type Asked = { readonly kind: LotChangeKind; readonly expiry: Day | null };

/** What is wrong with a change of a lot that stands like this, by field; null: nothing. */
export const faultOfChange = (
  { expiry, stopped }: Standing,
  asked: Asked,
): { readonly field: 'expiry' | 'kind'; readonly text: string } | null => {
  if (asked.kind === 'stopped') return stopped ? { field: 'kind', text: 'すでに使用見合わせになっています。' } : null;
  if (asked.kind === 'resumed') return stopped ? null : { field: 'kind', text: '使用見合わせになっていません。' };
  if (asked.expiry === null) return { field: 'expiry', text: '延長後の有効期限を入力してください。' };
  return expiry !== null && asked.expiry <= expiry
    ? { field: 'expiry', text: `いまの有効期限（${expiry.replaceAll('-', '/')}）より後の日付を入力してください。` }
    : null;
};
