import { formatDay } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, LinkButton } from '../../ui/index.ts';
import { routeNames, storageNames, type Vaccine } from './vaccines.ts';

/** 「ワクチン」: every vaccine, in the order in which it came into use. */
export const vaccineListPage = (vaccines: readonly Vaccine[], screen: Screen): View => ({
  title: 'ワクチン',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ワクチン' }],
  wide: true,
  actions: screen.may('vaccine.define') && (
    <LinkButton href="/vaccines/new" variant="primary" icon="plus">
      ワクチンの登録
    </LinkButton>
  ),
  body: (
    <DataTable
      caption="ワクチン"
      captionHidden
      stack
      columns={[
        { key: 'shortName', label: '略称', nowrap: true },
        { key: 'name', label: 'ワクチン名' },
        { key: 'makerName', label: '製薬メーカー' },
        { key: 'unit', label: '最小包装単位', cell: (row) => `1${row.unitName}＝${row.vialsPerUnit}バイアル` },
        { key: 'storage', label: '保管温度', nowrap: true, cell: (row) => storageNames[row.storage] },
        { key: 'route', label: '接種施設への納入', cell: (row) => routeNames[row.route] },
        { key: 'usableFrom', label: '使用開始日', nowrap: true, cell: (row) => formatDay(row.usableFrom) },
      ]}
      rows={vaccines}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => `/vaccines/${row.id}`}
      empty={<EmptyState title="ワクチンはまだ登録されていません。" />}
    />
  ),
});
