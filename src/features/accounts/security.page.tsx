import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Button,
  DataTable,
  FieldRow,
  Form,
  IslandData,
  LinkButton,
  Notice,
  PostButton,
  Section,
  StateLabel,
} from '../../ui/index.ts';
import { onlyFieldErrors } from './form-words.ts';
import type { ListedPasskey } from './passkeys.store.ts';
import type { SecondFactors } from './second-factors.store.ts';
import { addPasskeyForm, confirmAppForm, setUpAppForm } from './settings.form.ts';
import { settingsCrumbs } from './settings.page.tsx';

export type SecurityPage = {
  readonly factors: SecondFactors;
  readonly passkeys: readonly ListedPasskey[];
  /** What the browser needs to make a passkey. */
  readonly creation: unknown;
  readonly done: 'app' | 'passkey' | 'removed' | null;
};

const doneWords = {
  app: '認証アプリを設定しました。次回のログインから、メールの確認コードの代わりに使えます。',
  passkey: 'パスキーを追加しました。次回から「パスキーでログイン」で、パスワードなしでログインできます。',
  removed: '解除しました。',
} as const;

/** 「パスキーと認証アプリ」: what may stand in for mailed codes. */
export const securityPage = (page: SecurityPage, screen: Screen): View => ({
  title: 'パスキーと認証アプリ',
  breadcrumbs: settingsCrumbs({ label: 'パスキーと認証アプリ' }),
  islands: ['passkey'],
  body: (
    <>
      {page.done && (
        <Notice kind="success" live>
          <p>{doneWords[page.done]}</p>
        </Notice>
      )}
      <p>
        設定すると、ログインするときにメールの確認コードを待つ必要がなくなります。設定しなくても、これまでどおりメールの確認コードでログインできます。
      </p>
      <Passkeys page={page} screen={screen} />
      <App factors={page.factors} screen={screen} />
    </>
  ),
});

type Part = { readonly page: SecurityPage; readonly screen: Screen };

const Passkeys = ({ page: { passkeys, creation }, screen }: Part) => {
  const state = onlyFieldErrors(screen.form(addPasskeyForm));
  return (
    <Section
      title="パスキー"
      lead="指紋、顔、端末の暗証番号、またはセキュリティキーでログインします。偽のサイトでは使えないため、最も安全です。"
    >
      {passkeys.length > 0 && (
        <DataTable
          caption="登録したパスキー"
          captionHidden
          stack
          rows={passkeys}
          rowKey={({ id }) => String(id)}
          columns={[
            { key: 'name', label: '名前' },
            { key: 'createdAt', label: '登録', nowrap: true, cell: ({ createdAt }) => formatInstant(createdAt) },
            {
              key: 'lastUsedAt',
              label: '最後のログイン',
              nowrap: true,
              cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : '—'),
            },
            {
              key: 'remove',
              label: '操作',
              cell: ({ id, name }) => (
                <PostButton
                  action={`/settings/security/passkeys/${id}/remove`}
                  size="small"
                  label={`「${name}」を削除する`}
                >
                  削除する
                </PostButton>
              ),
            },
          ]}
        />
      )}
      <div data-passkey="register" hidden={Object.keys(state.errors).length === 0 && !state.summary}>
        <IslandData id="passkey-creation" value={creation} />
        <Form def={addPasskeyForm} state={state} action="/settings/security/passkeys" guard={false}>
          <FieldRow def={addPasskeyForm} state={state} name="name" />
          <FieldRow def={addPasskeyForm} state={state} name="passkeyCurrent" />
          <FieldRow def={addPasskeyForm} state={state} name="answer" />
          <Button icon="plus">パスキーを追加する</Button>
          <p role="status" data-passkey-status />
        </Form>
      </div>
      <p data-passkey-missing>
        パスキーを追加するには、対応するブラウザで、JavaScriptを有効にしてこのページを開いてください。
      </p>
    </Section>
  );
};

const App = ({ factors, screen }: { readonly factors: SecondFactors; readonly screen: Screen }) => {
  const state = onlyFieldErrors(screen.form(setUpAppForm));
  return (
    <Section
      title="認証アプリ"
      lead="スマートフォンの認証アプリに表示される6桁の数字を、メールの確認コードの代わりに入力します。"
    >
      {factors.totp ? (
        <>
          <p>
            <StateLabel tone="success">設定済み</StateLabel>
          </p>
          <p>残っている回復コード：{factors.recoveryCodes}個</p>
          {factors.recoveryCodes < 3 && (
            <Notice kind="warning">
              <p>回復コードが少なくなっています。設定を解除してから設定し直すと、新しい回復コードを控えられます。</p>
            </Notice>
          )}
          <PostButton action="/settings/security/app/remove">認証アプリの設定を解除する</PostButton>
        </>
      ) : (
        <Form
          def={setUpAppForm}
          state={state}
          action="/settings/security/app/begin"
          submit="認証アプリを設定する"
          guard={false}
        >
          <FieldRow def={setUpAppForm} state={state} name="current" />
        </Form>
      )}
    </Section>
  );
};

export type AppPage = {
  readonly qr: string;
  readonly secret: string;
  readonly codes: readonly string[];
};

/** 「認証アプリの設定」: QR code, recovery codes, the first code. */
export const appPage = ({ qr, secret, codes }: AppPage, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(confirmAppForm));
  return {
    title: '認証アプリの設定',
    breadcrumbs: settingsCrumbs(
      { label: 'パスキーと認証アプリ', href: '/settings/security' },
      { label: '認証アプリの設定' },
    ),
    body: (
      <>
        <Section title="1. 認証アプリで読み取る">
          <p>認証アプリ（Google Authenticator、Microsoft Authenticator など）で、次のQRコードを読み取ってください。</p>
          <p>
            <img src={qr} width={240} height={240} alt="認証アプリで読み取るQRコード" />
          </p>
          <p>
            読み取れないときは、次のキーを入力してください：<code>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </Section>
        <Section title="2. 回復コードを控える">
          <p>
            スマートフォンをなくしたときに、確認コードの代わりに使えます。1個につき1回だけ使えます。印刷するか書き写して、安全な場所に保管してください。この画面を閉じると、二度と表示できません。
          </p>
          <ul>
            {codes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </Section>
        <Section title="3. 確認コードを入力する">
          <Form
            def={confirmAppForm}
            state={state}
            action="/settings/security/app"
            submit="設定を完了する"
            secondary={<LinkButton href="/settings/security">設定せずに戻る</LinkButton>}
            guard={false}
          >
            <FieldRow def={confirmAppForm} state={state} name="code" />
          </Form>
        </Section>
      </>
    ),
  };
};
