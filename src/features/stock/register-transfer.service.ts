import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound, Problem, stale } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { loadHandled, loadVenue } from '../venues/index.ts';
import { loadStock } from './balances.store.ts';
import { planTransfers, type TransferPlan } from './plan-transfers.service.ts';
import { askAboutTransfers, saveTransfers } from './save-transfers.service.ts';
import type { ColdChain, Place } from './save-transfers.store.ts';
import { useByAfterThaw } from './thaw-life.ts';
import type { transferForm } from './transfer.form.ts';
import { rowKeyOf } from './transfer-input.ts';
import { loadTransfer, loadTransfers, type Transfer } from './transfers.store.ts';

type Input = InputOf<typeof transferForm>;

/** S12: one side enters a transfer, or corrects the entry with this id. */
export const registerTransfer = async (ctx: Ctx, input: Input, id: number | null): Promise<Outcome> => {
  const entry = id === null ? null : await ownTransfer(ctx, id);
  const side = entry?.side ?? input.side;
  const vaccine = await handledVaccine(ctx, entry?.vaccineId ?? input.vaccine, entry !== null);
  const place = await ownPlace(ctx);
  const entries = await loadTransfers(ctx.tx, place.venueId, vaccine.id, side);
  const plan = await planned(ctx, {
    place,
    vaccine,
    side,
    entries,
    rows: [
      {
        key: entry ? rowKeyOf(entry.id) : 'new1',
        partnerId: input.partner,
        partnerText: input.partner__text,
        day: input.day,
        lot: input.lot,
        vials: input.vials,
      },
    ],
    shown: [],
    stock: await loadStock(ctx.tx, place.venueId, vaccine.id),
    cold: coldChain(ctx, vaccine, input),
  });
  if (entry && entry.version !== ctx.version) throw stale(`${entry.enteredBy}さん`, 'この画面を開いたあと');
  askAboutTransfers(ctx, plan);
  await saveTransfers(ctx, plan);
  ctx.note(`venue:${place.venueId}`, { transfer: id, side, lot: input.lot, vials: input.vials });
  return done('/transfers?saved=1');
};

/** 「取り消す」: the entry goes, its ledger entries are taken back, its pair is taken apart. */
export const removeTransfer = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const entry = await ownTransfer(ctx, id);
  if (entry.version !== ctx.version) throw stale(`${entry.enteredBy}さん`, 'この画面を開いたあと');
  ctx.ask(
    question({
      id: 'transfer-remove',
      title: '移送の登録を取り消します',
      lines: ['この登録を取り消してよろしいですか？在庫の計算からも除かれます。記録の一覧には残ります。'],
      rows: [
        { label: 'ロット番号', value: entry.lot },
        { label: 'バイアル本数', value: `${entry.vials.toLocaleString('ja-JP')}本` },
      ],
    }),
  );
  const plan = { place: await ownPlace(ctx), vaccineId: entry.vaccineId, side: entry.side, doubts: [] };
  await saveTransfers(ctx, { ...plan, added: [], changed: [], removed: [entry] });
  ctx.note(`venue:${entry.venueId}`, { transfer: id, removed: true });
  return done('/transfers?saved=1');
};

/** An own entry; one that merely names us is not ours to change. */
const ownTransfer = async ({ tx, actor }: Ctx, id: number): Promise<Transfer> => {
  const entry = await loadTransfer(tx, id);
  if (!entry || entry.venueId !== actor.org.id) throw notFound();
  return entry;
};

const ownPlace = async ({ tx, actor }: Ctx): Promise<Place> => {
  const venue = await loadVenue(tx, actor.org.id);
  if (!venue) throw notFound();
  return { venueId: venue.id, prefectureCode: venue.prefectureCode, municipalityCode: venue.municipalityCode };
};

const handledVaccine = async ({ tx, actor }: Ctx, vaccineId: number, entered: boolean): Promise<Vaccine> => {
  const vaccine = await loadVaccine(tx, vaccineId);
  const handled = entered || (await loadHandled(tx, actor.org.id)).some((one) => one.vaccineId === vaccineId);
  if (!vaccine || !handled) throw invalid({ vaccine: 'ワクチンを選択してください。' });
  return vaccine;
};

const row = /^row\.(?:t\d+|new1)\./;
/** The faults of the one row, at the fields of the form. */
const planned = async (ctx: Ctx, asked: Omit<Parameters<typeof planTransfers>[1], 'table'>): Promise<TransferPlan> => {
  try {
    return await planTransfers(ctx, { ...asked, table: 'row' });
  } catch (thrown) {
    if (!(thrown instanceof Problem) || thrown.kind !== 'invalid') throw thrown;
    throw invalid(
      Object.fromEntries(Object.entries(thrown.errors).map(([name, fault]) => [name.replace(row, ''), fault])),
    );
  }
};

/** What travels with the vials; chilled ones without a time limit get the one of their thaw life. */
const coldChain = (ctx: Ctx, { code }: Vaccine, { leftFreezerAt, band, useBy, day }: Input): ColdChain => {
  if (leftFreezerAt && leftFreezerAt > ctx.now)
    throw invalid({ leftFreezerAt: '冷凍庫から出した日時に、今より後の日時は入力できません。' });
  if (leftFreezerAt && dayOf(leftFreezerAt) > day)
    throw invalid({ leftFreezerAt: '冷凍庫から出した日時が、移送の日付より後です。' });
  if (useBy && leftFreezerAt && useBy <= leftFreezerAt)
    throw invalid({ useBy: '使用期限は、冷凍庫から出した日時より後の日時を入力してください。' });
  const computed = band === '2-8' && leftFreezerAt ? useByAfterThaw(code, leftFreezerAt) : null;
  return { leftFreezerAt, band, useBy: useBy ?? computed };
};
