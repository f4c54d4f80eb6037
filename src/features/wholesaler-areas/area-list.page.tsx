import type { Screen, View } from '../../platform/http/index.ts';
import {
  ChoiceSwitch,
  DataTable,
  EmptyState,
  LinkButton,
  ListHead,
  Notice,
  StateLabel,
  type Tone,
} from '../../ui/index.ts';
import { municipalitiesOf, municipalityByCode } from '../areas/index.ts';
import { SheetLink } from '../sheets/index.ts';
import { areaName, termText } from './area-names.ts';
import { servingRow, type TermState, termState, type WholesalerArea } from './wholesaler-areas.ts';

export type AreaListData = {
  readonly prefectureCode: string;
  readonly vaccineId: number;
  readonly vaccines: readonly { readonly id: number; readonly name: string; readonly shortName: string }[];
  readonly rows: readonly WholesalerArea[];
  readonly past: boolean;
  readonly saved: boolean;
};

const states = { coming: 'これから', current: '担当中', over: '終了' } as const satisfies Record<TermState, string>;
const tones: Record<TermState, Tone> = { coming: 'info', current: 'success', over: 'neutral' };
const shownGaps = 12;

const Gaps = ({ data, screen }: { readonly data: AreaListData; readonly screen: Screen }) => {
  const open = municipalitiesOf(data.prefectureCode).filter(
    ({ code }) => servingRow(data.rows, code, screen.today) === null,
  );
  if (open.length === 0) return null;
  const names = open.slice(0, shownGaps).map(({ code }) => municipalityByCode(code)?.name);
  return (
    <Notice kind="warning" title={`本日、担当の卸業者がいない市町村が${open.length}あります。`}>
      <p>
        {names.join('、')}
        {open.length > shownGaps && ' ほか'}
      </p>
    </Notice>
  );
};

const AreaTable = ({ data, screen }: { readonly data: AreaListData; readonly screen: Screen }) => {
  const rows = data.rows.filter((row) => data.past || termState(row, screen.today) !== 'over');
  return (
    <DataTable
      caption="卸業者の担当地域"
      captionHidden
      stack
      columns={[
        { key: 'area', label: '地域', cell: areaName },
        { key: 'wholesalerName', label: '卸業者' },
        { key: 'term', label: '期間', cell: termText },
        {
          key: 'state',
          label: '状態',
          nowrap: true,
          cell: (row) => {
            const state = termState(row, screen.today);
            return <StateLabel tone={tones[state]}>{states[state]}</StateLabel>;
          },
        },
      ]}
      rows={rows}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => (termState(row, screen.today) === 'over' ? undefined : `/wholesaler-areas/${row.id}`)}
      empty={
        <EmptyState title="このワクチンの担当はまだ登録されていません。">
          <p>「担当地域の登録」から、全域または市町村ごとに卸業者を登録してください。</p>
        </EmptyState>
      }
    />
  );
};

/** 「卸業者の担当地域」 (S34): one vaccine at a time. */
export const areaListPage = (data: AreaListData, screen: Screen): View => {
  const past = data.rows.filter((row) => termState(row, screen.today) === 'over').length;
  return {
    title: '卸業者の担当地域',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '卸業者の担当地域' }],
    wide: true,
    actions: (
      <>
        <SheetLink href={`/wholesaler-areas/sheet/${data.vaccineId}`} />
        <LinkButton href={`/wholesaler-areas/new?vaccine=${data.vaccineId}`} variant="primary" icon="plus">
          担当地域の登録
        </LinkButton>
      </>
    ),
    body: (
      <>
        {data.saved && <Notice kind="success" title="担当地域を保存し、卸業者に知らせました。" live />}
        <ChoiceSwitch
          label="ワクチン"
          name="vaccine"
          value={String(data.vaccineId)}
          options={data.vaccines.map(({ id, shortName }) => ({ value: String(id), label: shortName }))}
          action="/wholesaler-areas"
        />
        {data.rows.length > 0 && <Gaps data={data} screen={screen} />}
        {past > 0 && (
          <ListHead>
            <a href={`/wholesaler-areas?vaccine=${data.vaccineId}${data.past ? '' : '&past=1'}`}>
              {data.past ? '終わった担当を隠す' : `終わった担当も表示する（${past}件）`}
            </a>
          </ListHead>
        )}
        <AreaTable data={data} screen={screen} />
      </>
    ),
  };
};
