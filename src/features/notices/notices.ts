/** One piece of news for one organisation: shown under 「お知らせ」 and mailed to its users (S28). */
export type News = {
  readonly orgId: number;
  /** Which event it tells of; also the audit and test name. */
  readonly kind: string;
  /** Mail subject without our mark, and the line under 「お知らせ」. */
  readonly title: string;
  /** What happened and what to do, a line each. */
  readonly lines: readonly string[];
  /** Path of the page it is about. */
  readonly link: string;
  /** Who says it: 「都道府県」, 「卸業者」 … (M3.1-1). */
  readonly from: string;
  /** One piece of news for one event and organisation: the same key is never told twice. */
  readonly key: string;
};

export type Notice = {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly at: Date;
  readonly read: boolean;
};

export const subjectOf = (title: string): string => `【V-SYS】${title}`;

/** The mail's text: whom, what, where to go, and that it was sent by a machine. */
export const mailText = (news: News, orgName: string, publicUrl: string): string =>
  [
    `${orgName} 御中`,
    '',
    'ワクチン接種円滑化システム（V-SYS）からのお知らせです。',
    '',
    ...news.lines,
    '',
    '詳しくは次のページをご覧ください（ログインが必要です）。',
    `${publicUrl}${news.link}`,
    '',
    'このメールはV-SYSから自動で送信しています。このメールに返信いただいてもお答えできません。',
    `${news.from}／V-SYS ワクチン接種円滑化システム`,
    '',
  ].join('\n');
