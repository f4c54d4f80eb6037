import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { ButtonRow, LinkButton, NewsList, Pager, Section } from '../../ui/index.ts';
import { AnnouncementBody } from './announcement-text.page.tsx';
import type { Announcement } from './announcements.ts';
import { type Notice, noticeHref, placeText, type ToldNotice } from './notices.ts';

const item = (notice: Notice) => ({
  href: noticeHref(notice),
  title: notice.title,
  date: formatInstant(notice.at),
  unread: !notice.read,
  important: notice.important,
  ...(notice.from && { from: notice.from }),
});

/** 「お知らせ」 on 「ホーム」 (M1.5-1 ④): the newest, unread ones marked. */
export const NewsPanel = ({ notices }: { readonly notices: readonly Notice[] }) => (
  <Section title="お知らせ" actions={<a href="/notices">すべて見る</a>}>
    <NewsList items={notices.map(item)} />
  </Section>
);

export const noticesPage = ({
  notices,
  more,
}: {
  readonly notices: readonly Notice[];
  readonly more: boolean;
}): View => {
  const last = notices.at(-1);
  return {
    title: 'お知らせ',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お知らせ' }],
    body: (
      <>
        <NewsList items={notices.map(item)} />
        {more && last && <Pager nextHref={`/notices?before=${placeText(last)}`} />}
      </>
    ),
  };
};

export const noticePage = (notice: ToldNotice): View => ({
  title: notice.title,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お知らせ', href: '/notices' }, { label: notice.title }],
  body: (
    <>
      <p>{formatInstant(notice.at)}</p>
      {notice.body.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      {notice.link && (
        <ButtonRow>
          <LinkButton href={notice.link} variant="primary">
            詳細を見る
          </LinkButton>
        </ButtonRow>
      )}
    </>
  ),
});

/** What an office or the desk wrote, as its audience reads it. */
export const writtenNoticePage = (announcement: Announcement): View => ({
  title: announcement.title,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お知らせ', href: '/notices' }, { label: announcement.title }],
  body: <AnnouncementBody announcement={announcement} />,
});
