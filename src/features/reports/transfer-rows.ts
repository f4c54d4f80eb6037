import type { InputOf, RawInput } from '../../kernel/form.ts';
import { rowKeyOf, type Transfer, type TransferSide, type TypedTransfer } from '../stock/index.ts';
import type { Handled } from '../venues/index.ts';
import type { reportForm } from './report.form.ts';

type Role = Handled['role'];
type Input = InputOf<typeof reportForm>;

/** A 基本型 reports what it gave (M5.1b-4), a サテライト型 what it took (M5.1s-4). */
export const sideOf = (role: Role): TransferSide => (role === 'basic' ? 'out' : 'in');
export const tableOf = (role: Role): 'given' | 'taken' => (role === 'basic' ? 'given' : 'taken');

/** The rows as they came in, and the entries that stood among them. */
export const typedTransfers = (
  role: Role,
  input: Input,
): { readonly table: string; readonly rows: readonly TypedTransfer[]; readonly shown: readonly number[] } => ({
  table: tableOf(role),
  rows: Object.entries(input[tableOf(role)]).map(([key, { partner, partner__text, day, lot, vials }]) => ({
    key,
    partnerId: partner,
    partnerText: partner__text,
    day,
    lot,
    vials,
  })),
  shown: input.shown
    .split(',')
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
    .map(Number),
});

/** The texts with which the table opens: every entry, to be corrected where it is wrong. */
export const transferValues = (role: Role, transfers: readonly Transfer[]): RawInput => {
  const standing = transfers.filter(({ removed }) => !removed);
  const table = tableOf(role);
  return {
    ...Object.fromEntries(
      standing.flatMap(({ id, partnerId, partnerName, day, lot, vials }) => {
        const row = `${table}.${rowKeyOf(id)}`;
        return [
          [`${row}.partner`, partnerId === null ? '' : String(partnerId)],
          [`${row}.partner__text`, partnerName ?? ''],
          [`${row}.day`, day],
          [`${row}.lot`, lot],
          [`${row}.vials`, String(vials)],
        ];
      }),
    ),
    shown: standing.map(({ id }) => id).join(','),
  };
};
