import { addDays, type Day } from '../kernel/calendar.ts';
import type { SeedRow } from '../seed/index.ts';
import { dosesPerVialOn, type Vaccine } from './offices.ts';
import { at, DEMO_DAY, DEMO_START } from './time.ts';

/** A クール of the demo and the days on which each level did its part; null when that is still to come. */
export type DemoCycle = {
  readonly number: number;
  readonly registration: readonly [from: Day, to: Day];
  readonly delivery: readonly [from: Day, to: Day];
  readonly vaccination: readonly [from: Day, to: Day];
  readonly supply: number;
  readonly state: 'planned' | 'closed';
  readonly done: {
    readonly confirmed: Day;
    readonly national: Day;
    readonly prefectural: Day;
    readonly municipal: readonly [from: Day, to: Day];
  } | null;
  /** Everything arrived and was confirmed by the venues. */
  readonly received: boolean;
};

/** クール 1 to 3 are over, 4 is about to be delivered, 5 opens at the very minute the demo begins. */
export const CYCLES: readonly DemoCycle[] = [
  {
    number: 1,
    registration: ['2021-03-08', '2021-03-12'],
    delivery: ['2021-04-05', '2021-04-11'],
    vaccination: ['2021-04-12', '2021-04-25'],
    supply: 100,
    state: 'closed',
    done: {
      confirmed: '2021-03-15',
      national: '2021-03-17',
      prefectural: '2021-03-22',
      municipal: ['2021-03-24', '2021-03-26'],
    },
    received: true,
  },
  {
    number: 2,
    registration: ['2021-03-15', '2021-03-19'],
    delivery: ['2021-04-12', '2021-04-18'],
    vaccination: ['2021-04-19', '2021-05-02'],
    supply: 500,
    state: 'closed',
    done: {
      confirmed: '2021-03-23',
      national: '2021-03-25',
      prefectural: '2021-03-29',
      municipal: ['2021-03-31', '2021-04-02'],
    },
    received: true,
  },
  {
    number: 3,
    registration: ['2021-03-22', '2021-03-26'],
    delivery: ['2021-04-19', '2021-04-25'],
    vaccination: ['2021-04-26', '2021-05-09'],
    supply: 500,
    state: 'closed',
    done: {
      confirmed: '2021-03-30',
      national: '2021-04-01',
      prefectural: '2021-04-05',
      municipal: ['2021-04-07', '2021-04-09'],
    },
    received: true,
  },
  {
    number: 4,
    registration: ['2021-04-05', '2021-04-09'],
    delivery: ['2021-04-26', '2021-05-09'],
    vaccination: ['2021-05-03', '2021-05-23'],
    supply: 1741 + 4000,
    state: 'planned',
    done: {
      confirmed: '2021-04-12',
      national: '2021-04-14',
      prefectural: '2021-04-16',
      municipal: ['2021-04-19', '2021-04-21'],
    },
    received: false,
  },
  {
    number: 5,
    registration: ['2021-04-26', '2021-04-30'],
    delivery: ['2021-05-10', '2021-05-23'],
    vaccination: ['2021-05-17', '2021-06-06'],
    supply: 5000,
    state: 'planned',
    done: null,
    received: false,
  },
];

export const CAMPAIGN = '新型コロナワクチン 第1期接種';

/** The rows of the クール; their ids are their numbers. */
export const cycleRows = (pfizer: Vaccine): readonly SeedRow[] =>
  CYCLES.map((cycle) => {
    const [from, to] = cycle.registration;
    const over = at(to, 17 * 60) < DEMO_START.toISOString();
    return {
      id: cycle.number,
      campaign_id: 1,
      vaccine_id: pfizer.id,
      number: cycle.number,
      branch: null,
      registration_from: at(from, 9 * 60),
      registration_to: at(to, 17 * 60),
      delivery_from: cycle.delivery[0],
      delivery_to: cycle.delivery[1],
      vaccination_from: cycle.vaccination[0],
      vaccination_to: cycle.vaccination[1],
      doses_per_vial: dosesPerVialOn(pfizer, cycle.delivery[0]),
      state: cycle.state,
      supply: cycle.supply,
      deadline_alert_done_at: over ? at(to, -2 * 1440 + 8 * 60) : null,
      deadline_escalated_at: over ? at(to, 17 * 60) : null,
      ...reportMarks(cycle),
      version: 1,
      created_at: at('2021-03-01', 600),
    };
  });

/** S13: reports of クール 1 and 2 were due before the demo begins, so their reminders are out. */
const reportMarks = ({ number, vaccination }: DemoCycle): SeedRow => {
  const next = CYCLES.find((cycle) => cycle.number === number + 1)?.vaccination[0] ?? vaccination[1];
  const due = next <= DEMO_DAY;
  return {
    report_reminded_at: due ? at(addDays(next, -3), 8 * 60) : null,
    report_escalated_at: due ? at(next, 8 * 60) : null,
  };
};
