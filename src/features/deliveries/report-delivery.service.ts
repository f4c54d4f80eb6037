import { dayOf, formatDay } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { move } from '../../kernel/states.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { faultOfDeliveryDay } from './dates.ts';
import { deliveredNews, deliveryDayNews } from './deliveries.mail.ts';
import { type DeliveryChange, warningsOf } from './delivery-changes.ts';
import type { deliveryReportForm } from './delivery-report.form.ts';
import { distributionMoves, stateOf } from './distribution.states.ts';
import { amountText, type Distribution, needsLots } from './distribution.ts';
import { loadDistribution } from './distributions.store.ts';
import { linesOf } from './lot-lines.ts';
import { faultsOfLots, type NewLot, type TypedLot, toLots } from './lots.ts';
import { refuseFaults, rowName, saverOf, staleRow } from './rows.ts';
import { replaceLots, saveDistribution } from './save-rows.store.ts';
import { scopeOf } from './scope.ts';

type Input = InputOf<typeof deliveryReportForm>;

/** S10 and S11 for one row: its 納入予定日, the lots where the maker has entered none, and that it was delivered. */
export const reportDelivery = async (ctx: Ctx, id: number, input: Input): Promise<Outcome> => {
  const row = await loadDistribution(ctx.tx, scopeOf(ctx.actor, 'distribution.deliver'), id);
  if (!row) throw notFound();
  if (row.version !== ctx.version) throw staleRow(row, 'day');
  if (move(distributionMoves, stateOf(row), 'deliver') === null)
    throw conflict('すでに納入済みと報告されています。画面を開き直してください。');
  const deliver = (input.op ?? input.asked) === 'deliver';
  const lines = needsLots(row) && deliver ? linesOf(input.lots) : [];
  refuseFaults(faultsOf(row, input, deliver, lines));
  const change = { row, day: input.day, dayChanged: input.day !== row.deliveryDay, deliver };
  ask(ctx, change, lines);
  await save(ctx, change, toLots(lines));
  ctx.note(`distribution:${id}`, { day: input.day, deliver });
  return done(`/deliveries/${id}?saved=1`);
};

const faultsOf = (row: Distribution, { day }: Input, deliver: boolean, lines: readonly TypedLot[]) => {
  const fault = faultOfDeliveryDay(day, row);
  const lots = faultsOfLots(lines, row.pieces, row.shipDay ?? row.deliveryFrom);
  return {
    ...(fault && { day: fault }),
    ...(deliver && needsLots(row) && lines.length === 0 && { 'lots.1.lot': 'ロット番号を入力してください。' }),
    ...Object.fromEntries(Object.entries(lots).map(([name, text]) => [`lots.${name}`, text])),
  };
};

const ask = (ctx: Ctx, change: DeliveryChange, lines: readonly TypedLot[]): void => {
  const warnings = warningsOf([change], dayOf(ctx.now));
  const { row, day, deliver } = change;
  if (!deliver && warnings.length === 0) return;
  ctx.ask(
    question({
      id: `delivery-report-${deliver}`,
      title: deliver ? '納入の報告' : '納入予定日の登録',
      lines: [...warnings, deliver ? '納入済みにして、施設に受領確認をお願いします。' : 'このまま登録しますか。'],
      rows: [
        { label: rowName(row), value: amountText(row) },
        { label: '納入予定日', value: day ? formatDay(day) : '—' },
        ...(deliver ? lines : []).map(({ lot, vials }) => ({ label: `ロット番号 ${lot}`, value: `${vials}本` })),
      ],
      about: [row.id, day, deliver, lines],
    }),
  );
};

const save = async (ctx: Ctx, { row, day, dayChanged, deliver }: DeliveryChange, lots: readonly NewLot[]) => {
  if (!dayChanged && !deliver) return;
  const patch = { ...(dayChanged && { deliveryDay: day }), ...(deliver && { deliveredAt: ctx.now }) };
  if (!(await saveDistribution(ctx.tx, row, patch, saverOf(ctx)))) throw staleRow(row, 'day');
  if (lots.length > 0) await replaceLots(ctx.tx, row, lots);
  const saved = { ...row, deliveryDay: day, version: row.version + 1 };
  if (dayChanged)
    await ctx.emit(
      'news.told',
      deliveryDayNews([saved], () => row.deliveryDay),
    );
  if (deliver) await ctx.emit('news.told', deliveredNews([saved]));
};
