import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { type Distribution, differs, hasExchanges } from './distribution.ts';
import { lotValues } from './lot-lines.ts';
import { LotTable } from './lot-table.tsx';
import { RowFacts } from './row-facts.tsx';
import { lotsOpen } from './shipment-changes.ts';
import { shipmentForm as def } from './shipments.form.ts';

export type ShipmentData = { readonly row: Distribution; readonly saved: boolean };

/** One row of 「製薬メーカー出荷日の登録」 on its own page, with as many lots as it has (S9). */
export const shipmentPage = ({ row, saved }: ShipmentData, screen: Screen): View => {
  const values = {
    shipDay: row.shipDay ?? '',
    nextExchangeDay: row.nextExchangeDay ?? '',
    afterNextExchangeDay: row.afterNextExchangeDay ?? '',
    ...lotValues(row.lots),
  };
  const state = screen.form(def, values, row.version);
  return {
    title: `製薬メーカー出荷日の登録 ${row.venueName}`,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: '製薬メーカー出荷日の登録', href: `/shipments?cycle=${row.cycleId}` },
      { label: row.venueName },
    ],
    body: (
      <>
        {saved && <Notice kind="success" live title="登録し、施設に知らせました。" />}
        {differs(row.lots) && (
          <Notice kind="warning" title="施設が受け取った数が、納入の報告と違います">
            <p>ロットごとの数は、下の「ロット」で確認してください。</p>
          </Notice>
        )}
        <Section title="分配の内容">
          <RowFacts row={row} />
        </Section>
        <Form
          def={def}
          state={state}
          action={`/shipments/${row.id}`}
          submit="登録"
          sticky
          rowLabel={(_table, line) => `${line}行目`}
          secondary={<LinkButton href={`/shipments?cycle=${row.cycleId}`}>一覧へ戻る</LinkButton>}
        >
          <Section title="出荷">
            <FieldRow def={def} state={state} name="shipDay" today={screen.today} />
            {hasExchanges(row) && (
              <>
                <FieldRow def={def} state={state} name="nextExchangeDay" today={screen.today} />
                <FieldRow def={def} state={state} name="afterNextExchangeDay" today={screen.today} />
              </>
            )}
          </Section>
          {lotsOpen(row) && (
            <Section title="ロット" lead="バイアル数の合計を分配量に合わせてください。">
              <LotTable def={def} state={state} lots={row.lots} allocated={row.pieces} />
            </Section>
          )}
        </Form>
      </>
    ),
  };
};
