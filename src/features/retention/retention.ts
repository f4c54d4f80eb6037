/** Kinds of data that are kept for a time only; the periods stand in `retention_rules`. */
const dataKinds = ['audit', 'notice', 'mail', 'error_report', 'receipt', 'ticket', 'chat_question'] as const;
export type DataKind = (typeof dataKinds)[number];

export const kindWords: Readonly<Record<DataKind, { readonly label: string; readonly from: string }>> = {
  audit: { label: '操作の記録（監査ログ）', from: '操作した日時' },
  notice: { label: 'お知らせ', from: 'お知らせした日時' },
  mail: { label: '送信済みのメール', from: '送信した日時' },
  error_report: { label: 'コロナワクチンナビの誤りの報告（対応済み）', from: '対応した日時' },
  ticket: { label: 'お問い合わせとその回答（完了したもの）', from: '完了した日時' },
  chat_question: { label: 'チャットボットへの質問', from: '質問した日時' },
  receipt: { label: '二重送信を防ぐための受付番号', from: '受け付けた日時' },
};

export type RetentionRule = {
  readonly kind: DataKind;
  readonly days: number;
  /** When everything over its time was last gone; null: never yet. */
  readonly sweptAt: Date | null;
  readonly deleted: number;
};

const dayMs = 86_400_000;

/** What came before this moment is over its time. */
export const keptSince = ({ days }: Pick<RetentionRule, 'days'>, now: Date): Date =>
  new Date(now.getTime() - days * dayMs);

/** 「5年」 for whole years, else 「30日」; leap days are counted in. */
export const periodText = (days: number): string => {
  const years = Math.floor(days / 365);
  return years > 0 && days - years * 365 <= Math.ceil(years / 4) ? `${years}年` : `${days.toLocaleString('ja-JP')}日`;
};
