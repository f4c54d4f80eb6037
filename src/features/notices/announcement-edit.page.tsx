import { formatInstant } from '../../kernel/calendar.ts';
import type { Option, RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { municipalitiesOf, prefectures } from '../areas/index.ts';
import { announcementForm } from './announcement.form.ts';
import { areaName } from './announcement-words.ts';
import { type Announcement, areaOf, audienceRoles, rolesOf } from './announcements.ts';

const option = (area: string, label = areaName(area)): Option => ({ value: area, label });

/** The areas that the writer's organisation may address, the widest first. */
const areaOptions = (widest: string): Option[] => {
  if (widest === '') return [option(''), ...prefectures().map(({ code }) => option(code))];
  if (widest.length === 6) return [option(widest)];
  return [option(widest, `${areaName(widest)}全域`), ...municipalitiesOf(widest).map(({ code }) => option(code))];
};

const valuesOf = (it: Announcement | null, screen: Screen, widest: string): RawInput =>
  it
    ? {
        title: it.title,
        body: it.body,
        importance: it.importance,
        roles: it.roles,
        area: it.area,
        shownFrom: formatInstant(it.shownFrom),
        shownTo: it.shownTo ? formatInstant(it.shownTo) : '',
      }
    : { importance: 'normal', area: widest, shownFrom: formatInstant(screen.now) };

/** 「お知らせの編集」, of a new one and of one that is there. */
export const announcementEditPage = (it: Announcement | null, screen: Screen): View => {
  const org = screen.actor?.org;
  const widest = (org && areaOf(org)) ?? '';
  const state = screen.form(announcementForm, valuesOf(it, screen, widest), it?.version);
  const allowed = org ? rolesOf(org) : [];
  const row = { def: announcementForm, state };
  return {
    title: it ? `お知らせの編集 ${it.title}` : 'お知らせの編集 新しいお知らせ',
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'お知らせの作成', href: '/announcements' },
      it ? { label: it.title, href: `/announcements/${it.id}` } : { label: '新しいお知らせ' },
      ...(it ? [{ label: '編集' }] : []),
    ],
    body: (
      <>
        {it?.state === 'published' && (
          <Notice kind="warning" title="公開中のお知らせです。保存すると、すぐに表示が変わります。" />
        )}
        <Form
          def={announcementForm}
          state={state}
          action={it ? `/announcements/${it.id}/edit` : '/announcements/new'}
          submit="保存してプレビューを見る"
          secondary={<LinkButton href={it ? `/announcements/${it.id}` : '/announcements'}>キャンセル</LinkButton>}
          sticky
        >
          <Section title="内容">
            <FieldRow {...row} name="title" />
            <FieldRow {...row} name="body" />
            <FieldRow {...row} name="importance" />
          </Section>
          <Section title="対象">
            <FieldRow {...row} name="roles" options={audienceRoles.filter(({ value }) => allowed.includes(value))} />
            <FieldRow {...row} name="area" options={areaOptions(widest)} />
          </Section>
          <Section title="掲載期間">
            <FieldRow {...row} name="shownFrom" />
            <FieldRow {...row} name="shownTo" />
          </Section>
        </Form>
      </>
    ),
  };
};
