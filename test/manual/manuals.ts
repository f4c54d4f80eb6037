import type { Manual } from './model.ts';
import { desk } from './offices/desk.ts';
import { ministry } from './offices/ministry.ts';
import { municipality } from './offices/municipality.ts';
import { prefecture } from './offices/prefecture.ts';
import { manufacturer, wholesaler } from './offices/suppliers.ts';
import { vendor } from './offices/vendor.ts';
import { basicVenue, satelliteVenue } from './venue/kinds.ts';
import { venueManual } from './venue/manual.ts';

/** One manual for each kind of reader; the order is that of the list in 「マニュアル」. */
export const manuals: readonly Manual[] = [
  venueManual(basicVenue),
  venueManual(satelliteVenue),
  municipality,
  prefecture,
  ministry,
  manufacturer,
  wholesaler,
  vendor,
  desk,
];
