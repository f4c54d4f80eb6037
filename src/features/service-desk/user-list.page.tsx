import type { View } from '../../platform/http/index.ts';
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  LinkButton,
  Pager,
  StateLabel,
  type Tone,
} from '../../ui/index.ts';
import { type DeskUser, fullName, stateOf, type UserState, userStateNames, userStates } from './desk-users.ts';

export type UserListPage = {
  readonly users: readonly DeskUser[];
  readonly more: boolean;
  readonly q: string;
  readonly state: UserState | null;
  readonly now: Date;
};

const tones: Readonly<Record<UserState, Tone>> = {
  active: 'success',
  invited: 'info',
  locked: 'warning',
  removed: 'neutral',
};

export const UserStateLabel = ({ state }: { readonly state: UserState }) => (
  <StateLabel tone={tones[state]}>{userStateNames[state]}</StateLabel>
);

/** 「ユーザの管理」: finds a user for a call or a request. */
export const userListPage = ({ users, more, q, state, now }: UserListPage): View => {
  const last = users.at(-1);
  const next = new URLSearchParams({ ...(q && { q }), ...(state && { state }), before: String(last?.id ?? '') });
  return {
    title: 'ユーザの管理',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ユーザの管理' }],
    wide: true,
    actions: (
      <LinkButton href="/desk/users/new" variant="primary" icon="plus">
        ユーザを追加する
      </LinkButton>
    ),
    body: (
      <>
        <FilterBar action="/desk/users" resetHref="/desk/users" submit="検索">
          <FilterField label="ユーザ名・氏名・メール・組織名・医療機関コード" name="q" value={q} size={32} />
          <FilterField
            label="状態"
            name="state"
            value={state ?? ''}
            options={[
              { value: '', label: 'すべて' },
              ...userStates.map((value) => ({ value, label: userStateNames[value] })),
            ]}
          />
        </FilterBar>
        <DataTable
          caption="ユーザの一覧"
          captionHidden
          stack
          rows={users}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/desk/users/${id}`}
          empty={
            <EmptyState title="条件に合うユーザはいません。">
              <p>ユーザ名の一部、氏名、医療機関コード（10桁）でも検索できます。</p>
            </EmptyState>
          }
          columns={[
            { key: 'userName', label: 'ユーザ名', nowrap: true },
            { key: 'name', label: '氏名', nowrap: true, cell: fullName },
            { key: 'orgName', label: '医療機関・組織' },
            { key: 'orgCode', label: '医療機関コード', nowrap: true, cell: ({ orgCode }) => orgCode ?? '—' },
            {
              key: 'email',
              label: 'メールアドレス',
              cell: ({ email, undeliverable }) => (
                <>
                  {email} {undeliverable && <StateLabel tone="error">届いていません</StateLabel>}
                </>
              ),
            },
            {
              key: 'state',
              label: '状態',
              nowrap: true,
              cell: (user) => <UserStateLabel state={stateOf(user, now)} />,
            },
          ]}
        />
        {more && <Pager nextHref={`/desk/users?${next}`} />}
      </>
    ),
  };
};
