import { type Day, daysBetween, formatDay } from '../../kernel/calendar.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import type { TransferSide } from './transfers.ts';

/** One row of transfers as it was typed; `key` is the row's in the form: `t12` an entry, `new1` a new one. */
export type TypedTransfer = {
  readonly key: string;
  readonly partnerId: number | null;
  /** What stands in the field; without an id it may still be the whole name or the code of a venue. */
  readonly partnerText: string;
  readonly day: Day | null;
  readonly lot: string;
  readonly vials: number | null;
};

/** A typed row whose other side is known as far as it can be. */
export type FoundTransfer = TypedTransfer & {
  readonly partner: { readonly id: number; readonly name: string; readonly handles: boolean } | null;
  /** Several venues bear the typed name. */
  readonly ambiguous: boolean;
};

export type CheckedTransfer = FoundTransfer & { readonly day: Day; readonly vials: number };

export const isBlank = ({ partnerId, partnerText, day, lot, vials }: TypedTransfer): boolean =>
  partnerId === null && partnerText === '' && day === null && lot === '' && vials === null;

export const rowKeyOf = (id: number): string => `t${id}`;
/** The entry that a row stands for; null: a new one. */
export const idOfRow = (key: string): number | null => (/^t[1-9]\d{0,14}$/.test(key) ? Number(key.slice(1)) : null);

type Around = { readonly venueId: number; readonly side: TransferSide; readonly today: Day; readonly usableFrom: Day };

const faultOfPartner = (row: FoundTransfer, { venueId, side }: Around): string | null => {
  const { partner, partnerText, partnerId } = row;
  if (!partner) {
    if (row.ambiguous) return '同じ名前の施設があります。虫眼鏡マークから検索して選択してください。';
    if (partnerText !== '' || partnerId !== null)
      return '施設が見つかりません。虫眼鏡マークから検索して選択してください。';
    return side === 'in' ? '虫眼鏡マークから検索して選択してください。' : null;
  }
  if (partner.id === venueId) return '自分の施設は選択できません。';
  return partner.handles ? null : `「${partner.name}」はこのワクチンを取り扱っていません。`;
};

const dayLabels = { out: '譲った日', in: '受けた日' } as const;

const faultOfDay = (day: Day | null, { side, today, usableFrom }: Around): string | null => {
  const label = dayLabels[side];
  if (day === null) return `${label}を入力してください。`;
  if (daysBetween(today, day) > 0) return `${label}に今日より後の日付は入力できません。`;
  return day < usableFrom ? `${label}がこのワクチンの使用開始日（${formatDay(usableFrom)}）より前です。` : null;
};

/** All faults of the rows by `key.column`; none: every row has a day and vials. */
export const faultsOfTransfers = (rows: readonly FoundTransfer[], around: Around): FieldErrors => {
  const faults: Record<string, string> = {};
  const note = (name: string, fault: string | null): void => {
    if (fault !== null) faults[name] = fault;
  };
  for (const row of rows) {
    note(`${row.key}.partner`, faultOfPartner(row, around));
    note(`${row.key}.day`, faultOfDay(row.day, around));
    note(`${row.key}.lot`, row.lot === '' ? 'ロット番号を入力してください。' : null);
    note(`${row.key}.vials`, row.vials === null ? 'バイアル本数を入力してください。' : null);
  }
  return faults;
};
