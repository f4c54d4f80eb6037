import type { InputOf } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { faultsOfShipDays } from './dates.ts';
import { loadDistribution } from './distributions.store.ts';
import { keepShipment } from './keep-shipment.service.ts';
import { linesOf } from './lot-lines.ts';
import { faultsOfLots, toLots } from './lots.ts';
import { refuseFaults, staleRow } from './rows.ts';
import { scopeOf } from './scope.ts';
import { lotsOpen } from './shipment-changes.ts';
import type { shipmentForm } from './shipments.form.ts';

type Input = InputOf<typeof shipmentForm>;

/** S9: the maker enters one row on its own page, with as many lots as it has; Σ vials = what was allocated. */
export const saveShipment = async (ctx: Ctx, id: number, input: Input): Promise<Outcome> => {
  const row = await loadDistribution(ctx.tx, scopeOf(ctx.actor, 'distribution.ship'), id);
  if (row?.item !== 'vaccine') throw notFound();
  const lines = lotsOpen(row) ? linesOf(input.lots) : [];
  const { lots: _lots, ...days } = input;
  refuseFaults({
    ...(lines.length > 0 && days.shipDay === null && { shipDay: '製薬メーカー出荷日を入力してください。' }),
    ...faultsOfShipDays(days, row),
    ...prefixed(faultsOfLots(lines, row.pieces, days.shipDay ?? row.deliveryFrom)),
  });
  if (row.version !== ctx.version) throw staleRow(row, 'shipDay');
  await keepShipment(ctx, row, { ...days, lots: lotsOpen(row) ? toLots(lines) : row.lots }, 'shipDay');
  ctx.note(`distribution:${id}`, { days, lots: lines.length });
  return done(`/shipments/${id}?saved=1`);
};

const prefixed = (faults: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).map(([name, fault]) => [`lots.${name}`, fault]));
