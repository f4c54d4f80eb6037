import type { ScopeName } from '../../policy.ts';

/** How long a key may hold, in days. */
export const lifetimes = ['30', '90', '180', '365'] as const;
export type Lifetime = (typeof lifetimes)[number];

/** Keys of one organisation that hold at the same time. */
export const mostKeys = 20;

/** Tells our keys from other systems' when one turns up somewhere. */
const mark = 'vsys_';
/** The key as it is handed out, from its random part. */
export const tokenOf = (secret: string): string => `${mark}${secret}`;
/** The random part of what was sent; null when it is no key of ours. */
export const secretOf = (token: string): string | null => (token.startsWith(mark) ? token.slice(mark.length) : null);
/** The last characters, by which people tell keys apart. */
export const hintOf = (token: string): string => token.slice(-4);

export type ApiKey = {
  readonly id: number;
  readonly orgId: number;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  /** Who made it, 「氏　名」; the key ends when this user is removed. */
  readonly createdBy: string;
  readonly makerActive: boolean;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
};

export type KeyState = 'active' | 'revoked' | 'expired' | 'left';
export const keyStateWords: Readonly<Record<KeyState, string>> = {
  active: '使用中',
  revoked: '取消済み',
  expired: '期限切れ',
  left: '発行者の利用停止',
};

/** Does a key still open anything, and if not, why? */
export const stateOf = (key: ApiKey, now: Date): KeyState => {
  if (key.revokedAt !== null) return 'revoked';
  if (key.expiresAt <= now) return 'expired';
  return key.makerActive ? 'active' : 'left';
};

export const scopeWords: Readonly<Record<ScopeName, { readonly label: string; readonly help: string }>> = {
  'order-lists:read': { label: '発注一覧の取得', help: '分配が確定した納入先と数量を読み取ります。' },
  'reception:import': {
    label: '受付システムのデータの取込',
    help: 'ワクチン接種契約受付システムの出力で、医療機関・接種会場を登録・更新します。',
  },
  'venues:read': {
    label: '医療機関・接種会場の登録情報の取得',
    help: '自組織が画面で見られる項目だけを読み取ります。',
  },
  'booking-status:write': { label: '予約受付状況の更新', help: '公開される予約受付状況（○△×●）を更新します。' },
  'reports:write': { label: '接種実績の報告', help: '接種実績と廃棄数を報告します。' },
  'claims:write': { label: '請求の回数の送信', help: '市町村別の回数を、画面で確認する前の下書きとして送ります。' },
};

const isScope = (text: string): text is ScopeName => Object.hasOwn(scopeWords, text);
/** The words of kept scopes; one that no longer exists shows as it is kept. */
export const scopeLabel = (scope: string): string => (isScope(scope) ? scopeWords[scope].label : scope);
