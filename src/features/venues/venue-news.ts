import type { News } from '../notices/index.ts';

/** S18: an office typed for the venue; it is told what, by whom, and where to look. */
export const enteredForVenue = (
  venueId: number,
  office: { readonly name: string; readonly kind: string },
  lines: readonly string[],
  key: string,
): News => ({
  orgId: venueId,
  kind: 'venue.entered-for',
  title: '登録情報の代行入力のお知らせ',
  lines: [
    `${office.name}が、貴施設に代わって登録情報を入力しました。`,
    ...lines,
    `内容について不明な点は、${office.name}にお問い合わせください。`,
  ],
  link: '/venue',
  from: office.kind === 'prefecture' ? '都道府県' : '市町村',
  key: `venue-entered-for:${key}`,
});
