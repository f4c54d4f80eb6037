/** 「お問い合わせ分類」 and 「お問い合わせ詳細」 (MC-2); a detail's value begins with its category's. */
export const categories = [
  { value: 'login', label: 'ログイン／パスワードリセット' },
  { value: 'screen', label: '画面の操作' },
  { value: 'vaccine', label: '納入希望量・分配・配送' },
  { value: 'report', label: '接種実績・在庫・請求' },
  { value: 'navi', label: '予約受付状況・コロナワクチンナビ' },
  { value: 'trouble', label: 'システムの不具合・障害' },
  { value: 'other', label: 'その他' },
] as const;
export type Category = (typeof categories)[number]['value'];

export const details = [
  { value: 'login.account', label: 'ログイン／パスワードリセットについて' },
  { value: 'login.code', label: '確認コード・メールが届かない' },
  { value: 'login.mail', label: 'メールアドレスの変更・担当者の交代について' },
  { value: 'screen.venue', label: '医療機関・医師の情報について' },
  { value: 'screen.application', label: '申請・承認について' },
  { value: 'screen.other', label: 'そのほかの画面の操作について' },
  { value: 'vaccine.demand', label: '納入希望量について' },
  { value: 'vaccine.allocation', label: '分配について' },
  { value: 'vaccine.delivery', label: '配送・受領について' },
  { value: 'report.report', label: '接種実績・廃棄数について' },
  { value: 'report.stock', label: '在庫・移送について' },
  { value: 'report.claim', label: '請求総括書・請求書について' },
  { value: 'navi.status', label: '予約受付状況の更新について' },
  { value: 'navi.public', label: 'コロナワクチンナビの表示について' },
  { value: 'trouble.error', label: '画面が表示されない・エラーになる' },
  { value: 'trouble.slow', label: '動作が遅い' },
  { value: 'other.wish', label: 'ご意見・ご要望' },
  { value: 'other.other', label: 'そのほかのお問い合わせ' },
] as const;
export type Detail = (typeof details)[number]['value'];

export const belongsTo = (detail: Detail, category: Category): boolean => detail.startsWith(`${category}.`);

/** The detail under which the requests of MC-3 to MC-6 are made. */
export const requestDetail: Detail = 'login.account';

/** 「依頼事項」 of MC-3 to MC-6, as the manual names the mails' subjects. */
export const requests = [
  { value: 'add-user', label: 'ユーザ追加申請' },
  { value: 'remove-user', label: 'ユーザ削除申請' },
  { value: 'reset-new', label: 'パスワード初期化（ログイン未）申請' },
  { value: 'reset-answer', label: 'パスワード初期化（秘密の質問忘れ）申請' },
] as const;
export type Request = (typeof requests)[number]['value'];

type Named = readonly { readonly value: string; readonly label: string }[];
const labelIn = (list: Named, value: string): string => list.find((entry) => entry.value === value)?.label ?? value;
export const categoryName = (category: string): string => labelIn(categories, category);
const detailName = (detail: string): string => labelIn(details, detail);
export const requestName = (request: string): string => labelIn(requests, request);

/** 依頼事項, or what else it is about. */
export const subjectOf = (ticket: { readonly request: Request | null; readonly detail: string }): string =>
  ticket.request ? requestName(ticket.request) : detailName(ticket.detail);
