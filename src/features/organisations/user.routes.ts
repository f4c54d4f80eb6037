import { z } from 'zod';
import { action, page, type Route } from '../../platform/http/index.ts';
import { disableUser } from './disable-user.service.ts';
import { enableUser } from './enable-user.service.ts';
import { inviteOrganisationUser } from './invite-organisation-user.service.ts';
import { managedUser } from './managed-user.service.ts';
import { inviteForm, userDisableForm, userEnableForm, userReinviteForm } from './organisation.form.ts';
import { showOrganisation } from './organisation.routes.ts';
import { reinviteUser } from './reinvite-user.service.ts';
import { userPage } from './user.page.tsx';

const id = z.coerce.number().int().positive();
const params = z.object({ id, userId: id });

const user = page({
  path: '/organisations/:id/users/:userId',
  permission: 'user.manage',
  params,
  query: z.object({ saved: z.enum(['disabled', 'enabled', 'invited']).optional() }),
  load: async (ctx, { params, query }) => ({ ...(await managedUser(ctx, params)), saved: query.saved }),
  view: userPage,
});

export const userRoutes: readonly Route[] = [
  action({
    path: '/organisations/:id/users',
    permission: 'user.manage',
    audit: 'user.invite',
    form: inviteForm,
    params: z.object({ id }),
    page: showOrganisation,
    run: (ctx, { input, params }) => inviteOrganisationUser(ctx, params.id, input),
  }),
  user,
  action({
    path: '/organisations/:id/users/:userId/disable',
    permission: 'user.manage',
    audit: 'user.disable',
    form: userDisableForm,
    params,
    page: user,
    run: (ctx, { params }) => disableUser(ctx, params),
  }),
  action({
    path: '/organisations/:id/users/:userId/enable',
    permission: 'user.manage',
    audit: 'user.enable',
    form: userEnableForm,
    params,
    page: user,
    run: (ctx, { params }) => enableUser(ctx, params),
  }),
  action({
    path: '/organisations/:id/users/:userId/reinvite',
    permission: 'user.manage',
    audit: 'user.reinvite',
    form: userReinviteForm,
    params,
    page: user,
    run: (ctx, { params }) => reinviteUser(ctx, params),
  }),
];
