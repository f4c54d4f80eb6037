import type { Account } from '../../support/journey.ts';
import { click, home, labelled, named, part, press } from '../acts.ts';
import type { Chapter, Section, Step } from '../model.ts';

const orders = [
  '表示の順番を入れ替えることができます。「並び替え」から、「公開日」「最良の評価」「参照回数が最多」「タイトル：A～Z」「タイトル：Z～A」を選択します。',
];
const filters = [
  '「対象者」や「情報種類」でも絞り込めます。',
  '「ナレッジを検索...」と表示されている箇所で、キーワードを入力して検索することもできます。',
];
const openTab: Step = {
  title: '「ナレッジ」タブを押します。',
  notes: ['タブが表示されていない場合は、右端の▼を押してください。'],
  width: 1600,
  ring: (page) => page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: 'ナレッジ', exact: true }),
  act: (page) => page.goto('/knowledge'),
  shows: '記事',
};
const choose = (type: 'FAQ' | 'マニュアル'): Step => ({
  title: `${type}一覧を表示させます。`,
  ready: (page) => page.getByLabel('記事タイプ').selectOption({ label: type }),
  parts: [
    part(`「すべての記事タイプ」を押し、「${type}」を選択します。`, labelled('記事タイプ')),
    part('「適用」を押します。', named('適用'), { notes: filters }),
  ],
  act: click(named('適用')),
});
const firstArticle = (page: Parameters<NonNullable<Step['act']>>[0]) => page.locator('.hit-title a').first();

const faq = (account: Account, chapter: string): Section => ({
  id: `${chapter}.1`,
  title: 'FAQを確認する',
  ids: ['M6.1-1', 'M6.1-2', 'M6.1-3'],
  paths: ['/knowledge/articles/:slug'],
  begin: home(account),
  steps: [
    openTab,
    choose('FAQ'),
    {
      title: '確認したいFAQを押します。',
      notes: orders,
      ring: firstArticle,
      act: click(firstArticle),
      afterwards: ['確認したいFAQが表示されます。役に立ったかどうかを5段階で評価できます。'],
    },
  ],
});
const own = (account: Account, chapter: string, path: string): Section => ({
  id: `${chapter}.2`,
  title: '自分のマニュアルを確認する',
  ids: ['M6.2-1'],
  paths: ['/knowledge/help'],
  begin: home(account),
  steps: [
    {
      title: '「ホーム」及び「ナレッジ」以外のいずれかのタブを押します。',
      width: 1600,
      ring: (page) => page.getByRole('navigation', { name: 'タブ' }).locator(`a[href="${path}"]`),
      act: (page) => page.goto(path),
      notes: ['右上に「このページのヘルプ」が出ている画面であれば、どこでも手順2以降の操作ができます。'],
    },
    press('このページのヘルプ', {
      title: '右上に表示されている「このページのヘルプ」を押します。',
      afterwards: [
        '自分のマニュアルのダウンロード画面が表示されます。開いていた画面の説明がある章が、いちばん上に示されます。',
      ],
    }),
    {
      title: 'マニュアルをダウンロードする場合は、画面左上の「ダウンロード pdf」を押します。',
      ring: named('ダウンロード pdf'),
      notes: [
        '画面中央のサムネイルを押すと、V-SYS上でプレビューを確認できます。',
        'マニュアルは随時更新されるため、利用時には最新のものかどうか確認してください。',
      ],
      afterwards: ['ダウンロードしたファイルを開くと、マニュアルが表示されます。'],
    },
  ],
});
const others = (account: Account, chapter: string): Section => ({
  id: `${chapter}.3`,
  title: 'ほかのユーザー及び優先接種時のマニュアルを確認する',
  ids: ['M6.3-1'],
  paths: [],
  lead: [
    '自分のマニュアル以外に、ほかの利用者のマニュアルも確認できます。優先接種時のマニュアルは、公開されている場合に一覧に表示されます。',
  ],
  begin: home(account),
  steps: [
    openTab,
    choose('マニュアル'),
    {
      title: '確認したいマニュアルを押します。',
      notes: orders,
      ring: firstArticle,
      act: click(firstArticle),
      afterwards: ['確認したいマニュアルの画面が表示されます。「ダウンロード pdf」でダウンロードできます。'],
    },
  ],
});

/** Chapter 6: articles, the own manual, those of others. `path` is a tab of this role whose page has 「このページのヘルプ」. */
export const knowledgeChapter = (account: Account, number: string, path: string): Chapter => ({
  number,
  title: 'FAQ・マニュアルを確認する',
  lead: ['FAQ・マニュアルにかかわる各種記事の内容を確認する操作手順を説明します。必要に応じて実施してください。'],
  sections: [faq(account, number), own(account, number, path), others(account, number)],
});
