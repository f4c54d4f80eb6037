import { dayOf, formatDay } from '../../kernel/calendar.ts';
import { type InputOf, idsOf } from '../../kernel/form.ts';
import { Problem } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { deliveredNews, deliveryDayNews } from './deliveries.mail.ts';
import {
  changesOf,
  type DeliveryChange,
  earlyOf,
  faultsOfChanges,
  inputName,
  meantRows,
  outsideOf,
  warningsOf,
  withdrawnOf,
} from './delivery-changes.ts';
import type { deliveryDaysForm } from './delivery-days.form.ts';
import { loadDistributionsById } from './distributions.store.ts';
import { backHref, firstFew, opOf } from './grid.ts';
import { allOrNotFound, byVenue, refuseFaults, rowName, saverOf, staleRow } from './rows.ts';
import { saveDistribution } from './save-rows.store.ts';
import { scopeOf } from './scope.ts';

type Input = InputOf<typeof deliveryDaysForm>;

/** S10 and S11: the wholesaler enters 納入予定日 and reports 納入, by row and for many at once; venues are told once a save. */
export const saveDeliveryDays = async (ctx: Ctx, input: Input): Promise<Outcome> => {
  const ids = idsOf(input.rows);
  const found = await loadDistributionsById(ctx.tx, scopeOf(ctx.actor, 'distribution.deliver'), ids ?? []);
  const rows = allOrNotFound(ids, found);
  const op = opOf(input);
  if (op !== 'save' && meantRows(rows, input).length === 0) throw new Problem('invalid', nothingMeant[op]);
  if ((op === 'fill' || op === 'fill-empty') && input.bulkDay === null)
    refuseFaults({ bulkDay: 'まとめて入れる納入予定日を入力してください。' });
  const changes = changesOf(rows, input);
  refuseFaults(faultsOfChanges(changes));
  refuseLate(changes, input);
  ask(ctx, changes, input);
  await save(ctx, changes);
  ctx.note('distributions', { op, rows: changes.map(({ row }) => row.id) });
  const told = byVenue(changes.map(({ row }) => row)).length;
  return done(backHref('/deliveries', input.back, { saved: changes.length, told }));
};

const notPicked = '行が選ばれていません。左の欄で行を選んでから、もう一度押してください。';
const nothingMeant = {
  fill: notPicked,
  'fill-empty': 'この画面に、納入予定日が未入力の行はありません。',
  deliver: notPicked,
} as const;

const refuseLate = (changes: readonly DeliveryChange[], input: Input): void => {
  const late = changes.find(({ row }) => row.deliveredAt !== null || row.version !== input.rows[row.id]?.version);
  if (late) throw staleRow(late.row, inputName(late.row, late.dayChanged ? 'day' : 'pick'));
};

const ask = (ctx: Ctx, changes: readonly DeliveryChange[], input: Input): void => {
  const [op, today] = [opOf(input), dayOf(ctx.now)];
  const warnings = warningsOf(changes, today);
  if (changes.length === 0 || (op === 'save' && warnings.length === 0)) return;
  const venues = new Set(changes.map(({ row }) => row.venueId)).size;
  const fill = `${changes.length}行（${venues}施設）に納入予定日 ${input.bulkDay && formatDay(input.bulkDay)} を登録し、施設に知らせます。`;
  const what = {
    save: 'このまま登録しますか。',
    fill,
    'fill-empty': fill,
    deliver: `${changes.length}行（${venues}施設）を登録します。納入済みにした施設には受領確認をお願いします。`,
  };
  const withdrawn = new Set(withdrawnOf(changes));
  const unusual = new Set([...outsideOf(changes), ...earlyOf(changes, today), ...withdrawn]);
  ctx.ask(
    question({
      id: `delivery-days-${op}`,
      title: op === 'deliver' ? '納入の報告' : '納入予定日の登録',
      lines: [...warnings, what[op]],
      rows: firstFew([...unusual], (change) => ({ label: rowName(change.row), value: dayText(change, withdrawn) })),
      about: changes.map(({ row, day, deliver }) => [row.id, day, deliver]),
    }),
  );
};

const dayText = (change: DeliveryChange, withdrawn: ReadonlySet<DeliveryChange>): string => {
  if (withdrawn.has(change)) return `${change.row.deliveryDay && formatDay(change.row.deliveryDay)} を取り消し`;
  return change.day ? formatDay(change.day) : '—';
};

const save = async (ctx: Ctx, changes: readonly DeliveryChange[]): Promise<void> => {
  for (const { row, day, dayChanged, deliver } of changes) {
    const patch = { ...(dayChanged && { deliveryDay: day }), ...(deliver && { deliveredAt: ctx.now }) };
    if (!(await saveDistribution(ctx.tx, row, patch, saverOf(ctx)))) throw staleRow(row, inputName(row, 'day'));
  }
  const former = new Map(changes.map(({ row }) => [row.id, row.deliveryDay]));
  const saved = (of: (change: DeliveryChange) => boolean) =>
    byVenue(changes.filter(of).map(({ row, day }) => ({ ...row, deliveryDay: day, version: row.version + 1 })));
  await ctx.emit('news.told', [
    ...saved(({ dayChanged }) => dayChanged).map((rows) => deliveryDayNews(rows, ({ id }) => former.get(id) ?? null)),
    ...saved(({ deliver }) => deliver).map(deliveredNews),
  ]);
};
