import { addDays, type Day } from '../kernel/calendar.ts';
import type { DemoCycle } from './cycles.ts';
import { SHIBAKOEN } from './home-venues.ts';
import { HOME } from './places.ts';
import { randomOf } from './random.ts';
import { at, businessDays, later } from './time.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** What maker, wholesaler and venue have entered about one delivery so far; null: nothing yet. */
export type Shipping = {
  readonly shipDay: Day | null;
  readonly deliveryDay: Day | null;
  /** Needles and syringes may come some days before. */
  readonly needleDay: Day | null;
  readonly delivered: { readonly at: string; readonly receivedAt: string } | null;
  /** Needles may be there while the vaccine is still on its way. */
  readonly needlesDelivered: { readonly at: string; readonly receivedAt: string } | null;
};

const NOTHING: Shipping = {
  shipDay: null,
  deliveryDay: null,
  needleDay: null,
  delivered: null,
  needlesDelivered: null,
};

/** How far the delivery of a クール to a venue has come by the morning the demo begins. */
export const shippingOf = (cycle: DemoCycle, venue: PlacedVenue): Shipping =>
  cycle.received ? arrived(cycle, venue) : underWay(cycle, venue);

const arrived = (cycle: DemoCycle, venue: PlacedVenue): Shipping => {
  const random = randomOf('shipping', cycle.number, venue.code);
  const deliveryDay = random.pick(businessDays(cycle.delivery[0], cycle.delivery[1]));
  const needleDay = random.pick(businessDays(cycle.delivery[0], deliveryDay));
  const handOver = (day: Day) => {
    const moment = at(day, random.between(9 * 60, 15 * 60));
    return { at: moment, receivedAt: later(moment, random.between(10, 120)) };
  };
  return {
    shipDay: addDays(deliveryDay, -random.between(1, 2)),
    deliveryDay,
    needleDay,
    delivered: handOver(deliveryDay),
    needlesDelivered: handOver(needleDay),
  };
};

/** What 芝公園病院 knows of クール 4. */
export const HOME_DAYS = { shipDay: '2021-04-27', deliveryDay: '2021-04-28' } as const satisfies Partial<Shipping>;

/** クール 4: the first week is planned throughout, the second in parts. The demo's own ward leaves something to do. */
const underWay = (cycle: DemoCycle, venue: PlacedVenue): Shipping => {
  const random = randomOf('shipping', cycle.number, venue.code);
  if (venue.code === SHIBAKOEN) return planned(HOME_DAYS.deliveryDay, HOME_DAYS.deliveryDay);
  if (venue.municipality.code === HOME.municipality) return NOTHING;
  const [from, to] = cycle.delivery;
  const secondWeek = addDays(from, 7);
  if (random.chance(0.55)) {
    const day = random.pick(businessDays(from, addDays(secondWeek, -1)));
    return withNeedles(planned(day, random.pick(businessDays(from, day))), random.chance(0.3), random.between(9, 15));
  }
  // The second week falls on holidays; what is urgent is brought then too.
  const day = addDays(secondWeek, random.between(0, 5));
  const known = day <= to && random.chance(0.5);
  const shipped = random.chance(0.4);
  return {
    ...NOTHING,
    shipDay: shipped ? addDays(day, -1) : null,
    deliveryDay: known ? day : null,
    needleDay: known ? day : null,
  };
};

const planned = (deliveryDay: Day, needleDay: Day): Shipping => ({
  ...NOTHING,
  shipDay: addDays(deliveryDay, -1),
  deliveryDay,
  needleDay,
});

/** Some needles and syringes were brought on the last working day before the week began. */
const withNeedles = (shipping: Shipping, brought: boolean, hour: number): Shipping => {
  if (!brought) return shipping;
  const moment = at('2021-04-23', hour * 60);
  return {
    ...shipping,
    needleDay: '2021-04-23',
    needlesDelivered: { at: moment, receivedAt: later(moment, 40) },
  };
};
