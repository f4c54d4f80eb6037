import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { type Level, levels, sheetShapes } from '../allocations/index.ts';
import { leftOut } from './candidates.ts';
import { countryPage } from './country.page.tsx';
import { loadCountry } from './load-country.service.ts';
import { loadProposals } from './load-proposals.service.ts';
import { proposalsPage } from './proposals.page.tsx';
import { takeProposalForm } from './take-proposal.form.ts';
import { takeProposal } from './take-proposal.service.ts';
import { whyPage } from './why.page.tsx';

const id = z.coerce.number().int().positive().max(999_999_999);
const params = z.object({ cycle: id });
const tries = {
  amount: z.string().max(20).optional(),
  rules: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/)
    .optional(),
};

const permissions = {
  national: 'allocation.national',
  prefectural: 'allocation.prefectural',
  municipal: 'allocation.municipal',
} as const;

/** The rows of one level: the proposals, one of them taken over, 「なぜこの数か」. */
const routesOf = (level: Level): Route[] => {
  const permission = permissions[level];
  const path = `${sheetShapes[level].path}/:cycle/proposals`;
  const proposals = page({
    path,
    permission,
    params,
    query: z.object(tries),
    load: (ctx, { params: { cycle }, query }) => loadProposals(ctx, cycle, query),
    view: proposalsPage,
  });
  return [
    proposals,
    action({
      path,
      permission,
      params,
      form: takeProposalForm,
      audit: 'allocation.take-proposal',
      page: proposals,
      run: (ctx, { params: { cycle }, input }) => takeProposal(ctx, { cycleId: cycle, input }),
    }),
    page({
      path: `${path}/:receiver`,
      permission,
      params: z.object({ cycle: id, receiver: z.string().regex(/^\d{1,15}$/) }),
      query: z.object(tries),
      load: async (ctx, { params: { cycle, receiver }, query }) => {
        const data = await loadProposals(ctx, cycle, query);
        const row = data.rows.find(({ key }) => key === receiver);
        if (!row || leftOut(row) !== null) throw notFound();
        return { data, row };
      },
      view: whyPage,
    }),
  ];
};

const country = page({
  path: `${sheetShapes.national.path}/:cycle/proposals/country`,
  permission: permissions.national,
  params,
  query: z.object({ ...tries, rule: z.string().regex(/^[a-z-]{1,40}$/) }),
  load: (ctx, { params: { cycle }, query }) => loadCountry(ctx, cycle, query),
  view: countryPage,
});

export const proposalsRoom: Room = { name: 'proposals', routes: [country, ...levels.flatMap(routesOf)] };
