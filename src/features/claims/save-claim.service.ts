import { formatInstant, type Month } from '../../kernel/calendar.ts';
import type { InputOf, Question } from '../../kernel/form.ts';
import { conflict, invalid, stale } from '../../kernel/problem.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import type { claimForm } from './claim.form.ts';
import {
  allOf,
  type Claim,
  type ClaimContent,
  couponLabels,
  coupons,
  isEmptySheet,
  reckon,
  sameContent,
} from './claim.ts';
import { changesOf } from './claim-changes.ts';
import { totalOf } from './claim-counts.ts';
import { pricesOf } from './claim-forms.ts';
import { monthName } from './claim-months.ts';
import { outputOf, reasonAgainst } from './claim-outputs.ts';
import { readClaim } from './claim-values.ts';
import { insertClaim, loadClaims } from './claims.store.ts';
import { loadClaimant } from './load-claim-page.service.ts';
import { loadPrintings } from './printings.store.ts';
import { markTaken } from './proposals.store.ts';
import { residenceOf } from './residences.store.ts';

type Input = InputOf<typeof claimForm>;

/** 「保存」 (M5.2-6): the next version of the month's claim, once the user has seen its sums and pressed 「OK」. */
export const saveClaim = async (ctx: Ctx, month: Month, input: Input): Promise<Outcome> => {
  const { venue, own } = await loadClaimant(ctx);
  const [former = null] = await loadClaims(ctx.tx, venue.id, month);
  if ((former?.version ?? 0) !== (ctx.version ?? 0)) throw staleClaim(former);
  const { content, errors } = readClaim(input, { month, own, residenceOf });
  if (Object.keys(errors).length > 0) throw invalid(errors);
  if (!former && coupons.every((coupon) => isEmptySheet(content.sheets[coupon])))
    throw invalid({ 'own.with.screening': '接種回数を入力してください。表に何も入力されていません。' });
  const printed = (await loadPrintings(ctx.tx, venue.id, month)).length > 0;
  ctx.ask(saveQuestion(content, former, printed));
  const reckoned = reckon(content, pricesOf(month));
  const version = (former?.version ?? 0) + 1;
  const saved = await insertClaim(ctx.tx, {
    content,
    reckoned,
    venueId: venue.id,
    version,
    at: ctx.now,
    userId: ctx.actor.userId,
  });
  if (!saved) throw staleClaim((await loadClaims(ctx.tx, venue.id, month))[0] ?? null);
  if (input.proposal !== null) await markTaken(ctx.tx, venue.id, input.proposal, ctx.now);
  ctx.note(`venue:${venue.id}`, { month, version, ...reckoned });
  return done(`/claims/${month}?saved=${version}`);
};

const staleClaim = (claim: Claim | null) =>
  claim
    ? stale(`${claim.savedBy}さん`, formatInstant(claim.savedAt))
    : conflict('最新の内容を確認して、もう一度入力してください。');

const saveQuestion = (content: ClaimContent, former: Claim | null, printed: boolean): Question => {
  const prices = pricesOf(content.month);
  const { sheets, amount } = reckon(content, prices);
  const changes = former ? changesOf(former, content) : [];
  return question({
    id: 'claim-save',
    title: '保存の確認',
    lines: [
      `${monthName(content.month)}請求分として、次の内容で保存します。よろしいですか？`,
      ...(former && changes.length === 0 ? ['保存済みの内容から変わった回数はありません。'] : []),
      ...(printed && changes.length > 0
        ? ['すでに出力した請求書があります。保存したあと、出力し直してください（再出力）。']
        : []),
    ],
    rows: [
      ...coupons.map((coupon) => ({
        label: `${couponLabels[coupon]} 総数`,
        value: isEmptySheet(content.sheets[coupon])
          ? '入力なし'
          : `${showQuantity(totalOf(allOf(content.sheets[coupon])) ?? 0)}回（それ以外の方 ${content.sheets[coupon].others.length}市町村）`,
      })),
      { label: '予診票', value: `${showQuantity(sheets)}枚` },
      { label: '請求金額', value: `${showQuantity(amount)}円` },
    ],
    about: content,
  });
};

/** An output's button (M5.2-7 to M5.2-9): what is typed must be what is saved, then its question is shown. */
export const askOutput = async (ctx: Ctx, month: Month, input: Input): Promise<Outcome> => {
  const { venue, own } = await loadClaimant(ctx);
  const [claim = null] = await loadClaims(ctx.tx, venue.id, month);
  const output = input.output && outputOf(input.output);
  if (!output) throw conflict('出力する請求書のボタンを押し直してください。');
  const { content, errors } = readClaim(input, { month, own, residenceOf });
  if (Object.keys(errors).length > 0) throw invalid(errors);
  if (claim && !sameContent(content, claim))
    throw conflict('保存していない変更があります。先に「保存」を押してから、出力してください。');
  const against = reasonAgainst(output.name, claim);
  if (against) throw conflict(against);
  return done(`/claims/${month}?output=${output.name}`);
};
