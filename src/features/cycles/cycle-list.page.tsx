import { formatDayShort, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  LinkButton,
  ListHead,
  Quantity,
  StateLabel,
  type Tone,
} from '../../ui/index.ts';
import { type CycleStage, cycleStage, stageNames } from './cycle-steps.ts';
import { type Cycle, cycleName } from './cycles.ts';

export type CycleListData = {
  readonly cycles: readonly Cycle[];
  readonly vaccines: readonly { readonly id: number; readonly shortName: string }[];
  readonly vaccineId: number | undefined;
};

const tones: Partial<Record<CycleStage, Tone>> = {
  draft: 'warning',
  registration: 'info',
  allocation: 'info',
  delivery: 'info',
  vaccination: 'info',
  over: 'success',
};

/** Where a クール stands, as a word with an icon. */
export const StageLabel = ({ cycle, now }: { readonly cycle: Cycle; readonly now: Date }) => {
  const stage = cycleStage(cycle, now);
  return <StateLabel tone={tones[stage]}>{stageNames[stage]}</StateLabel>;
};

const days = (from: Cycle['deliveryFrom'], to: Cycle['deliveryTo']): string =>
  `${formatDayShort(from)}〜${formatDayShort(to)}`;

const CycleTable = ({ cycles, screen }: { readonly cycles: readonly Cycle[]; readonly screen: Screen }) => (
  <DataTable
    caption="クール"
    captionHidden
    stack
    columns={[
      { key: 'name', label: 'クール', nowrap: true, cell: cycleName },
      { key: 'vaccineName', label: 'ワクチン' },
      { key: 'campaignName', label: '接種の区分' },
      { key: 'stage', label: '状態', nowrap: true, cell: (row) => <StageLabel cycle={row} now={screen.now} /> },
      { key: 'registration', label: '登録期間の終了', nowrap: true, cell: (row) => formatInstant(row.registrationTo) },
      { key: 'delivery', label: '標準配送期間', nowrap: true, cell: (row) => days(row.deliveryFrom, row.deliveryTo) },
      {
        key: 'vaccination',
        label: '標準接種期間',
        nowrap: true,
        cell: (row) => days(row.vaccinationFrom, row.vaccinationTo),
      },
      { key: 'supply', label: '供給量', unit: '箱', align: 'end', cell: (row) => <Quantity value={row.supply} /> },
    ]}
    rows={cycles}
    rowKey={(row) => String(row.id)}
    rowHref={(row) => `/cycles/${row.id}`}
    empty={
      <EmptyState title="表示できるクールはありません。">
        <p>国がクールを公開すると、ここに表示されます。</p>
      </EmptyState>
    }
  />
);

/** 「クール」: all that the actor may see, newest delivery first. */
export const cycleListPage = ({ cycles, vaccines, vaccineId }: CycleListData, screen: Screen): View => ({
  title: 'クール',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'クール' }],
  wide: true,
  actions: screen.may('cycle.define') && (
    <LinkButton href="/cycles/new" variant="primary" icon="plus">
      クールの登録
    </LinkButton>
  ),
  body: (
    <>
      <FilterBar action="/cycles" resetHref="/cycles">
        <FilterField
          label="ワクチン"
          name="vaccine"
          value={vaccineId === undefined ? '' : String(vaccineId)}
          options={[
            { value: '', label: 'すべて' },
            ...vaccines.map(({ id, shortName }) => ({ value: String(id), label: shortName })),
          ]}
        />
      </FilterBar>
      <ListHead count={`${cycles.length.toLocaleString('ja-JP')}件`} />
      <CycleTable cycles={cycles} screen={screen} />
    </>
  ),
});
