import { formatDay, type Month } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { DescriptionList, LinkButton, Section } from '../../ui/index.ts';
import { claimTitle } from './claim.page.tsx';
import { claimDueDay, monthName } from './claim-months.ts';
import { federationName } from './claim-paper.ts';
import type { OwnRoute } from './claim-rules.ts';

export type PrintingHelp = {
  readonly month: Month;
  readonly prefectureName: string;
  readonly ownName: string;
  readonly ownRoute: OwnRoute;
};

const ownLine: Readonly<Record<NonNullable<OwnRoute> | 'unknown', string>> = {
  kokuhoren: '国保連に、それ以外の方の分と一緒に提出します。',
  direct: '市町村に直接提出します。国保連に提出する分には入れません。',
  unknown: '国保連と市町村のどちらに提出するかは、市町村にお尋ねください。',
};

/** M5.2-10: how to print, to whom, and in which order to bind. */
export const printingHelpPage = ({ month, prefectureName, ownName, ownRoute }: PrintingHelp): View => ({
  title: '印刷と編綴の方法',
  help: '5.2',
  breadcrumbs: [
    { label: 'ホーム', href: '/' },
    { label: claimTitle, href: `/claims/${month}` },
    { label: '印刷と編綴の方法' },
  ],
  body: (
    <>
      <Section title="提出先と期限">
        <DescriptionList
          items={[
            { label: '宛先', value: `${federationName(prefectureName)}（請求書の左上に表示されている宛先）` },
            { label: '請求月', value: monthName(month) },
            { label: '提出期限', value: `${formatDay(claimDueDay(month))}（毎月10日。休日にあたるときは次の平日）` },
            { label: `同一市内（${ownName}）の方の分`, value: ownLine[ownRoute ?? 'unknown'] },
          ]}
        />
      </Section>
      <Section title="印刷の方法">
        <ol>
          <li>表示されたPDFの画面を右クリックし、「印刷」を押します。お使いのブラウザによって方法が異なります。</li>
          <li>
            OCR読み取り対応のため、次のいずれかの設定をして印刷します。用紙はA4（縦）、片面です。
            <ul>
              <li>「詳細設定」を押すと表示される項目のうち、「倍率」で「カスタム」を選択のうえ「100」を指定</li>
              <li>「ページサイズ処理」で「実際のサイズ」を選択</li>
            </ul>
          </li>
          <li>四隅の黒い四角がすべて印刷され、欠けやかすれがないことを確認します。</li>
          <li>代表者氏名の欄が空欄のときは、手書きで記入します。</li>
        </ol>
      </Section>
      <Section title="【参考】実施機関における国保連への請求時の編綴方法">
        <p>クーポンあり分とクーポンなし分を分け、上から次の順に重ねます。</p>
        <ol>
          <li>請求総括書（1枚）をいちばん上に置きます。</li>
          <li>クーポンなし分：市区町村ごとに、市区町村別請求書を前に、その市区町村の予診票を後ろに重ねます。</li>
          <li>クーポンあり分：同じように、市区町村別請求書、予診票の順に重ねます。</li>
        </ol>
        <p>
          予診票の枚数が、市区町村別請求書の「合計」の件数と同じことを確認してください。提出先から別の順番を案内されているときは、その案内に従ってください。
        </p>
      </Section>
      <p>
        <LinkButton href={`/claims/${month}`}>{monthName(month)}の請求に戻る</LinkButton>
      </p>
    </>
  ),
});
