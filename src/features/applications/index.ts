/** Chapter 2.1 step 10: 申請, 承認, 差戻し. */
import type { Actor } from '../../kernel/policy.ts';
import type { FieldChange } from './applications.ts';

declare module '../../kernel/event.ts' {
  interface Events {
    /** The municipality approved: the room of the subject applies the values in the same transaction. */
    'application.approved': {
      readonly applicationId: number;
      readonly subject: string;
      readonly orgId: number;
      readonly changes: readonly FieldChange[];
      /** Who approved. */
      readonly actor: Actor;
    };
  }
}

export { loadApplicationsOf, loadOpenApplication, loadOpenChanges } from './applications.store.ts';
export { type Application, changeLines, type FieldChange, labelsOf } from './applications.ts';
export { ApplicationsOf } from './applications-of.page.tsx';
export { applicationsWaiting } from './applications-waiting.service.ts';
export { Breakable } from './breakable.page.tsx';
export { type Proposed, proposeChanges, rebaseApplication } from './propose-changes.service.ts';
export { applicationsRoom } from './routes.ts';
