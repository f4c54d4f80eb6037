import type { Screen, View } from '../../platform/http/index.ts';
import { Button, FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { deliveryReportForm as def, takeBackForm } from './delivery-report.form.ts';
import { stateOf } from './distribution.states.ts';
import { type Delivery, type Distribution, differs, needsLots } from './distribution.ts';
import { LotTable } from './lot-table.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { RowFacts } from './row-facts.tsx';
import { rowName } from './rows.ts';

export type DeliveryReportData = { readonly row: Distribution; readonly delivery: Delivery; readonly saved: boolean };

const Back = ({ row }: { readonly row: Distribution }) => (
  <LinkButton href={`/deliveries?cycle=${row.cycleId}`}>一覧へ戻る</LinkButton>
);

/** Still to be delivered: its day, the lots where the maker has entered none, 納入. */
const ReportForm = ({ row, screen }: { readonly row: Distribution; readonly screen: Screen }) => {
  const state = screen.form(def, { day: row.deliveryDay ?? '' }, row.version);
  const op = state.values.op || state.values.asked;
  return (
    <Form
      def={def}
      state={state}
      action={`/deliveries/${row.id}`}
      rowLabel={(_table, line) => `${line}行目`}
      secondary={
        <>
          <Button variant="primary" name="op" value="deliver">
            納入済みにする
          </Button>
          <Button name="op" value="save">
            納入予定日だけを登録
          </Button>
          <Back row={row} />
        </>
      }
    >
      {state.question && typeof op === 'string' && <input type="hidden" name="asked" value={op} />}
      <FieldRow def={def} state={state} name="day" today={screen.today} />
      {needsLots(row) && (
        <Section
          title="ロット"
          lead="製薬メーカーがロットを入力していません。納入したロットとバイアル数を入力してください。"
        >
          <LotTable def={def} state={state} lots={[]} allocated={row.pieces} />
        </Section>
      )}
    </Form>
  );
};

const TakeBackForm = ({ row, screen }: { readonly row: Distribution; readonly screen: Screen }) => {
  const state = screen.form(takeBackForm, {}, row.version);
  return (
    <Form
      def={takeBackForm}
      state={state}
      action={`/deliveries/${row.id}/take-back`}
      guard={false}
      secondary={
        <>
          <Button variant="danger">納入の報告を取り消す</Button>
          <Back row={row} />
        </>
      }
    >
      <p>間違えて報告したときは、施設が受領確認をするまで取り消すことができます。</p>
    </Form>
  );
};

/** 「納入の報告」 (S10, S11): one row on its own page. */
export const deliveryReportPage = ({ row, delivery, saved }: DeliveryReportData, screen: Screen): View => {
  const state = stateOf(row);
  return {
    title: '納入の報告',
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: '納入予定日の登録', href: `/deliveries?cycle=${row.cycleId}` },
      { label: rowName(row) },
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
          <RowFacts row={row} delivery={delivery} />
        </Section>
        {(state === 'fixed' || state === 'planned') && (
          <>
            <RefusedNotice screen={screen} forms={[takeBackForm]} />
            <ReportForm row={row} screen={screen} />
          </>
        )}
        {state === 'delivered' && (
          <>
            <RefusedNotice screen={screen} forms={[def]} />
            <TakeBackForm row={row} screen={screen} />
          </>
        )}
        {state === 'received' && (
          <>
            <RefusedNotice screen={screen} forms={[def, takeBackForm]} />
            <Back row={row} />
          </>
        )}
      </>
    ),
  };
};
