import { formatDay } from '../../kernel/calendar.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import type { Term, WholesalerArea } from './wholesaler-areas.ts';

/** 「東京都全域」 or 「港区」. */
export const areaName = ({
  prefectureCode,
  municipalityCode,
}: Pick<WholesalerArea, 'prefectureCode' | 'municipalityCode'>): string =>
  municipalityCode === null
    ? `${prefectureByCode(prefectureCode)?.name ?? ''}全域`
    : (municipalityByCode(municipalityCode)?.name ?? municipalityCode);

/** 「2021/04/01（木）〜」. */
export const termText = ({ fromDay, toDay }: Term): string =>
  `${formatDay(fromDay)}〜${toDay === null ? '' : formatDay(toDay)}`;
