import type { Screen, View } from '../../platform/http/index.ts';
import { ButtonRow, DescriptionList, LinkButton, Section } from '../../ui/index.ts';
import type { OfficeContact } from './contacts.store.ts';
import { hoursText, openingText } from './service-hours.ts';

export type ContactPage = { readonly desk: OfficeContact | null; readonly ministry: OfficeContact | null };

const Phone = ({ number }: { readonly number: string | undefined }) =>
  number ? <a href={`tel:${number.replaceAll(/[^0-9+]/g, '')}`}>{number}</a> : <>—</>;

/** 「V-SYSに関するお問合せ先」 (MC-8): in which order to look for help, and what belongs to whom. */
export const contactPage = ({ desk, ministry }: ContactPage, screen: Screen): View => {
  const inside = screen.actor !== null;
  const asks = inside && screen.may('support.inquire');
  return {
    title: 'V-SYSに関するお問合せ先',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'V-SYSに関するお問合せ先' }],
    body: (
      <>
        <Section
          title="V-SYSの操作にご不明な点がある場合"
          lead={inside ? '次の順にお試しください。' : '1〜3は、ログインすると使えます。次の順にお試しください。'}
        >
          <ol class="help-order">
            <li>
              <h3>FAQ・マニュアル</h3>
              <p>「ナレッジ」で、よくある質問と操作マニュアルを探せます。</p>
              {inside && (
                <ButtonRow>
                  <LinkButton href="/knowledge">ナレッジを開く</LinkButton>
                </ButtonRow>
              )}
            </li>
            <li>
              <h3>AI自動応答チャットボット（24時間対応）</h3>
              <p>質問を文章で入力すると、近いFAQを表示します。「ホーム」の下のボタンからも開けます。</p>
              {inside && (
                <ButtonRow>
                  <LinkButton href="/support/chat">チャットボットを開く</LinkButton>
                </ButtonRow>
              )}
            </li>
            <li>
              <h3>問い合わせフォーム</h3>
              <p>サービスデスクが、メールまたは電話で回答します。</p>
              {asks && (
                <ButtonRow>
                  <LinkButton href="/support/inquiries/new">問い合わせフォームを開く</LinkButton>
                </ButtonRow>
              )}
            </li>
            <li>
              <h3>V-SYSサービスデスクナビダイヤル</h3>
              <DescriptionList
                items={[
                  { label: '電話番号', value: <Phone number={desk?.phone} /> },
                  { label: '対応時間', value: hoursText },
                  { label: 'いまの状況', value: openingText(screen.now) },
                ]}
              />
            </li>
          </ol>
        </Section>
        <LoginHelp desk={desk} inside={inside} />
        <Section title="上記以外のお問合せ（制度、業務、法律、その他関連システムに関するお問合せ）">
          <p>V-SYSサービスデスクではお答えできません。厚生労働省の電話相談窓口にお問い合わせください。</p>
          <DescriptionList items={[{ label: '厚生労働省の電話相談窓口', value: <Phone number={ministry?.phone} /> }]} />
          <ul>
            <li>ワクチンの分配、納入希望量の登録期間が過ぎたとき、代行入力：市町村</li>
            <li>請求書の提出先、請求のルール：市町村または国民健康保険団体連合会</li>
            <li>接種の予約、接種券：お住まいの市町村または接種会場</li>
          </ul>
        </Section>
        {!inside && (
          <ButtonRow>
            <LinkButton href="/login">ログインへ</LinkButton>
          </ButtonRow>
        )}
      </>
    ),
  };
};

const LoginHelp = ({ desk, inside }: { readonly desk: OfficeContact | null; readonly inside: boolean }) => (
  <Section title="V-SYSのログイン・アカウントに関するお問合せ">
    <p>
      ログインできる方は、問い合わせフォームからお問い合わせください。ログインできない方は、ID登録サポートデスクにメールでお問い合わせください。
    </p>
    <DescriptionList
      items={[
        {
          label: 'ID登録サポートデスク',
          value: desk?.email ? <a href={`mailto:${desk.email}`}>{desk.email}</a> : null,
        },
      ]}
    />
    {!inside && (
      <p>
        パスワードを忘れた方は、<a href="/forgotten-password">ご自身で再設定できます</a>。
      </p>
    )}
    <p>次の場合は、件名と必要項目をメールに書いてください。表の形にする必要はありません。</p>
    <ul>
      <li>使用する人数を増やす場合：件名「ユーザ追加申請」</li>
      <li>使用する人数を減らす場合：件名「ユーザ削除申請」</li>
      <li>1度もログインしていない場合で、パスワードを初期化したい場合：件名「パスワード初期化（ログイン未）申請」</li>
      <li>ログインパスワードを忘れ、秘密の質問も忘れた場合：件名「パスワード初期化（秘密の質問忘れ）申請」</li>
    </ul>
    <p>
      必要項目：氏名
      漢字（ふりがな）、電話番号、メールアドレス、医療機関コード、医療機関名。ユーザ追加申請では、現在V-SYSを利用している人数も、そのほかの申請では、ユーザ名も書いてください。
    </p>
    <p>特に、「医療機関コード」の書き漏れにご注意ください。記載がない場合は、ご連絡できない場合があります。</p>
  </Section>
);
