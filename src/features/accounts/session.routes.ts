import { action, done, openAction, openJson, page, type Route } from '../../platform/http/index.ts';
import { keptFormsPage } from './kept-forms.page.tsx';
import { deleteKeptForms, offerKeptForms } from './kept-forms.store.ts';
import { numbered } from './route-queries.ts';
import { loadSessionTimes } from './sessions.store.ts';
import { secondsLeft } from './sessions.ts';
import { discardKeptForm, keepSessionForm } from './settings.form.ts';

const permission = 'account.own';

const keptForms = page({
  path: '/kept-forms',
  permission,
  load: async ({ tx, actor, now }) => ({ forms: await offerKeptForms(tx, actor.userId, now) }),
  view: keptFormsPage,
});

/** The session's end and what it cut off (MH-5). */
export const sessionRoutes: readonly Route[] = [
  keptForms,
  action({
    path: '/kept-forms/:id/discard',
    permission,
    audit: 'kept-form.discard',
    params: numbered,
    form: discardKeptForm,
    page: keptForms,
    run: async (ctx, { params }) => {
      ctx.note(`user:${ctx.actor.userId}`);
      await deleteKeptForms(ctx.tx, ctx.actor.userId, params.id);
      return done('/kept-forms');
    },
  }),
  openJson({
    path: '/session/left',
    quiet: true,
    load: async ({ tx, now }, { wire }) => {
      const times = await loadSessionTimes(tx, wire.cookies.sid, now);
      return times ? secondsLeft(times, now) : { left: 0, longest: 0 };
    },
  }),
  openAction({
    path: '/session/keep',
    whileReadOnly: true,
    audit: 'session.keep',
    form: keepSessionForm,
    page: keptForms,
    run: async (ctx) => {
      if (ctx.actor) ctx.note(`user:${ctx.actor.userId}`);
      return done('/session/left');
    },
  }),
];
