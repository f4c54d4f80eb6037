import { type InputOf, idsOf } from '../../kernel/form.ts';
import { conflict, Problem } from '../../kernel/problem.ts';
import { move } from '../../kernel/states.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { distributionMoves, stateOf } from './distribution.states.ts';
import { isVaccine } from './distribution.ts';
import { loadDistributionsById } from './distributions.store.ts';

import type { supplyReceiptForm } from './receipt.form.ts';
import { allOrNotFound, saverOf, staleRow } from './rows.ts';
import { saveDistribution } from './save-rows.store.ts';
import { scopeOf } from './scope.ts';

type Input = InputOf<typeof supplyReceiptForm>;

/** 「受領確認」 of needles and syringes (S11): they are there; the ledger is for vaccine only. */
export const confirmSupplies = async (ctx: Ctx, id: number, { items }: Input): Promise<Outcome> => {
  const ids = idsOf(items);
  const found = await loadDistributionsById(ctx.tx, scopeOf(ctx.actor, 'distribution.receive'), ids ?? []);
  const rows = allOrNotFound(ids, found).filter((row) => items[row.id]?.pick && !isVaccine(row));
  if (rows.length === 0) throw new Problem('invalid', '受け取ったものを選んでから、もう一度押してください。');
  for (const row of rows) {
    if (row.version !== items[row.id]?.version) throw staleRow(row, `items.${row.id}.pick`);
    if (move(distributionMoves, stateOf(row), 'receive') === null)
      throw conflict('受領確認できないものが含まれています。画面を開き直してください。');
    if (!(await saveDistribution(ctx.tx, row, { receivedAt: ctx.now }, saverOf(ctx))))
      throw staleRow(row, `items.${row.id}.pick`);
  }
  ctx.note('distributions', { rows: rows.map((row) => row.id) });
  return done(`/distributions/${id}/receipt/done`);
};
