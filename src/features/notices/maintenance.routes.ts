import { z } from 'zod';
import { action, page, type Route } from '../../platform/http/index.ts';
import { announceMaintenance, withdrawMaintenance } from './announce-maintenance.service.ts';
import { maintenanceForm, readOnlyForm, withdrawMaintenanceForm, writableForm } from './maintenance.form.ts';
import { maintenanceDone, maintenancePage } from './maintenance.page.tsx';
import { loadStanding, loadSwitches } from './standing.store.ts';
import { beginReadOnly, endReadOnly } from './switch-read-only.service.ts';

const permission = 'service.switch';
const switchesShown = 20;
const dones = Object.keys(maintenanceDone) as (keyof typeof maintenanceDone)[];

const maintenance = page({
  path: '/maintenance',
  permission,
  query: z.object({ done: z.enum(dones).nullable().catch(null) }),
  load: async ({ tx, now }, { query }) => ({
    ...(await loadStanding(tx, now)),
    switches: await loadSwitches(tx, switchesShown),
    done: query.done,
  }),
  view: maintenancePage,
});

/** S36: what goes on while the house is read-only is the switch itself, and the words about it. */
export const maintenanceRoutes: readonly Route[] = [
  maintenance,
  action({
    path: '/maintenance/begin',
    permission,
    audit: 'service.read-only',
    form: readOnlyForm,
    page: maintenance,
    whileReadOnly: true,
    run: (ctx, { input }) => beginReadOnly(ctx, input),
  }),
  action({
    path: '/maintenance/end',
    permission,
    audit: 'service.writable',
    form: writableForm,
    page: maintenance,
    whileReadOnly: true,
    run: (ctx) => endReadOnly(ctx),
  }),
  action({
    path: '/maintenance/notices',
    permission,
    audit: 'service.announce',
    form: maintenanceForm,
    page: maintenance,
    whileReadOnly: true,
    run: (ctx, { input }) => announceMaintenance(ctx, input),
  }),
  action({
    path: '/maintenance/notices/:id/withdraw',
    permission,
    params: z.object({ id: z.coerce.number().int().positive() }),
    audit: 'service.withdraw-notice',
    form: withdrawMaintenanceForm,
    page: maintenance,
    whileReadOnly: true,
    run: (ctx, { params }) => withdrawMaintenance(ctx, params.id),
  }),
];
