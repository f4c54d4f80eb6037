import type { View } from '../../platform/http/index.ts';
import { DataTable, DescriptionList, EmptyState, Notice, Section } from '../../ui/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { type Doctor, facilityClasses, type Handled, roleNames, type Venue } from './venues.ts';

export type VenuePageData = {
  readonly venue: Venue;
  readonly handled: readonly Handled[];
  readonly doctors: readonly Doctor[];
};

const postal = (code: string): string => (code ? `${code.slice(0, 3)}-${code.slice(3)}` : '');
const units = (count: number | null) => (count === null ? null : `${count}台`);

/** 「医療機関・接種会場 [名称]」 (M2.1-1). */
export const venuePage = ({ venue, handled, doctors }: VenuePageData): View => ({
  title: `医療機関・接種会場 ${venue.name}`,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: `医療機関・接種会場 ${venue.name}` }],
  body: (
    <>
      {doctors.length === 0 && (
        <Notice kind="warning" title="医師情報が登録されていません">
          <p>医師情報が登録されていないと、市町村からワクチンの提供を受けることができません。</p>
        </Notice>
      )}
      <Section title="情報">
        <DescriptionList
          items={[
            { label: '施設分類', value: venue.facilityClass && facilityClasses[venue.facilityClass] },
            { label: 'ホームページ', value: venue.homepage },
            { label: 'ディープフリーザー（-75℃）（台）', value: units(venue.freezers75) },
            { label: 'ディープフリーザー（-20℃）（台）', value: units(venue.freezers20) },
          ]}
        />
      </Section>
      <Section title="医療機関情報（受付システム）">
        <DescriptionList
          items={[
            { label: '保険医療機関コード', value: venue.code },
            { label: '医療機関・接種会場名', value: venue.name },
            { label: '郵便番号(000-0000)', value: postal(venue.postalCode) },
            { label: '都道府県', value: prefectureByCode(venue.prefectureCode)?.name },
            { label: '市町村', value: municipalityByCode(venue.municipalityCode)?.name },
            { label: '町名', value: `${venue.town}${venue.street}` },
            { label: '電話番号', value: venue.phone },
            { label: '代表者名', value: venue.representativeName },
            { label: '代行入力フラグ', value: venue.bookingDelegated ? '要' : '不要' },
          ]}
        />
      </Section>
      <Section title="取扱ワクチン">
        <DataTable
          caption="取扱ワクチン"
          captionHidden
          stack
          columns={[
            { key: 'vaccineName', label: 'ワクチン' },
            { key: 'role', label: '区分', cell: (row) => roleNames[row.role] },
            {
              key: 'basicVenueName',
              label: '基本型接種施設',
              cell: (row) => (row.role === 'basic' ? '自施設' : row.basicVenueName),
            },
          ]}
          rows={handled}
          empty={<EmptyState title="取扱ワクチンが登録されていません。" />}
        />
      </Section>
      <Section title="医師情報">
        <DataTable
          caption="医師情報"
          captionHidden
          stack
          columns={[
            { key: 'name', label: '（医師）氏名' },
            { key: 'kana', label: 'ふりがな' },
            { key: 'phone', label: '電話番号' },
            { key: 'email', label: 'メールアドレス' },
          ]}
          rows={doctors}
          empty={<EmptyState title="登録された医師はいません。" />}
        />
      </Section>
    </>
  ),
});
