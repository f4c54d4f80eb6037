import type { InputOf } from '../../kernel/form.ts';
import { type FieldErrors, invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { municipalityByCode } from '../areas/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import { termText } from './area-names.ts';
import { tellWholesalers } from './tell-area.service.ts';
import type { wholesalerAreaForm } from './wholesaler-area.form.ts';
import {
  insertWholesalerArea,
  loadWholesalerAreas,
  loadWholesalers,
  lockWholesalerAreas,
} from './wholesaler-areas.store.ts';
import { findClash, type WholesalerArea } from './wholesaler-areas.ts';

/** The row that already stands for these days, as a message. */
export const clashText = (clash: WholesalerArea): string =>
  `同じ地域・ワクチンの担当（${clash.wholesalerName}、${termText(clash)}）と期間が重なっています。`;

/** 「担当地域の登録」 (S34): a wholesaler for the whole 都道府県 or one municipality, from a day on. */
export const assignWholesaler = async (ctx: Ctx, input: InputOf<typeof wholesalerAreaForm>): Promise<Outcome> => {
  const { prefectureCode } = ctx.actor.org;
  if (prefectureCode === null) throw notFound();
  await lockWholesalerAreas(ctx.tx, prefectureCode, input.vaccineId);
  const vaccine = await loadVaccine(ctx.tx, input.vaccineId);
  const rows = await loadWholesalerAreas(ctx.tx, prefectureCode, input.vaccineId);
  const known = (await loadWholesalers(ctx.tx)).some(({ id }) => id === input.wholesalerId);
  const foreign = input.area !== null && municipalityByCode(input.area)?.prefectureCode !== prefectureCode;
  const { area, ...typed } = input;
  const row = { ...typed, prefectureCode, municipalityCode: area };
  const clash = findClash(rows, row);
  const errors: FieldErrors = {
    ...(!vaccine && { vaccineId: 'ワクチンを選択し直してください。' }),
    ...(foreign && { area: '地域を選択し直してください。' }),
    ...(!known && { wholesalerId: '卸業者を選択し直してください。' }),
    ...(input.toDay !== null &&
      input.toDay < input.fromDay && { toDay: '終了日は、開始日以降の日付を入力してください。' }),
    ...(clash && { fromDay: clashText(clash) }),
  };
  if (!vaccine || Object.keys(errors).length > 0) throw invalid(errors);
  const areaId = await insertWholesalerArea(ctx.tx, row);
  await tellWholesalers(ctx, vaccine.shortName, [row], String(areaId));
  ctx.note(`wholesaler-area:${areaId}`, { wholesalerId: row.wholesalerId, from: row.fromDay, to: row.toDay });
  return done(`/wholesaler-areas?vaccine=${vaccine.id}&saved=1`);
};
