import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, DataTable, DescriptionList, Form, LinkButton, Notice, Quantity, Section } from '../../ui/index.ts';
import { publishForm, withdrawForm } from './announcement.form.ts';
import { AnnouncementStage } from './announcement-list.page.tsx';
import { AnnouncementBody } from './announcement-text.page.tsx';
import { areaName, importanceName, shownPeriod } from './announcement-words.ts';
import type { HistoryLine } from './announcements.store.ts';
import { type Announcement, roleNames } from './announcements.ts';

export const announcementDone = {
  saved: '下書きを保存しました。プレビューを確認して、「公開する」を押してください。',
  changed: '公開中のお知らせを変更しました。対象者には未読として表示されます。',
  published: '公開しました。',
  withdrawn: '取り下げました。',
} as const;

export type AnnouncementPage = {
  readonly it: Announcement;
  readonly history: readonly HistoryLine[];
  /** Organisations in its audience, and users who have read it. */
  readonly organisations: number;
  readonly readers: number;
  readonly done: keyof typeof announcementDone | null;
};

const whatNames: Readonly<Record<HistoryLine['what'], string>> = {
  create: '作成',
  change: '変更',
  publish: '公開',
  withdraw: '取下げ',
};

/** One お知らせ for its writers: preview, audience, history, and what can be done. */
export const announcementPage = (data: AnnouncementPage, screen: Screen): View => {
  const { it, done } = data;
  return {
    title: `お知らせ ${it.title}`,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'お知らせの作成', href: '/announcements' },
      { label: it.title },
    ],
    actions: it.state !== 'withdrawn' && (
      <LinkButton href={`/announcements/${it.id}/edit`} icon="pencil">
        編集
      </LinkButton>
    ),
    body: (
      <>
        {done && <Notice kind="success" title={announcementDone[done]} live />}
        <Section title="プレビュー" lead="対象者にはこのように表示されます。" card>
          <h3>{it.title}</h3>
          <AnnouncementBody announcement={it} />
        </Section>
        <Facts data={data} screen={screen} />
        <Moves it={it} screen={screen} />
        <History history={data.history} />
      </>
    ),
  };
};

const Facts = ({ data, screen }: { readonly data: AnnouncementPage; readonly screen: Screen }) => {
  const { it, organisations, readers } = data;
  return (
    <Section title="公開の範囲">
      <DescriptionList
        items={[
          { label: '状態', value: <AnnouncementStage it={it} now={screen.now} /> },
          { label: '重要度', value: importanceName(it.importance) },
          { label: '対象者', value: roleNames(it.roles) },
          { label: '対象地域', value: areaName(it.area) },
          { label: '対象の組織', value: <Quantity value={organisations} unit="組織" /> },
          { label: '掲載期間', value: shownPeriod(it) },
          { label: '公開した日時', value: it.publishedAt && formatInstant(it.publishedAt) },
          ...(it.importance === 'important' && it.state !== 'draft'
            ? [{ label: 'メールで送信', value: it.mailedAt ? formatInstant(it.mailedAt) : 'まだ送信していません' }]
            : []),
          ...(it.state === 'draft' ? [] : [{ label: '読んだ人', value: <Quantity value={readers} unit="人" /> }]),
        ]}
      />
    </Section>
  );
};

const Moves = ({ it, screen }: { readonly it: Announcement; readonly screen: Screen }) => {
  if (it.state === 'withdrawn') return null;
  const [def, path] =
    it.state === 'draft' ? ([publishForm, 'publish'] as const) : ([withdrawForm, 'withdraw'] as const);
  return (
    <Form
      def={def}
      state={screen.form(def, {}, it.version)}
      action={`/announcements/${it.id}/${path}`}
      guard={false}
      secondary={
        it.state === 'draft' ? (
          <Button variant="primary">公開する</Button>
        ) : (
          <Button variant="danger">取り下げる</Button>
        )
      }
    >
      {null}
    </Form>
  );
};

const History = ({ history }: { readonly history: readonly HistoryLine[] }) => (
  <Section title="履歴">
    <DataTable
      caption="履歴"
      captionHidden
      stack
      rows={history}
      columns={[
        { key: 'at', label: '日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
        { key: 'what', label: '操作', nowrap: true, cell: ({ what }) => whatNames[what] },
        { key: 'who', label: '担当者', nowrap: true },
        {
          key: 'changes',
          label: '変更の内容',
          cell: ({ changes }) =>
            changes.length === 0
              ? '—'
              : changes.map(({ label, from, to }) => (
                  <div key={label}>
                    {label}：{from} → {to}
                  </div>
                )),
        },
      ]}
    />
  </Section>
);
