import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { scopesOf } from '../../policy.ts';
import {
  Button,
  DataTable,
  DescriptionList,
  EmptyState,
  FieldRow,
  Form,
  Notice,
  Section,
  StateLabel,
} from '../../ui/index.ts';
import { settingsCrumbs } from '../accounts/index.ts';
import { apiKeyForm, revokeForm } from './api-key.form.ts';
import { type ApiKey, keyStateWords, scopeLabel, scopeWords, stateOf } from './api-keys.ts';

const title = 'APIキー';
const list = '/settings/api-keys';

const State = ({ of, now }: { readonly of: ApiKey; readonly now: Date }) => {
  const state = stateOf(of, now);
  return <StateLabel tone={state === 'active' ? 'success' : 'neutral'}>{keyStateWords[state]}</StateLabel>;
};

const used = ({ lastUsedAt }: ApiKey): string => (lastUsedAt ? formatInstant(lastUsedAt) : 'まだ使われていません');

/** 「APIキー」: the keys of the own organisation, and a form for a new one. */
export const apiKeysPage = (keys: readonly ApiKey[], screen: Screen): View => {
  const state = screen.form(apiKeyForm, { lifetime: '90' });
  const allowed = screen.actor ? scopesOf(screen.actor) : [];
  return {
    title,
    breadcrumbs: settingsCrumbs({ label: title }),
    body: (
      <>
        <p class="lead">
          {screen.actor?.org.name}
          のシステムが、画面を使わずにこのシステムとデータをやり取りするためのキーです。使い方は
          <a href="/api/v1/openapi.json">APIの説明（OpenAPI）</a>にあります。
        </p>
        <Section title="発行したキー">
          <DataTable
            caption="発行したキー"
            captionHidden
            stack
            rows={keys}
            rowKey={({ id }) => String(id)}
            rowHref={({ id }) => `${list}/${id}`}
            columns={[
              { key: 'name', label: '名前' },
              { key: 'hint', label: 'キーの末尾', nowrap: true, cell: ({ hint }) => `…${hint}` },
              { key: 'scopes', label: 'できること', cell: ({ scopes }) => scopes.map(scopeLabel).join('、') },
              { key: 'expires', label: '有効期限', nowrap: true, cell: ({ expiresAt }) => formatInstant(expiresAt) },
              { key: 'used', label: '最後に使われた日時', cell: used },
              { key: 'state', label: '状態', nowrap: true, cell: (key) => <State of={key} now={screen.now} /> },
            ]}
            empty={
              <EmptyState title="発行したキーはありません。">
                <p>お使いのシステムとつなぐときに、下の「新しいキーの発行」で発行してください。</p>
              </EmptyState>
            }
          />
        </Section>
        <Section title="新しいキーの発行" lead="発行すると、同じ組織の利用者全員にお知らせします。">
          <Form def={apiKeyForm} state={state} action={list} submit="発行する">
            <FieldRow def={apiKeyForm} state={state} name="name" />
            <FieldRow
              def={apiKeyForm}
              state={state}
              name="scopes"
              options={allowed.map((value) => ({ value, ...scopeWords[value] }))}
            />
            <FieldRow def={apiKeyForm} state={state} name="lifetime" />
          </Form>
        </Section>
      </>
    ),
  };
};

export type KeyPageData = { readonly key: ApiKey; readonly saved: 'revoked' | undefined };

/** 「APIキー [名前]」. */
export const apiKeyPage = ({ key, saved }: KeyPageData, screen: Screen): View => {
  const state = stateOf(key, screen.now);
  return {
    title: `${title} ${key.name}`,
    breadcrumbs: settingsCrumbs({ label: title, href: list }, { label: key.name }),
    body: (
      <>
        {saved && <Notice kind="success" title="キーを取り消しました。" live />}
        <DescriptionList
          items={[
            { label: '状態', value: <State of={key} now={screen.now} /> },
            { label: 'キーの末尾', value: `…${key.hint}` },
            { label: 'できること', value: key.scopes.map(scopeLabel).join('、') },
            { label: '発行', value: `${formatInstant(key.createdAt)}　${key.createdBy}` },
            { label: '有効期限', value: formatInstant(key.expiresAt) },
            { label: '最後に使われた日時', value: used(key) },
            {
              label: '取消',
              value: key.revokedAt && `${formatInstant(key.revokedAt)}　${key.revokedBy ?? ''}`,
            },
          ]}
        />
        {key.revokedAt === null && (
          <Section
            title="キーの取消"
            lead={
              state === 'active'
                ? '不要になったとき、人に知られたおそれがあるときに取り消します。'
                : 'このキーはもう使えません。'
            }
          >
            <Form def={revokeForm} state={screen.form(revokeForm)} action={`${list}/${key.id}/revoke`} guard={false}>
              <Button variant="danger">このキーを取り消す</Button>
            </Form>
          </Section>
        )}
      </>
    ),
  };
};
