import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { move } from '../../kernel/states.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { countText } from './deliveries.mail.ts';
import { distributionMoves, stateOf } from './distribution.states.ts';
import { type Distribution, differs, isVaccine } from './distribution.ts';
import { loadDistribution } from './distributions.store.ts';
import type { receiptForm } from './receipt.form.ts';
import { type CountedLot, countedLots, faultsOfCount } from './receipt.ts';
import { refuseFaults, saverOf, staleRow } from './rows.ts';
import { insertLot, saveCount, saveDistribution, unannounced } from './save-rows.store.ts';
import { scopeOf } from './scope.ts';
import { tellDifference } from './tell-difference.service.ts';

type Input = InputOf<typeof receiptForm>;

/** 「受領確認」 (S11): what the venue counted, lot by lot; enters the ledger in the same transaction. */
export const confirmReceipt = async (ctx: Ctx, id: number, input: Input): Promise<Outcome> => {
  const row = await loadDistribution(ctx.tx, scopeOf(ctx.actor, 'distribution.receive'), id);
  if (!row || !isVaccine(row)) throw notFound();
  if (move(distributionMoves, stateOf(row), 'receive') === null)
    throw conflict(
      row.receivedAt
        ? 'すでに受領確認が済んでいます。画面を開き直してください。'
        : 'まだ納入の報告がありません。卸業者の報告のあとで受領確認をしてください。',
    );
  if (row.version !== ctx.version) throw staleRow(row, '');
  refuseFaults(faultsOfCount(row.lots, input, dayOf(ctx.now)));
  const lots = countedLots(row.lots, input);
  askAboutDifference(ctx, lots);
  await keep(ctx, row, lots);
  if (differs(lots)) await tellDifference(ctx, row, lots);
  ctx.note(`distribution:${id}`, { lots: lots.map(({ lot, vials, receivedVials }) => [lot, vials, receivedVials]) });
  return done(`/distributions/${id}/receipt/done`);
};

const askAboutDifference = (ctx: Ctx, lots: readonly CountedLot[]): void => {
  if (!differs(lots)) return;
  ctx.ask(
    question({
      id: 'receipt-difference',
      title: '納入数と受領数が違います',
      lines: [
        '納入の報告と違う数で受領確認をします。もう一度数えて、間違いがなければ「OK」を押してください。',
        '違いは、卸業者・製薬メーカー・市町村に知らされます。',
      ],
      rows: lots
        .filter(({ vials, receivedVials }) => vials !== receivedVials)
        .map((lot) => ({ label: `ロット番号 ${lot.lot}`, value: countText(lot) })),
    }),
  );
};

const keep = async (ctx: Ctx, row: Distribution, lots: readonly CountedLot[]): Promise<void> => {
  if (!(await saveDistribution(ctx.tx, row, { receivedAt: ctx.now }, saverOf(ctx)))) throw staleRow(row, '');
  const received = [];
  for (const { id: announced, lot, expiry, receivedVials } of lots) {
    const id = announced ?? (await insertLot(ctx.tx, row, unannounced(lot, expiry), receivedVials));
    if (announced !== null) await saveCount(ctx.tx, announced, receivedVials);
    received.push({ deliveryLotId: id, lot, expiry, vials: receivedVials });
  }
  await ctx.emit('delivery.received', {
    venueId: row.venueId,
    prefectureCode: row.prefectureCode,
    municipalityCode: row.municipalityCode,
    vaccineId: row.vaccineId,
    dosesPerVial: row.dosesPerVial,
    userId: ctx.actor.userId,
    lots: received,
  });
};
