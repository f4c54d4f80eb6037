import type { SeedRow } from '../seed/index.ts';
import { allocationRows, type FixedSheet } from './allocation-rows.ts';
import { allocate } from './allocations.ts';
import { announcementTables } from './announcements.ts';
import { claimRuleTables } from './claim-rules.ts';
import { companies, wholesalerAreas, wholesalerOf } from './companies.ts';
import { CAMPAIGN, CYCLES, cycleRows } from './cycles.ts';
import { demandRows } from './demand-rows.ts';
import { demandsOf } from './demands.ts';
import { distributionRows } from './distribution-rows.ts';
import { SHIBAKOEN } from './home-venues.ts';
import { type HomeDelivery, noticeRows } from './notices.ts';
import { counter, type Offices, type TableRows } from './offices.ts';
import { reportRows } from './report-rows.ts';
import { demoReports } from './reports.ts';
import { HOME_DAYS } from './shipping.ts';
import { ticketRows } from './tickets.ts';
import { type Secrets, userRows } from './users.ts';
import { venueRows } from './venue-rows.ts';
import { demoVenues } from './venues.ts';

/** Every row of the demo world, tables in the order in which they are filled. The same offices give the same rows. */
export const demoRows = (offices: Offices, secrets: Secrets): readonly TableRows[] => {
  const nextOrganisation = counter(offices.lastOrganisation);
  const firms = companies(nextOrganisation);
  const venues = demoVenues().map((venue) => ({ ...venue, id: nextOrganisation() }));
  const users = userRows(offices, firms, venues, secrets);
  const byOrganisation = new Map([...users].reverse().map((user) => [user.org_id, Number(user.id)]));
  const next = { demand: counter(), sheet: counter(), distribution: counter(), lot: counter(), report: counter() };
  const userOf = (organisation: number): number => byOrganisation.get(organisation) ?? 0;

  const rounds = CYCLES.map((cycle) => {
    const demands = demandsOf(cycle, venues);
    const asked = demandRows(
      {
        cycle,
        venues,
        userOf,
        organisationOf: (code) => offices.municipalities.get(code) ?? 0,
        nextDemand: next.demand,
      },
      demands,
    );
    if (!cycle.done) return { tables: asked, fixed: [] };
    const { tables, fixed } = allocationRows(
      { cycle, offices, userOf, nextSheet: next.sheet },
      allocate(cycle, demands),
    );
    const given = distributionRows(
      {
        cycle,
        vaccine: offices.pfizer,
        userOf,
        wholesalerOf: wholesalerOf(firms),
        nextDistribution: next.distribution,
        nextLot: next.lot,
      },
      fixed,
    );
    return { tables: [...asked, ...tables, ...given], fixed };
  });
  return [
    ['organisations', firms.rows],
    ...venueRows(venues, firms.vendor, offices.pfizer, counter()),
    ['users', users],
    ['wholesaler_areas', wholesalerAreas(firms, offices)],
    ['campaigns', [{ id: 1, name: CAMPAIGN }]],
    ['cycles', cycleRows(offices.pfizer)],
    ...rounds.flatMap(({ tables }) => tables),
    ...claimRuleTables(offices, userOf),
    ...announcementTables(offices, userOf),
    ...reportRows(
      {
        vaccine: offices.pfizer,
        userOf,
        officeOf: (code) => offices.municipalities.get(code) ?? 0,
        nextReport: next.report,
      },
      demoReports(
        rounds.map(({ fixed }) => fixed),
        venues,
        offices.pfizer,
      ),
    ),
    ['notices', noticeRows(offices, firms, homeDelivery(rounds.at(-2)?.fixed ?? []))],
    ...ticketRows(users),
  ];
};

/** What 芝公園病院 gets in クール 4. */
const homeDelivery = (fixed: readonly FixedSheet[]): HomeDelivery => {
  for (const { fixedAt, grants } of fixed)
    for (const { venue, boxes } of grants)
      if (venue.code === SHIBAKOEN) return { venue: venue.id, boxes, fixedAt, ...HOME_DAYS };
  throw new Error('The demo gave nothing to its own hospital.');
};

/** How many rows each table gets. */
export const countRows = (tables: readonly TableRows[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const [table, rows] of tables) counts.set(table, (counts.get(table) ?? 0) + (rows as readonly SeedRow[]).length);
  return counts;
};
