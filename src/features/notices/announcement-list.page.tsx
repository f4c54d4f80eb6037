import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, LinkButton, Pager, StateLabel, type Tone } from '../../ui/index.ts';
import { areaName, importanceName, shownPeriod } from './announcement-words.ts';
import { type Announcement, isShownNow, roleNames } from './announcements.ts';

/** 「下書き」, 「掲載前」, 「掲載中」, 「掲載終了」, 「取下げ済み」. */
const stage = (it: Announcement, now: Date): readonly [Tone, string] => {
  if (it.state === 'draft') return ['neutral', '下書き'];
  if (it.state === 'withdrawn') return ['neutral', '取下げ済み'];
  if (isShownNow(it, now)) return ['success', '掲載中'];
  return now < it.shownFrom ? ['info', '掲載前'] : ['neutral', '掲載終了'];
};

export const AnnouncementStage = ({ it, now }: { readonly it: Announcement; readonly now: Date }) => {
  const [tone, word] = stage(it, now);
  return <StateLabel tone={tone}>{word}</StateLabel>;
};

/** 「お知らせの作成」: what the own organisation wrote. */
export const announcementListPage = (
  { announcements, more }: { readonly announcements: readonly Announcement[]; readonly more: boolean },
  screen: Screen,
): View => ({
  title: 'お知らせの作成',
  wide: true,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お知らせの作成' }],
  actions: (
    <LinkButton href="/announcements/new" variant="primary" icon="plus">
      新しいお知らせ
    </LinkButton>
  ),
  body: (
    <>
      <p class="lead">
        「{screen.actor?.org.name}」が作成したお知らせです。公開すると、対象者の「ホーム」に表示されます。
      </p>
      <DataTable
        caption="作成したお知らせ"
        captionHidden
        stack
        rows={announcements}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => `/announcements/${id}`}
        empty={
          <EmptyState title="作成したお知らせはまだありません。">
            <p>「新しいお知らせ」から作成してください。</p>
          </EmptyState>
        }
        columns={[
          { key: 'title', label: '件名' },
          { key: 'state', label: '状態', nowrap: true, cell: (it) => <AnnouncementStage it={it} now={screen.now} /> },
          { key: 'importance', label: '重要度', nowrap: true, cell: (it) => importanceName(it.importance) },
          { key: 'roles', label: '対象者', cell: (it) => roleNames(it.roles) },
          { key: 'area', label: '対象地域', cell: (it) => areaName(it.area) },
          { key: 'period', label: '掲載期間', cell: shownPeriod },
        ]}
      />
      {more && <Pager nextHref={`/announcements?before=${announcements.at(-1)?.id}`} />}
    </>
  ),
});
