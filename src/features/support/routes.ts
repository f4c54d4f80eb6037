import { openPage } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { chatRoutes } from './chat.routes.ts';
import { contactPage } from './contact.page.tsx';
import { loadOfficeContact } from './contacts.store.ts';
import { deskRoutes } from './desk.routes.ts';
import { deskHelpRoutes } from './desk-help.routes.ts';
import { inquiryRoutes } from './inquiry.routes.ts';
import './support.tables.ts';

export const supportRoom: Room = {
  name: 'support',
  routes: [
    openPage({
      path: '/support/contact',
      load: async ({ tx }) => ({
        desk: await loadOfficeContact(tx, 'desk'),
        ministry: await loadOfficeContact(tx, 'ministry'),
      }),
      view: contactPage,
    }),
    ...chatRoutes,
    ...inquiryRoutes,
    ...deskRoutes,
    ...deskHelpRoutes,
  ],
};
