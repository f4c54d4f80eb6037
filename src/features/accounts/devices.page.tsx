import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, Notice, PostButton, Section, Tag } from '../../ui/index.ts';
import { deviceName } from './device-name.ts';
import type { ListedBrowser } from './remembered-browsers.store.ts';
import { rememberDays } from './remembered-browsers.ts';
import type { ListedSession } from './sessions.store.ts';
import { settingsCrumbs } from './settings.page.tsx';

export type DevicesPage = {
  readonly sessions: readonly ListedSession[];
  readonly browsers: readonly ListedBrowser[];
  readonly ended: boolean;
  readonly mayRemember: boolean;
};

/** 「ログイン中の端末」: sessions and remembered browsers, and the end of one or all. */
export const devicesPage = ({ sessions, browsers, ended, mayRemember }: DevicesPage): View => ({
  title: 'ログイン中の端末',
  breadcrumbs: settingsCrumbs({ label: 'ログイン中の端末' }),
  wide: true,
  body: (
    <>
      {ended && (
        <Notice kind="success" live>
          <p>取り消しました。</p>
        </Notice>
      )}
      <Sessions sessions={sessions} />
      {mayRemember && <Browsers browsers={browsers} />}
    </>
  ),
});

const Sessions = ({ sessions }: Pick<DevicesPage, 'sessions'>) => (
  <Section
    title="ログイン中の端末"
    lead="お心当たりのない端末があるときは、ログアウトさせて、パスワードを変更してください。"
    actions={
      sessions.length > 1 && (
        <PostButton action="/settings/devices/end-others">ほかのすべての端末をログアウトさせる</PostButton>
      )
    }
  >
    <DataTable
      caption="ログイン中の端末"
      captionHidden
      stack
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'device',
          label: '端末',
          cell: ({ device, own }) => (
            <>
              {deviceName(device)} {own && <Tag>この端末</Tag>}
            </>
          ),
        },
        { key: 'since', label: 'ログイン', nowrap: true, cell: ({ since }) => formatInstant(since) },
        { key: 'lastSeenAt', label: '最後の操作', nowrap: true, cell: ({ lastSeenAt }) => formatInstant(lastSeenAt) },
        { key: 'address', label: '接続元', nowrap: true, cell: ({ address }) => address || '—' },
        {
          key: 'end',
          label: '操作',
          cell: ({ id, own, device }) =>
            own ? (
              '—'
            ) : (
              <PostButton
                action={`/settings/devices/${id}/end`}
                size="small"
                label={`${deviceName(device)}をログアウトさせる`}
              >
                ログアウトさせる
              </PostButton>
            ),
        },
      ]}
    />
  </Section>
);

const Browsers = ({ browsers }: Pick<DevicesPage, 'browsers'>) => (
  <Section
    title="確認コードを省略できるブラウザ"
    lead={`確認コードを入力したブラウザでは、${rememberDays}日間、確認コードの入力を省略できます。`}
    actions={browsers.length > 1 && <PostButton action="/settings/devices/forget-browsers">すべて取り消す</PostButton>}
  >
    <DataTable
      caption="確認コードを省略できるブラウザ"
      captionHidden
      stack
      rows={browsers}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title="確認コードを省略できるブラウザはありません。" />}
      columns={[
        { key: 'device', label: 'ブラウザ', cell: ({ device }) => deviceName(device) },
        {
          key: 'lastUsedAt',
          label: '最後のログイン',
          nowrap: true,
          cell: ({ lastUsedAt }) => formatInstant(lastUsedAt),
        },
        { key: 'expiresAt', label: '期限', nowrap: true, cell: ({ expiresAt }) => formatInstant(expiresAt) },
        { key: 'address', label: '接続元', nowrap: true, cell: ({ address }) => address || '—' },
        {
          key: 'forget',
          label: '操作',
          cell: ({ id, device }) => (
            <PostButton
              action={`/settings/devices/browsers/${id}/forget`}
              size="small"
              label={`${deviceName(device)}を取り消す`}
            >
              取り消す
            </PostButton>
          ),
        },
      ]}
    />
  </Section>
);
