import { formatInstant } from '../../kernel/calendar.ts';
import { type Column, DataTable, EmptyState, Quantity, Section, StateLabel, TileMap } from '../../ui/index.ts';
import { mapSize, tileOf } from '../areas/index.ts';
import { ChartFigure } from './chart-figure.page.tsx';
import { Files } from './files.page.tsx';
import { hrefOf, type Scope } from './scope.ts';
import { addUp, coverage, coverageText, type TotalsRow } from './totals.ts';

type Props = { readonly scope: Scope; readonly rows: readonly (TotalsRow & { readonly venueCode?: string })[] };
type Row = Props['rows'][number];

const titles = {
  country: '都道府県ごとの状況',
  prefecture: '市町村ごとの状況',
  municipality: '施設ごとの状況',
} as const;
const captions = { country: '都道府県', prefecture: '市町村', municipality: '医療機関・接種会場' } as const;

/** One level down: a map of the country or a picture, and the table that leads on. */
export const PartsSection = ({ scope, rows }: Props) => {
  const { level } = scope.area;
  return (
    <Section
      title={titles[level]}
      lead="「—」は、まだ報告や登録がないことを表します。0とは数えません。名前を押すと内訳を表示します。"
      actions={<Files scope={scope} table="parts" title={titles[level]} />}
    >
      {level === 'country' ? <CoverageMap scope={scope} rows={rows} /> : <PartsChart scope={scope} rows={rows} />}
      <DataTable
        caption={captions[level]}
        captionHidden
        columns={columnsOf(scope)}
        rows={rows}
        rowKey={({ key }) => key}
        rowHref={({ key }) => hrefOf(scope, '/totals', level === 'municipality' ? { venue: key } : { area: key })}
        foot={rows.length > 0 ? footOf(rows) : undefined}
        empty={
          <EmptyState title="対象の施設はありません">
            <p>このワクチンを取り扱う医療機関・接種会場が、この地域にはありません。</p>
          </EmptyState>
        }
      />
    </Section>
  );
};

const PartsChart = ({ scope, rows }: Props) =>
  rows.some(({ doses }) => doses !== null) ? (
    <ChartFigure
      src={hrefOf(scope, '/totals/parts.svg')}
      alt={`${captions[scope.area.level]}ごとの接種回数を、多い順に並べた横棒グラフ。値は下の表のとおり。`}
      caption="接種回数の多い順（20件まで）"
    />
  ) : null;

const depths = [1, 2, 3, 4, 5] as const;
const percentOf = (row: TotalsRow): string | null => {
  const share = coverage(row);
  return share === null ? null : `${Math.floor(share * 100)}%`;
};

/** 47 squares: how many of the venues reported, as a figure and as the depth of the colour. */
const CoverageMap = ({ scope, rows }: Props) => (
  <figure class="totals-map">
    <TileMap
      title="都道府県ごとの報告済の割合"
      {...mapSize}
      tiles={rows.map((row) => {
        const [column, line] = tileOf(row.key);
        const share = coverage(row);
        return {
          key: row.key,
          column,
          row: line,
          href: hrefOf(scope, '/totals', { area: row.key }),
          label: `${row.name} ${coverageText(row)}`,
          name: row.name === '北海道' ? row.name : row.name.slice(0, -1),
          figure: percentOf(row) ?? '—',
          depth: share === null ? undefined : depths[Math.min(4, Math.floor(share * 5))],
        };
      })}
    />
    <figcaption>報告済の施設の割合。色が濃いほど、多くの施設が報告しています。</figcaption>
  </figure>
);

const number = (key: string, label: string, of: (row: Row) => number | null, unit?: string): Column<Row> => ({
  key,
  label,
  unit,
  align: 'end',
  cell: (row) => <Quantity value={of(row)} />,
});

const columnsOf = ({ area, vaccine }: Scope): Column<Row>[] => [
  {
    key: 'name',
    label: captions[area.level],
    sticky: true,
    nowrap: area.level !== 'municipality',
    cell: ({ name }) => name,
  },
  { key: 'reported', label: '接種実績の報告', nowrap: true, cell: (row) => <Reported row={row} level={area.level} /> },
  number('doses', '接種回数', ({ doses }) => doses, '回'),
  number('demand', '納入希望量', ({ demandUnits }) => demandUnits, vaccine.unitName),
  number('allocated', '分配量', ({ allocatedUnits }) => allocatedUnits, vaccine.unitName),
  number('received', '受領した量', ({ receivedVials }) => receivedVials, 'バイアル'),
  number('discarded', '廃棄', ({ discardedVials }) => discardedVials, 'バイアル'),
  number('stock', '在庫（現在）', ({ stockVials }) => stockVials, 'バイアル'),
  {
    key: 'at',
    label: '最新の報告',
    nowrap: true,
    cell: ({ reportedAt }) => (reportedAt ? formatInstant(reportedAt) : <Quantity value={null} />),
  },
];

const Reported = ({ row, level }: { readonly row: Row; readonly level: Scope['area']['level'] }) => {
  if (row.venues === 0) return <StateLabel>対象施設なし</StateLabel>;
  if (level === 'municipality')
    return row.reportedVenues > 0 ? (
      <StateLabel tone="success">報告済</StateLabel>
    ) : (
      <StateLabel tone="warning">未報告</StateLabel>
    );
  return (
    <StateLabel tone={row.reportedVenues < row.venues ? 'warning' : 'success'}>
      {row.reportedVenues.toLocaleString('ja-JP')} / {row.venues.toLocaleString('ja-JP')} 施設
    </StateLabel>
  );
};

const footOf = (rows: readonly Row[]) => {
  const sum = addUp(rows);
  return {
    reported: `${sum.reportedVenues.toLocaleString('ja-JP')} / ${sum.venues.toLocaleString('ja-JP')} 施設`,
    doses: <Quantity value={sum.doses} />,
    demand: <Quantity value={sum.demandUnits} />,
    allocated: <Quantity value={sum.allocatedUnits} />,
    received: <Quantity value={sum.receivedVials} />,
    discarded: <Quantity value={sum.discardedVials} />,
    stock: <Quantity value={sum.stockVials} />,
    at: sum.reportedAt ? formatInstant(sum.reportedAt) : '',
  };
};
