import { formatDay } from '../../kernel/calendar.ts';
import { type InputOf, idsOf } from '../../kernel/form.ts';
import { Problem } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadDistributionsById } from './distributions.store.ts';
import { backHref, firstFew, opOf } from './grid.ts';
import { keepShipment } from './keep-shipment.service.ts';
import { allOrNotFound, refuseFaults, rowName, staleRow } from './rows.ts';
import { scopeOf } from './scope.ts';
import {
  faultsOfCells,
  meantShipments,
  type ShipmentChange,
  shipmentChangesOf,
  shipmentOf,
} from './shipment-changes.ts';
import type { shipmentsForm } from './shipments.form.ts';

type Input = InputOf<typeof shipmentsForm>;

/** S9: the maker enters 製薬メーカー出荷日, lots and dry-ice days of many rows in a table. */
export const saveShipments = async (ctx: Ctx, input: Input): Promise<Outcome> => {
  const ids = idsOf(input.rows);
  const found = await loadDistributionsById(ctx.tx, scopeOf(ctx.actor, 'distribution.ship'), ids ?? []);
  const rows = allOrNotFound(ids, found);
  const filling = opOf(input) !== 'save';
  if (filling && meantShipments(rows, input).length === 0) throw new Problem('invalid', nothingMeant);
  if (filling && input.shipDay === null && input.lot === '' && input.nextExchangeDay === null)
    refuseFaults({ shipDay: 'まとめて入れる製薬メーカー出荷日などを入力してください。' });
  const changes = shipmentChangesOf(rows, input);
  refuseFaults(faultsOfAll(changes));
  const late = changes.find(({ row }) => row.version !== input.rows[row.id]?.version);
  if (late) throw staleRow(late.row, `rows.${late.row.id}.shipDay`);
  if (filling) askToFill(ctx, changes, input);
  else askToWithdraw(ctx, changes);
  for (const change of changes)
    await keepShipment(ctx, change.row, shipmentOf(change), `rows.${change.row.id}.shipDay`);
  ctx.note('distributions', { op: opOf(input), rows: changes.map(({ row }) => row.id) });
  return done(backHref('/shipments', input.back, { saved: changes.length, told: changes.length }));
};

const nothingMeant = '入力する行がありません。左の欄で行を選んでから、もう一度押してください。';

const faultsOfAll = (changes: readonly ShipmentChange[]): Record<string, string> =>
  Object.fromEntries(
    changes.flatMap((change) =>
      Object.entries(faultsOfCells(change)).map(([column, fault]) => [`rows.${change.row.id}.${column}`, fault]),
    ),
  );

const askToFill = (ctx: Ctx, changes: readonly ShipmentChange[], input: Input): void => {
  if (changes.length === 0) return;
  const { shipDay, lot, expiry, nextExchangeDay: next, afterNextExchangeDay: after } = input;
  const shown = [
    { label: '製薬メーカー出荷日', value: shipDay && formatDay(shipDay) },
    { label: 'ロット番号', value: lot },
    { label: '有効期限', value: expiry && formatDay(expiry) },
    { label: '次回交換期日', value: next && formatDay(next) },
    { label: '次々回交換期日', value: after && formatDay(after) },
  ];
  ctx.ask(
    question({
      id: 'shipments-fill',
      title: '製薬メーカー出荷日の登録',
      lines: [`${changes.length}施設の行に次の内容を登録し、施設に知らせます。`],
      rows: shown.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
      about: changes.map(({ row, cells }) => [row.id, cells]),
    }),
  );
};

/** A row emptied by mistake would be told to its venue at once. */
const askToWithdraw = (ctx: Ctx, changes: readonly ShipmentChange[]): void => {
  const withdrawn = changes.filter(({ row, cells }) => row.shipDay !== null && cells.shipDay === null);
  if (withdrawn.length === 0) return;
  ctx.ask(
    question({
      id: 'shipments-withdraw',
      title: '製薬メーカー出荷日の取り消し',
      lines: [
        `登録してある製薬メーカー出荷日を取り消す行が${withdrawn.length}件あります。`,
        'このまま登録し、施設に知らせますか。',
      ],
      rows: firstFew(withdrawn, ({ row }) => ({
        label: rowName(row),
        value: `${row.shipDay && formatDay(row.shipDay)} を取り消し`,
      })),
      about: changes.map(({ row, cells }) => [row.id, cells]),
    }),
  );
};
