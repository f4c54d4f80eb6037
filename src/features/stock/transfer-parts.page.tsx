import { formatDay } from '../../kernel/calendar.ts';
import { type Column, Quantity, StateLabel } from '../../ui/index.ts';
import { StoppedMark } from '../lots/index.ts';
import type { Transfer } from './transfers.store.ts';
import { type PairState, pairStateNames, pairStateOf, sideNames } from './transfers.ts';

const tones = { equal: 'success', unequal: 'error', open: 'warning' } as const satisfies Record<PairState, string>;

/** Where an entry stands with the other side, and what that one says. */
export const PairMark = ({ transfer: { vials, day, otherVials, otherDay } }: { readonly transfer: Transfer }) => {
  const state = pairStateOf(vials, otherVials);
  return (
    <>
      <StateLabel tone={tones[state]}>{pairStateNames[state]}</StateLabel>
      {state === 'unequal' && <span>（相手の登録 {otherVials?.toLocaleString('ja-JP')}本）</span>}
      {otherDay && otherDay !== day && <span>（相手の日付 {formatDay(otherDay)}）</span>}
    </>
  );
};

/** Who the other side is: as named, or as found by its own entry. */
export const OtherSide = ({ transfer: { partnerName, otherName } }: { readonly transfer: Transfer }) => (
  <span>{partnerName ?? (otherName ? `${otherName}（相手の登録による）` : '未入力')}</span>
);

/** What every table of transfers shows. */
export const transferColumns = (vaccineNames: ReadonlyMap<number, string>): readonly Column<Transfer>[] => [
  { key: 'day', label: '日付', nowrap: true, cell: ({ day }) => formatDay(day) },
  { key: 'side', label: '登録', nowrap: true, cell: ({ side }) => sideNames[side] },
  { key: 'partner', label: '相手', cell: (transfer) => <OtherSide transfer={transfer} /> },
  { key: 'vaccine', label: 'ワクチン', cell: ({ vaccineId }) => vaccineNames.get(vaccineId) ?? '' },
  {
    key: 'lot',
    label: 'ロット番号',
    cell: ({ lot, known, stopped }) => (
      <>
        <span class="nowrap">{lot}</span>
        <StoppedMark stopped={stopped} />
        {!known && <StateLabel tone="warning">未確認のロット</StateLabel>}
      </>
    ),
  },
  { key: 'vials', label: 'バイアル本数', unit: '本', align: 'end', cell: ({ vials }) => <Quantity value={vials} /> },
  { key: 'state', label: '相手の登録との照合', cell: (transfer) => <PairMark transfer={transfer} /> },
];
