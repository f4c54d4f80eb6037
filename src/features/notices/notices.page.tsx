import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { LinkButton, NewsList, Pager, Section } from '../../ui/index.ts';
import type { Notice } from './notices.ts';

const item = (notice: Notice) => ({
  href: `/notices/${notice.id}`,
  title: notice.title,
  date: formatInstant(notice.at),
  unread: !notice.read,
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
        {more && last && <Pager nextHref={`/notices?before=${last.id}`} />}
      </>
    ),
  };
};

export const noticePage = (notice: Notice): View => ({
  title: notice.title,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お知らせ', href: '/notices' }, { label: notice.title }],
  body: (
    <>
      <p>{formatInstant(notice.at)}</p>
      {notice.body.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      {notice.link && (
        <p>
          <LinkButton href={notice.link} variant="primary">
            詳細を見る
          </LinkButton>
        </p>
      )}
    </>
  ),
});
