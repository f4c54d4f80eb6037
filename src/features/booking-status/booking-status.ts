import { type Day, dayOf, daysBetween } from '../../kernel/calendar.ts';

/** The marks of chapter 4 in the manual's order, with what each says. */
export const bookingMarks = [
  { value: 'open', word: '予約可能', sign: '○', meaning: '現在、予約を受け付けることができる' },
  { value: 'few', word: '残り少数', sign: '△', meaning: '現在、予約を受け付ける残数がわずか' },
  { value: 'closed', word: '予約受付不可', sign: '×', meaning: '現在、予約を受け付けられない' },
  { value: 'walk_in', word: '予約不要', sign: '●', meaning: '予約なしで接種可能' },
] as const;

/** Before the first choice; it cannot be chosen again. */
const unsetMark = { value: 'unset', word: '未登録', sign: '－', meaning: '未登録' } as const;

export type ChosenMark = (typeof bookingMarks)[number]['value'];
export type BookingMark = ChosenMark | 'unset';
export const chosenMarks = bookingMarks.map((mark) => mark.value);

/** 「予約可能 ○」 for a mark. */
export const markLabel = (mark: BookingMark): string => {
  const { word, sign } = bookingMarks.find(({ value }) => value === mark) ?? unsetMark;
  return `${word} ${sign}`;
};

/** A venue's mark as it stands. */
export type BookingStatus = {
  readonly venueId: number;
  readonly mark: BookingMark;
  readonly markedAt: Date | null;
  readonly version: number;
};

/** S25: a mark older than this many days is 要確認. */
export const staleAfterDays = 7;

/** Is the mark too old to be believed? An unset one is not stale: it says nothing. */
export const isStale = ({ mark, markedAt }: BookingStatus, today: Day): boolean =>
  mark !== 'unset' && markedAt !== null && daysBetween(dayOf(markedAt), today) > staleAfterDays;
