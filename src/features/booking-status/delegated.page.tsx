import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  DescriptionList,
  EmptyState,
  FieldRow,
  FilterBar,
  FilterField,
  Form,
  LinkButton,
  Notice,
  Pager,
  Section,
  StateLabel,
} from '../../ui/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { bookingStatusForm } from './booking-status.form.ts';
import { isStale, markLabel } from './booking-status.ts';
import type { Delegated } from './delegated.store.ts';

export type DelegatedListData = {
  readonly venues: readonly Delegated[];
  readonly more: boolean;
  readonly q: string;
  /** The venue whose mark was just saved. */
  readonly saved: Delegated | null;
};

const area = ({ prefectureCode, municipalityCode }: Delegated): string =>
  `${prefectureByCode(prefectureCode)?.name ?? ''}${municipalityByCode(municipalityCode)?.name ?? ''}`;

/** 「予約受付状況の更新」 of a vendor (S31): the venues that delegated to it. */
export const delegatedListPage = ({ venues, more, q, saved }: DelegatedListData, screen: Screen): View => ({
  title: '予約受付状況の更新',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '予約受付状況の更新' }],
  wide: true,
  body: (
    <>
      {saved && (
        <Notice kind="success" title={`${saved.name}を「${markLabel(saved.mark)}」に更新しました。`} live>
          <p>コロナワクチンナビに公開されます。</p>
        </Notice>
      )}
      <p class="lead">予約の受付を委託している（代行入力フラグが「要」の）医療機関・接種会場です。</p>
      <FilterBar action="/booking-status/venues" resetHref="/booking-status/venues">
        <FilterField label="名称・住所・コード" name="q" value={q} />
      </FilterBar>
      <DataTable
        caption="委託を受けている医療機関・接種会場"
        captionHidden
        stack
        rows={venues}
        rowKey={({ venueId }) => String(venueId)}
        rowHref={({ venueId }) => `/booking-status/venues/${venueId}`}
        columns={[
          { key: 'name', label: '医療機関・接種会場名' },
          { key: 'code', label: '保険医療機関コード', nowrap: true },
          { key: 'area', label: '市町村', cell: area },
          { key: 'mark', label: '現在の状況', nowrap: true, cell: ({ mark }) => <strong>{markLabel(mark)}</strong> },
          {
            key: 'at',
            label: '更新日',
            cell: (row) => (
              <>
                {row.markedAt ? formatInstant(row.markedAt) : '—'}
                {isStale(row, screen.today) && <StateLabel tone="warning">要確認</StateLabel>}
              </>
            ),
          },
        ]}
        empty={<EmptyState title="委託を受けている医療機関・接種会場はありません。" />}
      />
      <Pager
        {...(more && {
          nextHref: `/booking-status/venues?${new URLSearchParams({ q, after: String(venues.at(-1)?.venueId) })}`,
        })}
      />
    </>
  ),
});

/** 「予約の受付情報の変更」 of one of them. */
export const delegatedPage = (venue: Delegated, screen: Screen): View => {
  const state = screen.form(bookingStatusForm, venue.mark === 'unset' ? {} : { mark: venue.mark });
  return {
    title: `予約の受付情報の変更 ${venue.name}`,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: '予約受付状況の更新', href: '/booking-status/venues' },
      { label: venue.name },
    ],
    body: (
      <>
        <DescriptionList
          items={[
            { label: '医療機関・接種会場', value: venue.name },
            { label: '市町村', value: area(venue) },
            { label: '現在の状況', value: markLabel(venue.mark) },
            { label: '更新日', value: venue.markedAt && formatInstant(venue.markedAt) },
          ]}
        />
        <Section title="接種予約受付状況" lead="コロナワクチンナビで公開されます。「更新」を押すまで変わりません。">
          <Form
            def={bookingStatusForm}
            state={state}
            action={`/booking-status/venues/${venue.venueId}`}
            submit="更新"
            secondary={<LinkButton href="/booking-status/venues">キャンセル</LinkButton>}
          >
            <FieldRow def={bookingStatusForm} state={state} name="mark" />
          </Form>
        </Section>
      </>
    ),
  };
};
