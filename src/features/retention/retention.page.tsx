import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { DataTable, Notice, Quantity } from '../../ui/index.ts';
import { kindWords, periodText, type RetentionRule } from './retention.ts';

const title = 'データの保存期間';

/** S35: what is kept for how long, and when it was last cleared. */
export const retentionPage = (rules: readonly RetentionRule[]): View => ({
  title,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: title }],
  body: (
    <>
      <Notice kind="info" title="保存期間を過ぎたデータは、1日に1回、自動で削除します。">
        <p>
          希望量、分配、配送、在庫、接種実績、請求などの業務の記録とその履歴は、期間を定めずに保存します。待機中のメール、対応していない誤りの報告、完了していないお問い合わせは削除しません。
        </p>
      </Notice>
      <DataTable
        caption="データの種類と保存期間"
        captionHidden
        stack
        columns={[
          { key: 'kind', label: 'データの種類', cell: ({ kind }: RetentionRule) => kindWords[kind].label },
          { key: 'days', label: '保存期間', nowrap: true, cell: ({ days }) => periodText(days) },
          { key: 'from', label: '起算', cell: ({ kind }) => kindWords[kind].from },
          {
            key: 'swept',
            label: '最後に整理した日時',
            nowrap: true,
            cell: ({ sweptAt }) => (sweptAt ? formatInstant(sweptAt) : 'まだ整理していません'),
          },
          {
            key: 'deleted',
            label: 'これまでに削除した件数',
            unit: '件',
            align: 'end',
            cell: ({ deleted }) => <Quantity value={deleted} />,
          },
        ]}
        rows={rules}
        rowKey={({ kind }) => kind}
      />
    </>
  ),
});
