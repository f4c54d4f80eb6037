import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { limitPerKey } from '../../kernel/limit.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused } from '../../platform/http/index.ts';
import { loadOffice } from '../accounts/index.ts';
import type { errorReportForm } from './error-report.form.ts';
import { faultNames, reportsPerAddress, reportsPerVenueAndDay, whileMs } from './error-report.ts';
import { insertReport } from './error-reports.store.ts';
import { at, type Language } from './languages.ts';
import { loadPublicVenue } from './public-venues.store.ts';

const addressMay = limitPerKey(reportsPerAddress, whileMs);
const venueMay = limitPerKey(reportsPerVenueAndDay, 24 * 3_600_000);

export type Report = {
  readonly code: string;
  readonly language: Language;
  readonly input: InputOf<typeof errorReportForm>;
  /** Where it comes from: counted for a while in memory, never kept. */
  readonly address: string;
};

/** S25: keeps the report and tells the venue's municipality, at most once a day for each kind of fault. */
export const reportError = async (ctx: PublicCtx, { code, language, input, address }: Report): Promise<Outcome> => {
  const venue = await loadPublicVenue(ctx.tx, code);
  if (!venue) throw notFound();
  if (!addressMay(address, Date.now())) return refused(new Problem('tooMany'));
  const thanks = done(at(language, `/venues/${code}/report/done`));
  // A flood about one venue says nothing new: it is thanked for and not kept.
  if (!venueMay(code, Date.now())) return thanks;
  await insertReport(ctx.tx, { venue, fault: input.fault, note: input.note, language, at: ctx.now });
  const office = await loadOffice(ctx.tx, venue.municipalityCode);
  if (office !== null) {
    const fault = faultNames[input.fault];
    await ctx.emit('news.told', {
      orgId: office,
      kind: 'navi.error-reported',
      title: 'コロナワクチンナビの情報に誤りがあるとの報告がありました',
      lines: [
        `医療機関・接種会場：${venue.name}`,
        `報告の内容：${fault}`,
        '内容を確認し、誤りがある場合は、施設に修正を依頼するか、代わりに修正してください。',
      ],
      link: '/navi-reports',
      from: 'コロナワクチンナビ',
      key: `navi-error:${venue.id}:${input.fault}:${dayOf(ctx.now)}`,
    });
  }
  ctx.note(`venue:${venue.id}`, { fault: input.fault });
  return thanks;
};
