import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { DescriptionList, LinkButton, Notice } from '../../ui/index.ts';
import { settingsCrumbs } from '../accounts/index.ts';

export type NewKey = {
  readonly keyId: number;
  readonly name: string;
  readonly token: string;
  readonly expiresAt: Date;
};

/** 「APIキーの発行完了」: the only page that ever shows the key. */
export const newKeyPage = ({ keyId, name, token, expiresAt }: NewKey): View => ({
  title: 'APIキーの発行完了',
  breadcrumbs: settingsCrumbs({ label: 'APIキー', href: '/settings/api-keys' }, { label: '発行完了' }),
  body: (
    <>
      <Notice kind="warning" title="このキーは、この画面でしか表示されません。" live>
        <p>いま控えて、使うシステムに設定してください。メールやチャットでは送らないでください。</p>
      </Notice>
      <DescriptionList
        items={[
          { label: '名前', value: name },
          { label: 'APIキー', value: <code class="secret">{token}</code> },
          { label: '有効期限', value: formatInstant(expiresAt) },
          { label: '使い方', value: <code class="secret">Authorization: Bearer {token}</code> },
        ]}
      />
      <p>
        <LinkButton href={`/settings/api-keys/${keyId}`} variant="primary">
          控えました
        </LinkButton>
      </p>
    </>
  ),
});
