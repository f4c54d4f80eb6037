import { page } from '../../platform/http/index.ts';
import { listQuery } from './list-query.ts';
import { loadList } from './load-list.service.ts';
import { officesPage } from './offices.page.tsx';

/** The offices' view. */
export const officeRoutes = [
  page({
    path: '/distributions/offices',
    permission: 'distribution.view',
    query: listQuery,
    load: (ctx, { query }) => loadList(ctx, 'distribution.view', query),
    view: officesPage,
  }),
];
