import { addDays, type Day } from '../kernel/calendar.ts';
import type { Random } from './random.ts';

export type LotPart = { readonly lot: string; readonly expiry: Day; readonly vials: number };

const FIRST_DAY = Date.UTC(2021, 3, 1);
const DAY_MS = 86_400_000;

/** A lot is what left the works in three days: its number and expiry follow from the day it was shipped. */
const lotOf = (shipDay: Day): Pick<LotPart, 'lot' | 'expiry'> => {
  const number = Math.floor((Date.parse(`${shipDay}T00:00:00Z`) - FIRST_DAY) / DAY_MS / 3);
  return { lot: `VS${1001 + number}`, expiry: addDays('2021-07-31', number * 3) };
};

/** The lots of a shipment: one as a rule, now and then two in larger ones. */
export const lotsOf = (random: Random, shipDay: Day, boxes: number, vialsPerBox: number): readonly LotPart[] => {
  const all = boxes * vialsPerBox;
  const vials = boxes > 1 && random.chance(0.3) ? random.between(1, boxes - 1) * vialsPerBox : 0;
  const main = { ...lotOf(shipDay), vials: all - vials };
  return vials > 0 ? [main, { ...lotOf(addDays(shipDay, -3)), vials }] : [main];
};
