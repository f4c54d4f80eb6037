import type { View } from '../../platform/http/index.ts';
import { type Column, DataTable, Figures, LinkButton, Notice, Quantity } from '../../ui/index.ts';
import { sheetShapes } from '../allocations/index.ts';
import { prefectureByCode } from '../areas/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { type Reached, totalReached } from './cascade.ts';
import type { CountryData } from './load-country.service.ts';
import { withConditions } from './proposals-path.ts';

type Row = Reached & { readonly code: string; readonly name: string };

/** What-if: what one proposal of 国 would come to at the venues, by prefecture and item. */
export const countryPage = ({ data, proposal, below, reached }: CountryData): View => {
  const { open } = data;
  const title = '全国ではどうなるか';
  const all = totalReached(reached.values());
  const unit = open.vaccine.unitName;
  const rows: Row[] = [...reached].map(([code, one]) => ({ ...one, code, name: prefectureByCode(code)?.name ?? code }));
  return {
    title,
    wide: true,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: sheetShapes.national.title, href: `${sheetShapes.national.path}/${open.cycle.id}` },
      { label: '分配案の比較', href: withConditions(data) },
      { label: title },
    ],
    body: (
      <>
        <p class="lead">
          {cycleTitle(open.cycle)}を「{proposal.rule.name}」で都道府県に分け、都道府県が「{below.prefectural.name}
          」、市町村が「{below.municipal.name}」で分けた場合の見込みです。決定ではありません。
        </p>
        <Figures
          items={[
            { label: '届く量', value: <Quantity value={all.units - all.stranded} unit={unit} large /> },
            { label: '接種回数', value: <Quantity value={all.doses} unit="回" large /> },
            { label: '届く市町村', value: <Quantity value={all.municipalities} unit="市町村" large /> },
            { label: '届く施設', value: <Quantity value={all.venues} unit="施設" large /> },
          ]}
        />
        {all.stranded > 0 && (
          <Notice
            kind="warning"
            title={`${all.stranded.toLocaleString('ja-JP')}${unit}は、届ける先の施設がありません。`}
          >
            <p>希望量と医師が登録された基本型接種施設がない市町村に分けられた量です。</p>
          </Notice>
        )}
        <DataTable
          caption="都道府県ごとの見込み"
          columns={columnsOf(unit)}
          rows={rows}
          rowKey={({ code }) => code}
          foot={Object.fromEntries(
            Object.entries(all).map(([key, value]) => [key, <Quantity value={value} key={key} />]),
          )}
        />
        <p>
          <LinkButton href={withConditions(data)}>分配案の比較へ戻る</LinkButton>
        </p>
      </>
    ),
  };
};

const columnsOf = (unit: string): Column<Row>[] => {
  const number = (key: keyof Reached, label: string, of: string): Column<Row> => ({
    key,
    label,
    unit: of,
    align: 'end',
    cell: (row) => <Quantity value={row[key]} />,
  });
  return [
    { key: 'name', label: '都道府県', sticky: true },
    number('units', '分配量', unit),
    number('stranded', '届け先がない量', unit),
    number('municipalities', '届く市町村', '市町村'),
    number('venues', '届く施設', '施設'),
    number('doses', '接種回数', '回'),
    number('needles', '接種用＋希釈用針', '100本/箱'),
    number('syringes', '接種用シリンジ', '100本/箱'),
    number('diluentSyringes', '希釈用シリンジ', '100本/箱'),
  ];
};
