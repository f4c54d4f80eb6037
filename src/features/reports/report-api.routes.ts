import { z } from 'zod';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { api, type Route } from '../../platform/http/index.ts';
import { cycleName } from '../cycles/index.ts';
import { type ChosenVaccine, loadReportState } from './load-report-page.service.ts';
import { registerTotals, type TotalsOutcome } from './register-totals.service.ts';
import { maxTotal } from './report-totals.ts';
import { cellKey, cellsOf, type Report, type ReportShape, type Typed } from './reports.ts';

const byKey = { permission: 'report.register', scope: 'reports:write' } as const;
const message = `{label}は0以上${maxTotal}以下の整数で指定してください。`;
const total = z.int(message).min(0, message).max(maxTotal, message);

const cell = z.strictObject({
  category: z.string().describe('区分のコード'),
  doseNumber: z.int('{label}は整数で指定してください。').describe('何回目か'),
  total: total.describe('累計'),
});
const given = z.strictObject({
  vaccine: z.string().describe('ワクチンのコード'),
  discardedVials: total.nullish().describe('未使用のまま廃棄したバイアル本数（累計）。送らなければ登録済みの値のまま'),
  doses: z.array(cell).max(100, '{label}が多すぎます。').describe('送らない区分・回数は登録済みの値のまま'),
});

const registered = z.object({
  vaccine: z.string(),
  cycle: z.string().nullable().describe('この報告が数えられるクール。null：まだない'),
  registeredAt: z.string().nullable().describe('ISO 8601; null: まだ報告がない'),
  discardedVials: z.number().int().nullable(),
  doses: z.array(
    z.object({
      category: z.string(),
      name: z.string(),
      doseNumber: z.number().int(),
      total: z.number().int().nullable(),
    }),
  ),
});

const toRegistered = (
  { vaccine, shape, reportCycle }: ChosenVaccine,
  report: Pick<Report, 'counts' | 'discardedVials'> | null,
  registeredAt: Date | null,
): z.infer<typeof registered> => ({
  vaccine: vaccine.code,
  cycle: reportCycle && cycleName(reportCycle),
  registeredAt: registeredAt?.toISOString() ?? null,
  discardedVials: report?.discardedVials ?? null,
  doses: cellsOf(shape).map(({ category, doseNumber, name }) => ({
    category,
    name,
    doseNumber,
    total: report ? (report.counts[cellKey(category, doseNumber)] ?? 0) : null,
  })),
});

/** The handled vaccines by their code, each as its page has it. */
const loadHandledByCode = async (ctx: Ctx): Promise<ReadonlyMap<string, ChosenVaccine>> => {
  const { handled } = await loadReportState(ctx, {});
  const found = new Map<string, ChosenVaccine>();
  for (const { vaccineId } of handled) {
    const { chosen } = await loadReportState(ctx, { vaccine: vaccineId });
    if (chosen) found.set(chosen.vaccine.code, chosen);
  }
  return found;
};

type Faults = Record<string, string>;

const typedOf = (one: z.infer<typeof given>, shape: ReportShape, at: string, faults: Faults): Typed => {
  const cells = new Set(cellsOf(shape).map(({ category, doseNumber }) => cellKey(category, doseNumber)));
  const counts: Record<string, number> = {};
  for (const [i, { category, doseNumber, total: sum }] of one.doses.entries()) {
    const key = cellKey(category, doseNumber);
    if (!cells.has(key))
      faults[`${at}.doses.${i}`] = `区分「${category}」の${doseNumber}回目は、現在の報告の対象ではありません。`;
    else if (key in counts) faults[`${at}.doses.${i}`] = '同じ区分・回数が2つあります。';
    counts[key] = sum;
  }
  return { counts, discardedVials: one.discardedVials ?? null };
};

/** S13: a clinic system reads and registers its venue's running totals, many vaccines at once. */
export const reportApi: readonly Route[] = [
  api({
    ...byKey,
    path: '/api/v1/reports',
    method: 'GET',
    audit: 'report.read',
    summary: '登録済みの接種実績・廃棄数（累計）',
    answer: z.object({ reports: z.array(registered) }),
    run: async (ctx) => ({
      reports: [...(await loadHandledByCode(ctx)).values()].map((chosen) =>
        toRegistered(chosen, chosen.report, chosen.report?.registeredAt ?? null),
      ),
    }),
  }),
  api({
    ...byKey,
    path: '/api/v1/reports',
    method: 'PUT',
    audit: 'report.register',
    summary: '接種実績・廃棄数（累計）の報告',
    description:
      '累計を送る。同じ内容を何度送っても1回の報告になる。延べ回数が増えていない、または登録済みより小さい値があるときは409で確認を求めるので、返された値をx-confirmヘッダーに入れてもう一度送る。1つでも誤りがあれば、どのワクチンも登録しない。',
    body: z.strictObject({
      reports: z.array(given).min(1, '1つ以上送ってください。').max(20, '{label}が多すぎます。'),
    }),
    answer: z.object({ reports: z.array(registered.extend({ outcome: z.enum(['registered', 'same']) })) }),
    run: async (ctx, { body }) => {
      const handled = await loadHandledByCode(ctx);
      const faults: Faults = {};
      const seen = new Set<string>();
      const plan = body.reports.flatMap((one, i) => {
        const chosen = handled.get(one.vaccine);
        const at = `reports.${i}`;
        if (!chosen) faults[`${at}.vaccine`] = `「${one.vaccine}」は、取り扱うワクチンのコードではありません。`;
        else if (seen.has(one.vaccine)) faults[`${at}.vaccine`] = '同じワクチンが2つあります。';
        seen.add(one.vaccine);
        return chosen ? [{ vaccineId: chosen.vaccine.id, typed: typedOf(one, chosen.shape, at, faults) }] : [];
      });
      if (Object.keys(faults).length > 0) throw invalid(faults);
      const outcomes: TotalsOutcome[] = [];
      for (const { vaccineId, typed } of plan.toSorted((a, b) => a.vaccineId - b.vaccineId))
        outcomes.push(await registerTotals(ctx, vaccineId, typed, { shown: false }));
      return {
        reports: outcomes.map(({ chosen, figures, outcome }) => ({
          ...toRegistered(chosen, figures, outcome === 'same' ? (chosen.report?.registeredAt ?? null) : ctx.now),
          outcome,
        })),
      };
    },
  }),
];
