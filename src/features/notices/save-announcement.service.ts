import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import type { announcementForm } from './announcement.form.ts';
import { changesBetween } from './announcement-words.ts';
import { insertAnnouncement, insertHistory, loadAnnouncement, updateAnnouncement } from './announcements.store.ts';
import { type Announcement, audienceFaults } from './announcements.ts';

type Input = InputOf<typeof announcementForm>;

const isKnownArea = (area: string): boolean =>
  area === '' || prefectureByCode(area) !== undefined || municipalityByCode(area) !== undefined;

const check = ({ actor, now }: Pick<Ctx, 'actor' | 'now'>, input: Input): void => {
  const faults = {
    ...audienceFaults(actor.org, input),
    ...(!isKnownArea(input.area) && { area: '対象地域を選択し直してください。' }),
    ...(input.shownTo &&
      input.shownTo <= input.shownFrom && { shownTo: '掲載の終了は、開始より後の日時を入力してください。' }),
    ...(input.shownTo && input.shownTo <= now && { shownTo: '掲載の終了は、いまより後の日時を入力してください。' }),
  };
  if (Object.keys(faults).length > 0) throw invalid(faults);
};

/** An お知らせ of the own organisation; that of others does not exist. */
export const ownAnnouncement = async ({ tx, actor }: Pick<Ctx, 'tx' | 'actor'>, id: number): Promise<Announcement> => {
  const found = await loadAnnouncement(tx, id);
  if (!found || found.orgId !== actor.org.id) throw notFound();
  return found;
};

/** 「保存してプレビューを見る」 of a new one: a draft, which only the own organisation sees. */
export const createAnnouncement = async (ctx: Ctx, input: Input): Promise<Outcome> => {
  check(ctx, input);
  const id = await insertAnnouncement(ctx.tx, ctx.actor.org.id, input);
  await insertHistory(ctx.tx, id, { at: ctx.now, userId: ctx.actor.userId, what: 'create', changes: [] });
  ctx.note(`announcement:${id}`);
  return done(`/announcements/${id}?done=saved`);
};

/** The same of one that is there; what is published changes at once, and is unread again. */
export const changeAnnouncement = async (ctx: Ctx, id: number, input: Input): Promise<Outcome> => {
  const former = await ownAnnouncement(ctx, id);
  if (former.state === 'withdrawn') throw conflict('取り下げたお知らせは変更できません。');
  check(ctx, input);
  const changes = changesBetween(former, input);
  if (changes.length === 0) return done(`/announcements/${id}`);
  if (!(await updateAnnouncement(ctx.tx, id, ctx.version ?? 0, input)))
    throw await staleBy(ctx.tx, `announcement:${id}`);
  await insertHistory(ctx.tx, id, { at: ctx.now, userId: ctx.actor.userId, what: 'change', changes });
  ctx.note(`announcement:${id}`, { changed: changes.map(({ label }) => label) });
  return done(`/announcements/${id}?done=${former.state === 'published' ? 'changed' : 'saved'}`);
};
