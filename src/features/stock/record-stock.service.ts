import { dayOf, formatDay } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { loadHandled, loadVenue } from '../venues/index.ts';
import { loadLots, loadStock, type VenueStock } from './balances.store.ts';
import { enterLedger } from './ledger.store.ts';
import type { countForm, disposalForm } from './records.form.ts';
import { insertRecord, lockStock, type NewRecord } from './records.store.ts';
import { atMostVials, sumVials } from './stock.ts';

export type StockRecord = { readonly vaccine: Vaccine; readonly stock: VenueStock | null };

/** A vaccine that the venue handles, or of which its ledger knows something. */
export const loadRecordPage = async ({ tx, actor }: Ctx, vaccineId: number): Promise<StockRecord> => {
  const vaccine = await loadVaccine(tx, vaccineId);
  const stock = await loadStock(tx, actor.org.id, vaccineId);
  const handled = stock !== null || (await loadHandled(tx, actor.org.id)).some((one) => one.vaccineId === vaccineId);
  if (!vaccine || !handled) throw notFound();
  return { vaccine, stock };
};

/** 「廃棄を記録する」 (S26): enters a disposal; the reports' running total is the sum of all of them. */
export const recordDisposal = async (
  ctx: Ctx,
  vaccineId: number,
  input: InputOf<typeof disposalForm>,
): Promise<Outcome> => {
  await lockStock(ctx.tx, ctx.actor.org.id, vaccineId);
  const { vaccine, stock } = await loadRecordPage(ctx, vaccineId);
  const { day, lot, reason, vials } = input;
  if (day && day > dayOf(ctx.now)) throw invalid({ day: '廃棄した日に今日より後の日付は入力できません。' });
  if (day && day < vaccine.usableFrom)
    throw invalid({ day: `廃棄した日がこのワクチンの使用開始日（${formatDay(vaccine.usableFrom)}）より前です。` });
  await askAboutDisposal(ctx, vaccineId, stock, input);
  const record = { vaccineId, kind: 'disposal', lot: lot || null, vials, expected: null, reason, day } as const;
  await enterRecord(ctx, record, -vials);
  return done('/stock');
};

const askAboutDisposal = async (
  ctx: Ctx,
  vaccineId: number,
  stock: VenueStock | null,
  { lot, vials }: InputOf<typeof disposalForm>,
): Promise<void> => {
  const known =
    lot === '' ? null : (await loadLots(ctx.tx, ctx.actor.org.id, vaccineId)).find((one) => one.lot === lot);
  const left = known ? atMostVials(known) : 0;
  const lines = [
    ...(stock && stock.stock !== null && vials > stock.stock
      ? [`在庫（${showQuantity(stock.stock)}本）より多い廃棄です。`]
      : []),
    ...(lot !== '' && !known ? [`ロット番号「${lot}」を受け取った記録がありません。`] : []),
    ...(known && vials > left
      ? [`ロット番号「${lot}」の残り（最大${showQuantity(Math.max(0, left))}本）より多い廃棄です。`]
      : []),
  ];
  if (lines.length === 0) return;
  ctx.ask(
    question({
      id: 'disposal-doubt',
      title: '廃棄の内容を確認してください',
      lines: [...lines, 'この内容で登録してよろしいですか？'],
      rows: [{ label: '廃棄した本数', value: `${showQuantity(vials)}本` }],
    }),
  );
};

/** 「棚卸を記録する」 (S26): the difference to what was counted becomes a signed correction with its reason. */
export const recordCount = async (ctx: Ctx, vaccineId: number, input: InputOf<typeof countForm>): Promise<Outcome> => {
  await lockStock(ctx.tx, ctx.actor.org.id, vaccineId);
  const { stock } = await loadRecordPage(ctx, vaccineId);
  const expected = stock?.stock ?? null;
  if (expected !== input.expected)
    throw conflict(
      '在庫の計算が、画面を開いたあとに変わりました。画面を開き直して、もう一度数えた本数を入力してください。',
    );
  const difference = input.counted - (stock ? sumVials(stock) : 0);
  ctx.ask(
    question({
      id: 'count-difference',
      title: '棚卸の内容を確認してください',
      lines: [
        difference === 0 && expected !== null
          ? '計算した在庫と一致しています。棚卸の記録だけを残します。'
          : '在庫を数えた本数に合わせます。この内容で登録してよろしいですか？',
      ],
      rows: [
        { label: '計算した在庫', value: expected === null ? '不明' : `${showQuantity(expected)}本` },
        { label: '数えた本数', value: `${showQuantity(input.counted)}本` },
        ...(expected === null
          ? []
          : [{ label: '修正', value: `${difference > 0 ? '+' : ''}${showQuantity(difference)}本` }]),
      ],
    }),
  );
  const { lot, reason, counted } = input;
  const day = dayOf(ctx.now);
  await enterRecord(
    ctx,
    { vaccineId, kind: 'count', lot: lot || null, vials: counted, expected, reason, day },
    difference,
  );
  return done('/stock');
};

type Entered = Omit<NewRecord, 'venueId' | 'prefectureCode' | 'municipalityCode' | 'at' | 'userId'>;

/** Keeps the record and enters its signed vials; nothing to enter where they are 0. */
const enterRecord = async (ctx: Ctx, record: Entered, signed: number): Promise<void> => {
  const venue = await loadVenue(ctx.tx, ctx.actor.org.id);
  if (!venue) throw notFound();
  const { prefectureCode, municipalityCode } = venue;
  const by = { venueId: venue.id, prefectureCode, municipalityCode, at: ctx.now, userId: ctx.actor.userId };
  const sourceId = await insertRecord(ctx.tx, { ...record, ...by });
  const { kind, lot, day, reason, vaccineId } = record;
  const source = { ...by, vaccineId, kind, source: kind, sourceId, lot, day, reason } as const;
  if (signed !== 0)
    await enterLedger(ctx.tx, [{ ...source, vials: signed, expiry: null, dosesPerVial: null }], ctx.now);
  ctx.note(`venue:${venue.id}`, { vaccine: vaccineId, kind, lot, vials: signed });
};
