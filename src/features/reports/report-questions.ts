import type { Question } from '../../kernel/form.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import { question } from '../../kernel/question.ts';
import {
  type Comparison,
  cellKey,
  cellsOf,
  discardedLabel,
  type Figures,
  type ReportShape,
  totalDoses,
} from './reports.ts';

/** M5.1-6-1: blank fields become 0, once the user says so. */
export const blankQuestion = (names: readonly string[], next: Figures): Question =>
  question({
    id: 'report-blank',
    title: '空欄の項目があります',
    lines: [
      '次の項目は空欄です。「0」で登録してよろしいですか？',
      '「OK」を押すと「0」で登録します。修正する場合は「キャンセル」を押してください。',
    ],
    rows: names.map((label) => ({ label, value: '空欄 → 0' })),
    about: next,
  });

/** M5.1-6-2: totals that did not grow, or numbers below the registered ones, are shown once more. */
export const doubtQuestion = (
  shape: ReportShape,
  former: Figures,
  next: Figures,
  { notGrown, fallen }: Comparison,
): Question =>
  question({
    id: 'report-doubt',
    title: '入力した数値を確認してください',
    lines: [
      ...(notGrown ? ['「延べ回数」が、登録済みの内容から増えていません。'] : []),
      ...(fallen.length > 0 ? [`登録済みの内容より減っている項目があります：${fallen.join('、')}`] : []),
      '接種実績数及び廃棄数は、「累計」で入力するものです。この内容で登録してよろしいですか？',
    ],
    rows: [
      { label: '延べ回数', value: step(totalDoses(former.counts), totalDoses(next.counts), '回') },
      { label: discardedLabel, value: step(former.discardedVials, next.discardedVials, '本') },
      ...cellsOf(shape).map(({ category, doseNumber, name }) => {
        const key = cellKey(category, doseNumber);
        return { label: name, value: step(former.counts[key] ?? 0, next.counts[key] ?? 0, '') };
      }),
    ],
    reason: { name: 'reason', label: '理由（任意）' },
    about: next,
  });

/** An increase far from the venue's own past: once asked, for today's number may have been typed as a total, or twice. */
export const outlierQuestion = (increase: number, largest: number, next: Figures): Question =>
  question({
    id: 'report-outlier',
    title: 'いつもより大きい数値です',
    lines: [
      'これまでの報告に比べて、「延べ回数」の増え方が大きくなっています。入力に間違いがないか確認してください。',
      'この内容で登録してよろしいですか？',
    ],
    rows: [
      { label: '今回の報告で増える回数', value: `${showQuantity(increase)}回` },
      { label: 'これまでの報告1回あたりの最大', value: `${showQuantity(largest)}回` },
    ],
    about: next,
  });

const step = (from: number, to: number, unit: string): string =>
  `${showQuantity(to)}${unit}（登録済み ${showQuantity(from)}${unit}）`;
