import type { View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, LinkButton, Notice, Pager, Section } from '../../ui/index.ts';
import type { AreaTransfers, OwnTransfers } from './load-transfers.service.ts';
import { transferColumns } from './transfer-parts.page.tsx';

const crumbs = (title: string) => [{ label: 'ホーム', href: '/' }, { label: title }];

/** 「移送」 of a venue (S12): what waits for one of the two sides stands first. */
export const transfersPage = ({ own, claimed, vaccineNames, more, saved }: OwnTransfers): View => ({
  title: '移送',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '在庫', href: '/stock' }, { label: '移送' }],
  wide: true,
  actions: (
    <LinkButton href="/transfers/new" variant="primary" icon="plus">
      移送を登録する
    </LinkButton>
  ),
  body: (
    <>
      {saved && <Notice kind="success" title="登録しました。" />}
      {claimed.length > 0 && (
        <Section title="相手だけが登録している移送">
          <p>内容を確認して、こちらの登録をしてください。覚えのないものは相手の施設に問い合わせてください。</p>
          <DataTable
            caption="相手だけが登録している移送"
            captionHidden
            stack
            columns={[
              { key: 'venueName', label: '登録した施設' },
              ...transferColumns(vaccineNames)
                .filter(({ key }) => key !== 'partner' && key !== 'state')
                .map((column) => (column.key === 'side' ? { ...column, label: '相手の登録' } : column)),
              {
                key: 'take',
                label: 'こちらの登録',
                cell: ({ id, lot }) => (
                  <a href={`/transfers/new?from=${id}`} aria-label={`ロット番号 ${lot} こちらの登録をする`}>
                    こちらの登録をする
                  </a>
                ),
              },
            ]}
            rows={claimed}
            rowKey={({ id }) => String(id)}
          />
        </Section>
      )}
      <Section title="登録した移送">
        <DataTable
          caption="登録した移送"
          captionHidden
          stack
          columns={transferColumns(vaccineNames)}
          rows={own}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/transfers/${id}`}
          empty={
            <EmptyState title="移送の登録はまだありません。">
              <p>譲ったとき、受けたときに「移送を登録する」から登録してください。</p>
            </EmptyState>
          }
        />
        {more && <Pager nextHref={`/transfers?before=${own.at(-1)?.id}`} />}
      </Section>
    </>
  ),
});

/** 「移送の照合」 of an office: entries that the other side does not confirm. */
export const areaTransfersPage = ({ transfers, vaccineNames, more }: AreaTransfers): View => ({
  title: '移送の照合',
  breadcrumbs: crumbs('移送の照合'),
  wide: true,
  body: (
    <>
      <p>
        一方の施設だけが登録している移送と、双方の本数が違う移送です。施設に確認し、間違っているほうの修正を依頼してください。
      </p>
      <DataTable
        caption="相手の登録と一致しない移送"
        stack
        columns={[
          {
            key: 'venue',
            label: '登録した施設',
            cell: ({ venueName, venueCode }) => (
              <>
                {venueName}
                <br />
                <span class="nowrap">{venueCode}</span>
              </>
            ),
          },
          ...transferColumns(vaccineNames),
          {
            key: 'trace',
            label: '追跡',
            cell: ({ vaccineId, lot }) => (
              <a href={`/lots/${vaccineId}/${encodeURIComponent(lot)}`} aria-label={`ロット番号 ${lot}を追跡する`}>
                追跡する
              </a>
            ),
          },
        ]}
        rows={transfers}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState title="一致しない移送はありません。" />}
      />
      {more && <Pager nextHref={`/transfers/area?before=${transfers.at(-1)?.id}`} />}
    </>
  ),
});
