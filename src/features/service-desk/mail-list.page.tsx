import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import {
  DataTable,
  EmptyState,
  Figures,
  FilterBar,
  FilterField,
  Notice,
  Pager,
  PostButton,
  Quantity,
  StateLabel,
  type Tone,
} from '../../ui/index.ts';
import { type DeskMail, type MailFilter, mailFilters, mailStateNames } from './desk-mails.ts';

export type MailListPage = {
  readonly mails: readonly DeskMail[];
  readonly more: boolean;
  readonly q: string;
  readonly filter: MailFilter;
  readonly counts: { readonly waiting: number; readonly failed: number; readonly suspended: number };
  readonly done: 'resent' | 'held' | null;
};

const tones: Readonly<Record<DeskMail['state'], Tone>> = {
  waiting: 'info',
  failed: 'error',
  suspended: 'warning',
  sent: 'success',
};
const doneWords = { resent: '再送を受け付けました。', held: '保留しました。「再送する」を押すまで送信しません。' };
const filterNames: Readonly<Record<MailFilter, string>> = { open: '届いていないもの', ...mailStateNames };

/** 「メールの配信状況」: what waits or came back, and another try (S37). */
export const mailListPage = ({ mails, more, q, filter, counts, done }: MailListPage): View => {
  const next = new URLSearchParams({ ...(q && { q }), filter, before: String(mails.at(-1)?.id ?? '') });
  return {
    title: 'メールの配信状況',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'メールの配信状況' }],
    wide: true,
    body: (
      <>
        {done && (
          <Notice kind="success" live>
            <p>{doneWords[done]}</p>
          </Notice>
        )}
        <Figures
          items={[
            { label: '届きませんでした', value: <Quantity value={counts.failed} unit="通" large /> },
            { label: '送信待ち', value: <Quantity value={counts.waiting} unit="通" large />, note: '自動で送信します' },
            { label: '保留中', value: <Quantity value={counts.suspended} unit="通" large /> },
          ]}
        />
        <FilterBar action="/desk/mails" resetHref="/desk/mails">
          <FilterField label="宛先" name="q" value={q} />
          <FilterField
            label="状態"
            name="filter"
            value={filter}
            options={mailFilters.map((value) => ({ value, label: filterNames[value] }))}
          />
        </FilterBar>
        <DataTable
          caption="メールの一覧"
          captionHidden
          stack
          rows={mails}
          rowKey={({ id }) => String(id)}
          empty={<EmptyState title="当てはまるメールはありません。" />}
          columns={columns}
        />
        {more && <Pager nextHref={`/desk/mails?${next}`} />}
      </>
    ),
  };
};

const columns = [
  {
    key: 'to',
    label: '宛先',
    cell: ({ to, userId }: DeskMail) => (userId === null ? to : <a href={`/desk/users/${userId}`}>{to}</a>),
  },
  { key: 'orgName', label: '医療機関・組織', cell: ({ orgName }: DeskMail) => orgName ?? '—' },
  { key: 'subject', label: '件名' },
  {
    key: 'state',
    label: '状態',
    cell: ({ state, error, tries }: DeskMail) => (
      <>
        <StateLabel tone={tones[state]}>{mailStateNames[state]}</StateLabel>
        {error && state !== 'sent' && (
          <p class="hint">
            {error}（{tries}回試行）
          </p>
        )}
      </>
    ),
  },
  {
    key: 'createdAt',
    label: '作成日時',
    nowrap: true,
    cell: ({ createdAt }: DeskMail) => formatInstant(createdAt),
  },
  { key: 'actions', label: '操作', nowrap: true, cell: (mail: DeskMail) => <MailAction mail={mail} /> },
];

const MailAction = ({ mail: { id, state, to, erased } }: { readonly mail: DeskMail }) => {
  if (state === 'sent') return <>—</>;
  if (erased) return <>コードを含むため再送できません</>;
  return state === 'waiting' ? (
    <PostButton action={`/desk/mails/${id}/suspend`} size="small" label={`${to} 宛てのメールを保留する`}>
      保留する
    </PostButton>
  ) : (
    <PostButton action={`/desk/mails/${id}/resend`} size="small" label={`${to} 宛てのメールを再送する`}>
      再送する
    </PostButton>
  );
};
