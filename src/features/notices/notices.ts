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

/** A line under 「お知らせ」: what the house told of an event, or what an office or the desk wrote. */
export type Notice = {
  readonly source: 'told' | 'written';
  readonly id: number;
  readonly title: string;
  readonly at: Date;
  readonly read: boolean;
  readonly important: boolean;
  /** Who wrote it; null for events. */
  readonly from: string | null;
};

/** Where its text is. */
export const noticeHref = ({ source, id }: Pick<Notice, 'source' | 'id'>): string =>
  source === 'told' ? `/notices/${id}` : `/notices/written/${id}`;

/** A place in the list, newest first: the lines after it are older. */
export type Place = Pick<Notice, 'source' | 'id' | 'at'>;

export const placeText = ({ at, source, id }: Place): string => `${at.getTime()}-${source}-${id}`;

/** Reads a place from an address; null when it is none. */
export const readPlace = (text: string): Place | null => {
  const [, ms, source, id] = /^(\d{1,15})-(told|written)-(\d{1,15})$/.exec(text) ?? [];
  if (!ms || !id) return null;
  return { at: new Date(Number(ms)), source: source as Place['source'], id: Number(id) };
};

/** The text of what was told of an event. */
export type ToldNotice = {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly at: Date;
};

export const subjectOf = (title: string): string => `【V-SYS】${title}`;

/** The mail's text: whom, what, where to go, and that it was sent by a machine. */
export const mailText = (news: Pick<News, 'lines' | 'link' | 'from'>, orgName: string, publicUrl: string): string =>
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
