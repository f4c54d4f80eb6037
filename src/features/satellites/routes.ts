import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { searchDirectory } from '../venues/index.ts';
import { linkSatellite } from './link-satellite.service.ts';
import { ownSatellite } from './own-satellite.service.ts';
import { satelliteForm, unlinkForm } from './satellite.form.ts';
import { type Found, type SatellitePageData, satellitePage } from './satellite.page.tsx';
import { loadLinks } from './satellite-links.store.ts';
import { type SatelliteListData, satelliteListPage } from './satellite-list.page.tsx';
import { countSatellites, loadBasic, loadSatellite, loadSatellites, type Place } from './satellites.store.ts';
import type { Satellite } from './satellites.ts';
import { unlinkSatellite } from './unlink-satellite.service.ts';

const pageSize = 50;
const id = z.coerce.number().int().positive();
const params = z.object({ venueId: id, vaccineId: id });

const listQuery = z.object({
  q: z.string().max(200).default(''),
  vaccine: z.union([z.literal(''), id]).default(''),
  state: z.enum(['', 'unlinked']).default(''),
  after: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/)
    .optional(),
  saved: id.optional(),
});

const placeOf = (after: string | undefined): Place | undefined => {
  const [venueId = 0, vaccineId = 0] = after?.split('-').map(Number) ?? [];
  return after === undefined ? undefined : { venueId, vaccineId };
};

const savedOne = async ({ tx }: Ctx, code: string, venueId?: number, vaccineId?: number): Promise<Satellite | null> => {
  const satellite = venueId && vaccineId ? await loadSatellite(tx, venueId, vaccineId) : null;
  return satellite?.municipalityCode === code ? satellite : null;
};

const loadList = async (ctx: Ctx, query: z.infer<typeof listQuery>): Promise<SatelliteListData> => {
  const municipalityCode = ctx.actor.org.municipalityCode;
  if (municipalityCode === null) throw notFound();
  const vaccineId = query.vaccine || undefined;
  const saved = await savedOne(ctx, municipalityCode, query.saved, vaccineId);
  const filter = { municipalityCode, q: query.q, vaccineId, unlinked: query.state === 'unlinked' };
  const rows = await loadSatellites(ctx.tx, filter, pageSize + 1, placeOf(query.after));
  return {
    satellites: rows.slice(0, pageSize),
    more: rows.length > pageSize,
    counts: await countSatellites(ctx.tx, filter),
    vaccines: await loadVaccines(ctx.tx),
    query: { q: query.q, vaccine: String(query.vaccine), state: query.state },
    saved,
  };
};

type EditQuery = {
  readonly q?: string;
  readonly scope: Found['scope'];
  readonly choose?: number;
  readonly saved?: string;
};

const loadEdit = async (ctx: Ctx, place: Place, { q, scope, choose, saved }: EditQuery): Promise<SatellitePageData> => {
  const satellite = await ownSatellite(ctx, place);
  const { vaccineId, municipalityCode, basicVenueId } = satellite;
  const chosen = choose ?? basicVenueId;
  const asked = { vaccineId, scope, role: 'basic', near: municipalityCode } as const;
  return {
    satellite,
    basic: chosen === null ? null : await loadBasic(ctx.tx, chosen, vaccineId),
    links: await loadLinks(ctx.tx, place),
    unlinked: saved === 'unlinked',
    found: q === undefined ? null : { q, scope, ...(await searchDirectory(ctx.tx, { ...asked, q })) },
  };
};

const edit = page({
  path: '/satellites/:venueId/:vaccineId',
  permission: 'satellite.link',
  params,
  query: z.object({
    q: z.string().max(200).optional(),
    scope: z.enum(['name', 'all']).default('name'),
    choose: id.optional(),
    saved: z.string().optional(),
  }),
  load: (ctx, { params, query }) => loadEdit(ctx, params, query),
  view: satellitePage,
});

export const satellitesRoom: Room = {
  name: 'satellites',
  routes: [
    page({
      path: '/satellites',
      permission: 'satellite.link',
      query: listQuery,
      load: (ctx, { query }) => loadList(ctx, query),
      view: satelliteListPage,
    }),
    edit,
    action({
      path: '/satellites/:venueId/:vaccineId',
      permission: 'satellite.link',
      audit: 'satellite.link',
      form: satelliteForm,
      params,
      page: edit,
      run: (ctx, { input, params }) => linkSatellite(ctx, params, input),
    }),
    action({
      path: '/satellites/:venueId/:vaccineId/unlink',
      permission: 'satellite.link',
      audit: 'satellite.unlink',
      form: unlinkForm,
      params,
      page: edit,
      run: (ctx, { params }) => unlinkSatellite(ctx, params),
    }),
  ],
};
