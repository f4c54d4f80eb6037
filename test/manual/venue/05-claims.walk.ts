import { answer, click, home, inDialog, labelled, menu, named, part, press } from '../acts.ts';
import type { Act, Find, Section, Step } from '../model.ts';
import { claimsPage, type Venue } from './kinds.ts';

const own = '医療機関と同一市内にお住まいの方';
const cell =
  (name: string, label: string): Find =>
  (page) =>
    page.getByRole('table', { name, exact: true }).getByLabel(label, { exact: true });
/** The whole row of a field. */
const row =
  (name: string, label: string): Find =>
  (page) =>
    page
      .getByRole('table', { name, exact: true })
      .getByRole('row')
      .filter({ has: page.getByLabel(label, { exact: true }) });
/** The title of a table. */
const heading =
  (name: string): Find =>
  (page) =>
    page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) });
const enter =
  (name: string, prefecture: string, municipality: string, mine: string, theirs: string): Act =>
  async (page) => {
    await cell(name, `${own} 6歳以上`)(page).fill(mine);
    await cell(name, 'それ以外の方 都道府県 1行目')(page).selectOption(prefecture);
    await cell(name, 'それ以外の方 市町村 1行目')(page).selectOption(municipality);
    await cell(name, 'それ以外の方 6歳以上 1行目')(page).fill(theirs);
  };
const entryParts = (name: string) => [
  part(
    `医療機関と同一市内にお住まいの方分は、「${name}」の表の「医療機関と同一市内にお住まいの方」の行に、合計の接種回数を数字で入力します。`,
    [heading(name), row(name, `${own} 6歳以上`)],
  ),
  part(
    `それ以外の方分は、「${name}」の表の「それ以外の方」の行に、都道府県及び市町村を選択した上で、被接種者の住所地市町村別に接種回数を数字で入力します。`,
    row(name, 'それ以外の方 6歳以上 1行目'),
    {
      notes: [
        '住所地市町村が複数ある場合は、「追加」ボタンを押し、市町村の数だけ繰り返します。行を削除したい場合は、「削除」ボタンを押します。',
        '接種回数の合計が「総数」行、「それ以外の方」行、「合計」列にそれぞれ自動入力されます。',
      ],
    },
  ),
];
const ocr = [
  'OCR読み取り対応のため、印刷画面で「倍率」を「カスタム」の「100」にするか、「ページサイズ処理」で「実際のサイズ」を選択してから印刷してください。',
];

/** An output: the button, the confirmation, the PDF. The month is opened again, since the PDF takes its place. */
const output = (button: string, title: string, pages: string): Step => ({
  title,
  parts: [
    part(`「${button}」ボタンを押します。確認画面が表示されます。`, named(button)),
    part(`「OK」ボタンを押します。${pages}`),
    part('印刷します。', undefined, { notes: ocr }),
  ],
});

const wide = 1180;
const summary = '請求総括書出力（同一市内にお住まいの方分を含む）';

export const claims = ({ account }: Venue): Section => ({
  id: '5.2',
  title: '請求総括書・市区町村別請求書を作成する',
  ids: ['M5.2-1', 'M5.2-3', 'M5.2-4', 'M5.2-5', 'M5.2-6', 'M5.2-7', 'M5.2-8', 'M5.2-9', 'M5.2-10', 'M5.2-11'],
  paths: ['/claims'],
  begin: home(account),
  steps: [
    press(claimsPage, { find: menu(claimsPage), shows: claimsPage }),
    {
      title: '「対象医療機関・接種会場」で、自院の名前が表示されていることを確認します。',
      ring: (page) => page.getByRole('main').getByText('対象医療機関・接種会場', { exact: true }),
    },
    {
      title: '「請求月」で、請求総括書及び市区町村別請求書を作成する月を選択します。',
      notes: ['令和3年（2021年）2月接種分、3月接種分は、まとめて4月に請求してください。'],
      ring: labelled('請求月'),
      ready: async (page) => {
        await page.getByLabel('請求月').selectOption('2021年4月');
        await page.waitForURL(/month=/);
      },
    },
    {
      title: '手順3で選択した請求月の前月において、クーポン券を用いて接種した者分の接種実績を入力します。',
      notes: [
        'クーポンありとは、市町村が発行した接種券（クーポン）を予診票の右上に貼付したもので、住民接種用に使用されるものを指します。',
        '前々月以前に接種した者分のうち費用請求できなかったものや返戻されたものも含めることができます。',
      ],
      ready: enter('クーポンあり', '東京都', '渋谷区', '120', '25'),
      width: wide,
      parts: entryParts('クーポンあり'),
    },
    {
      title: '手順3で選択した請求月にクーポンなしの被接種者がいた場合は、その実績を入力します。',
      notes: ['クーポンなしとは、接種券情報が印刷された予診票で、医療従事者等の接種に使用されるものを指します。'],
      ready: enter('クーポンなし', '神奈川県', '横浜市', '0', '40'),
      width: wide,
      parts: entryParts('クーポンなし'),
    },
    press('保存', {
      title: '入力した内容を保存します。「保存」ボタンを押します。',
      afterwards: ['確認画面が表示されます。'],
    }),
    answer('OK'),
    {
      title:
        '請求総括書（同一市内にお住まいの方分を含む）又は請求総括書（同一市内にお住まいの方分を含まない）を出力します。',
      important: [
        '同一市町村にお住まいの方分の請求も国保連に行うことになっている場合は「含む」を、直接市町村に請求する場合は「含まない」を出力してください。どちらの請求ルールか不明な場合は、市町村にお尋ねください。',
      ],
      parts: [
        part(
          `「${summary}」ボタン又は「${summary.replace('を含む', 'を含まない')}」ボタンを押します。確認画面が表示されます。`,
          named(summary),
        ),
      ],
      act: click(named(summary)),
    },
    {
      title: '確認画面の内容を確認し、請求総括書を出力します。',
      parts: [
        part('「OK」ボタンを押します。請求総括書のPDFが表示されます。', inDialog('OK'), {
          notes: ['出力しない場合は、「キャンセル」ボタンを押します。'],
        }),
        part('印刷します。', undefined, {
          notes: [...ocr, '印刷したら、左上に表示されている宛先に提出してください。'],
        }),
      ],
      // The PDF would take the place of the page.
      act: click(inDialog('キャンセル')),
    },
    output(
      '市区町村別請求書出力（クーポンあり分）',
      '手順4でクーポンありの実績を入力した場合は、市区町村別請求書（クーポンあり分）を出力します。',
      '自市区町村分が1ページ＋手順4で入力した市区町村の数のページが表示されます。',
    ),
    output(
      '市区町村別請求書出力（クーポンなし分）',
      '手順5でクーポンなしの実績を入力した場合は、市区町村別請求書（クーポンなし分）を出力します。',
      '自市区町村分が1ページ＋手順5で入力した市区町村の数のページが表示されます。',
    ),
    press('印刷と編綴の方法', {
      title: '「印刷と編綴の方法」を押し、宛先と編綴（とじ方）の順番を確認します。',
      shows: '印刷と編綴の方法',
    }),
    {
      title: '「実施機関における国保連への請求時の編綴方法」を確認し、順番に重ねます。',
      notes: [
        '請求総括書（1枚）をいちばん上に置き、市区町村ごとに、市区町村別請求書、その予診票の順に重ねます。クーポンあり分とクーポンなし分は分けてください。',
      ],
      ring: (page) => page.getByRole('region', { name: /編綴方法/ }),
    },
  ],
});
