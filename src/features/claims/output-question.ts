import type { Question } from '../../kernel/form.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import { question } from '../../kernel/question.ts';
import { allOf, type Claim, reckon } from './claim.ts';
import { amountOf, totalOf } from './claim-counts.ts';
import { monthName } from './claim-months.ts';
import { couponOf, pageCount } from './claim-outputs.ts';
import { type ClaimPaper, federationName } from './claim-paper.ts';

/** Shown before each output (M5.2-7 to M5.2-9): what it will hold, and what has to be written by hand. */
export const outputQuestion = (paper: ClaimPaper, claim: Claim, unprintable: readonly string[]): Question => {
  const coupon = couponOf(paper.output);
  const { sheets, amount } = coupon
    ? {
        sheets: totalOf(allOf(claim.sheets[coupon])) ?? 0,
        amount: amountOf(allOf(claim.sheets[coupon]), paper.prices),
      }
    : reckon(claim, paper.prices, paper.output === 'summary-all');
  return question({
    id: `claim-output-${paper.output}`,
    title: `${paper.title}の出力`,
    lines: [
      '保存した内容でPDFを表示します。よろしいですか？',
      '印刷するときは、倍率を「カスタム」の「100」にするか、ページサイズ処理を「実際のサイズ」にしてください。',
      ...(paper.venue.representative === ''
        ? ['「代表者名」が登録されていないため、代表者氏名の欄は空欄です。印刷してから手書きで記入してください。']
        : []),
      ...(unprintable.length > 0
        ? [`印刷できない文字があり「〓」になります：${unprintable.join('、')}。手書きで直してください。`]
        : []),
    ],
    rows: [
      { label: '請求月', value: monthName(paper.month) },
      { label: '提出先', value: federationName(paper.venue.prefectureName) },
      { label: 'ページ数', value: `${showQuantity(pageCount(paper.output, claim))}ページ` },
      { label: '予診票', value: `${showQuantity(sheets)}枚` },
      { label: '請求金額', value: `${showQuantity(amount)}円` },
    ],
    about: claim.id,
  });
};
