import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, PostButton, StateLabel } from '../../ui/index.ts';
import { type ErrorReport, faultNames } from './error-report.ts';

/** What citizens told of the area's venues, for the offices (S25). */
export const errorReportsPage = (reports: readonly ErrorReport[]): View => ({
  title: 'コロナワクチンナビの情報の誤りの報告',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'コロナワクチンナビの情報の誤りの報告' }],
  body: (
    <>
      <p>
        コロナワクチンナビの利用者から届いた報告です。報告した人は分かりません。内容を確認し、誤りがある場合は、施設に修正を依頼するか、代わりに修正してください。
      </p>
      <DataTable
        caption="情報の誤りの報告"
        captionHidden
        stack
        columns={[
          { key: 'at', label: '報告日時', cell: (report) => formatInstant(report.at) },
          {
            key: 'venueName',
            label: '医療機関・接種会場',
            cell: (report) => <a href={`/venues/${report.venueId}`}>{report.venueName}</a>,
          },
          { key: 'fault', label: '報告の内容', cell: (report) => faultNames[report.fault] },
          { key: 'note', label: '正しい内容など', cell: (report) => report.note || null },
          {
            key: 'handledAt',
            label: '対応',
            cell: (report) =>
              report.handledAt ? (
                <StateLabel tone="success">対応済み {formatInstant(report.handledAt)}</StateLabel>
              ) : (
                <PostButton
                  action={`/navi-reports/${report.id}/handled`}
                  size="small"
                  label={`対応済みにする ${report.venueName}`}
                >
                  対応済みにする
                </PostButton>
              ),
          },
        ]}
        rows={reports}
        empty={<EmptyState title="報告はありません。" />}
      />
    </>
  ),
});
