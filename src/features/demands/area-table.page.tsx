import { type Column, DataTable, Quantity, Section, StateLabel } from '../../ui/index.ts';
import { type AreaDemand, amountOf } from './demands.ts';
import { type AreaSheet, sheetHref } from './sheet.ts';

/** The municipalities of a prefecture or the prefectures of the country; each row leads one level down. */
export const AreaTable = ({ sheet }: { readonly sheet: AreaSheet }) => {
  const title = sheet.level === 'country' ? '都道府県ごとの納入希望量' : '市町村ごとの納入希望量';
  return (
    <Section title={title} lead="値が入っていない「—」は未入力です。0とは数えません。名前を押すと内訳を表示します。">
      <DataTable
        caption={sheet.level === 'country' ? '都道府県の一覧' : '市町村の一覧'}
        captionHidden
        columns={columns(sheet)}
        rows={sheet.areas}
        rowKey={({ code }) => code}
        rowHref={({ code }) => sheetHref(sheet.cycle.id, code)}
        foot={totals(sheet)}
      />
    </Section>
  );
};

const columns = ({ vaccine, cycle, level }: AreaSheet): Column<AreaDemand>[] => {
  const unit = vaccine.unitName;
  const number = (
    key: string,
    label: string,
    of: (area: AreaDemand) => number | null | undefined,
    unitName?: string,
  ): Column<AreaDemand> => ({
    key,
    label,
    unit: unitName,
    align: 'end',
    cell: (area) => <Quantity value={of(area)} />,
  });
  const amount = ({ sum }: AreaDemand) => amountOf(sum, vaccine, cycle.dosesPerVial);
  return [
    {
      key: 'name',
      label: level === 'country' ? '都道府県' : '市町村',
      sticky: true,
      nowrap: true,
      cell: ({ name }) => name,
    },
    { key: 'state', label: '確定', nowrap: true, cell: (area) => <Confirmed area={area} level={level} /> },
    number('requested', '施設の登録', ({ requestedSum }) => requestedSum, unit),
    number('sum', '納入希望量', ({ sum }) => sum, unit),
    number('confirmed', '確定した量', ({ confirmedBoxes }) => confirmedBoxes, unit),
    number('vials', 'バイアル本数', (area) => amount(area)?.vials),
    number('doses', '接種回数', (area) => amount(area)?.doses),
    number('entered', '登録済', ({ venuesEntered }) => venuesEntered, '施設'),
    number('missing', '未入力', ({ venuesMissing }) => venuesMissing, '施設'),
  ];
};

type ConfirmedProps = { readonly area: AreaDemand; readonly level: AreaSheet['level'] };

const Confirmed = ({ area, level }: ConfirmedProps) => {
  const { municipalities, municipalitiesConfirmed: confirmed } = area;
  if (municipalities === 0) return <StateLabel>対象施設なし</StateLabel>;
  if (level === 'country')
    return (
      <StateLabel tone={confirmed < municipalities ? 'warning' : 'success'}>
        {confirmed.toLocaleString('ja-JP')} / {municipalities.toLocaleString('ja-JP')} 市町村
      </StateLabel>
    );
  if (confirmed === 0) return <StateLabel tone="warning">未確定</StateLabel>;
  return area.confirmedBoxes === (area.sum ?? 0) ? (
    <StateLabel tone="success">確定済</StateLabel>
  ) : (
    <StateLabel tone="warning">確定後に変更あり</StateLabel>
  );
};

const totals = ({ totals: all, vaccine, cycle }: AreaSheet) => {
  const amount = amountOf(all.sum, vaccine, cycle.dosesPerVial);
  return {
    state: `${all.municipalitiesConfirmed.toLocaleString('ja-JP')} / ${all.municipalities.toLocaleString('ja-JP')} 市町村`,
    requested: <Quantity value={all.requestedSum} />,
    sum: <Quantity value={all.sum} />,
    confirmed: <Quantity value={all.confirmedBoxes} />,
    vials: <Quantity value={amount?.vials} />,
    doses: <Quantity value={amount?.doses} />,
    entered: <Quantity value={all.venuesEntered} />,
    missing: <Quantity value={all.venuesMissing} />,
  };
};
