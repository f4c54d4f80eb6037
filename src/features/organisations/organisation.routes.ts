import { z } from 'zod';
import { type OrgKind, orgKinds } from '../../kernel/policy.ts';
import type { Ctx } from '../../platform/context.ts';
import { tableFile, tableFormats } from '../../platform/csv/index.ts';
import { action, file, page, type Route } from '../../platform/http/index.ts';
import { createOrganisation } from './create-organisation.service.ts';
import { managedOrganisation } from './managed-organisation.service.ts';
import { csvColumns, csvRow } from './organisation.csv.ts';
import { organisationEditForm, organisationForm } from './organisation.form.ts';
import { organisationPage } from './organisation.page.tsx';
import { organisationEditPage, organisationNewPage } from './organisation-edit.page.tsx';
import { organisationListPage } from './organisation-list.page.tsx';
import { loadOrganisationUsers } from './organisation-users.store.ts';
import { countOrganisations, loadOrganisations, type OrganisationFilter } from './organisations.store.ts';
import { createdKinds, type OrganisationRecord } from './organisations.ts';
import { updateOrganisation } from './update-organisation.service.ts';

const pageSize = 50;
const id = z.coerce.number().int().positive();
const params = z.object({ id });

const filterQuery = {
  kind: z.union([z.literal(''), z.enum(orgKinds)]).default(''),
  q: z.string().max(200).default(''),
};
type FilterQuery = { readonly kind: OrgKind | ''; readonly q: string };
const filterOf = ({ actor }: Ctx, { kind, q }: FilterQuery): OrganisationFilter => ({
  kind: kind || null,
  q,
  // The desk keeps out of 国, see managedOrganisation.
  except: actor.org.kind === 'ministry' ? [] : ['ministry'],
});

const loadList = async (ctx: Ctx, query: FilterQuery & { readonly after?: number }) => {
  const { tx } = ctx;
  const filter = filterOf(ctx, query);
  const rows = await loadOrganisations(tx, filter, pageSize + 1, query.after);
  const count = await countOrganisations(tx, filter);
  return {
    kind: filter.kind,
    q: filter.q,
    organisations: rows.slice(0, pageSize),
    more: rows.length > pageSize,
    count,
  };
};

const fresh = page({
  path: '/organisations/new',
  permission: 'organisation.manage',
  load: async () => null,
  view: organisationNewPage,
});

const edit = page({
  path: '/organisations/:id/edit',
  permission: 'organisation.manage',
  params,
  load: (ctx, { params }) => managedOrganisation(ctx, params.id),
  view: organisationEditPage,
});

/** The page of one organisation, where the form of its invitations comes back too. */
export const showOrganisation = page({
  path: '/organisations/:id',
  permission: 'organisation.manage',
  params,
  query: z.object({ saved: z.literal('1').optional(), invited: id.optional() }),
  load: async (ctx, { params, query }) => {
    const org = await managedOrganisation(ctx, params.id);
    const users = await loadOrganisationUsers(ctx.tx, org.id);
    return { org, users, saved: query.saved === '1', invited: users.find((user) => user.id === query.invited) ?? null };
  },
  view: organisationPage,
});

const exportRows = 5_000;

export const organisationRoutes: readonly Route[] = [
  page({
    path: '/organisations',
    permission: 'organisation.manage',
    query: z.object({ ...filterQuery, after: id.optional() }),
    load: (ctx, { query }) => loadList(ctx, query),
    view: organisationListPage,
  }),
  ...tableFormats.map((format) =>
    file({
      path: `/organisations/export.${format}`,
      permission: 'organisation.manage',
      query: z.object(filterQuery),
      load: async (ctx, { query }) => {
        const all = await loadOrganisations(ctx.tx, filterOf(ctx, query), exportRows);
        const readable = all.filter(({ kind }) => createdKinds.some((created) => created === kind));
        const columns = csvColumns.map(({ key, label }) => ({
          label,
          cell: (one: OrganisationRecord) => csvRow(one)[key],
        }));
        return tableFile(format, '組織', columns, readable);
      },
    }),
  ),
  fresh,
  action({
    path: '/organisations/new',
    permission: 'organisation.manage',
    audit: 'organisation.create',
    form: organisationForm,
    page: fresh,
    run: (ctx, { input }) => createOrganisation(ctx, input),
  }),
  showOrganisation,
  edit,
  action({
    path: '/organisations/:id/edit',
    permission: 'organisation.manage',
    audit: 'organisation.update',
    form: organisationEditForm,
    params,
    page: edit,
    run: (ctx, { input, params }) => updateOrganisation(ctx, params.id, input),
  }),
];
