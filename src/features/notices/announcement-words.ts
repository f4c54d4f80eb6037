import { formatInstant } from '../../kernel/calendar.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { type AnnouncementText, importances, roleNames } from './announcements.ts';

/** 「全国」, 「東京都」, 「東京都港区」. */
export const areaName = (area: string): string => {
  if (area === '') return '全国';
  const prefecture = prefectureByCode(area.slice(0, 2))?.name ?? '';
  return area.length === 2 ? prefecture : `${prefecture}${municipalityByCode(area)?.name ?? ''}`;
};

export const importanceName = (importance: AnnouncementText['importance']): string =>
  importances.find(({ value }) => value === importance)?.label ?? '';

export const shownPeriod = ({ shownFrom, shownTo }: Pick<AnnouncementText, 'shownFrom' | 'shownTo'>): string =>
  `${formatInstant(shownFrom)}〜${shownTo ? formatInstant(shownTo) : '取り下げるまで'}`;

/** Everything of an お知らせ in the words of the screen: for the dialog, and for the history. */
export const announcementRows = (text: AnnouncementText): { readonly label: string; readonly value: string }[] => [
  { label: '件名', value: text.title },
  { label: '本文', value: text.body },
  { label: '重要度', value: importanceName(text.importance) },
  { label: '対象者', value: roleNames(text.roles) },
  { label: '対象地域', value: areaName(text.area) },
  { label: '掲載期間', value: shownPeriod(text) },
];

export type Change = { readonly label: string; readonly from: string; readonly to: string };

export const changesBetween = (former: AnnouncementText, next: AnnouncementText): Change[] => {
  const rows = announcementRows(next);
  return announcementRows(former).flatMap(({ label, value }, i) => {
    const to = rows[i]?.value ?? '';
    return value === to ? [] : [{ label, from: value, to }];
  });
};
