import type { Account } from '../../support/journey.ts';
import { home, named, ownName, region } from '../acts.ts';
import type { Find, Part, Section } from '../model.ts';

const layoutParts = (own: readonly Part[]): readonly Part[] => [
  {
    label: '①',
    text: 'ユーザー名：ログインしている人の名前が表示されています。ログアウトやパスワードの変更に使用します。',
    ring: ownName,
  },
  {
    label: '②',
    text: 'タブ：ほかの画面からホーム画面に戻るときは「ホーム」を押します。すべてのタブが表示されない場合は、右端の▼を押してください。',
    ring: (page) => page.getByRole('navigation', { name: 'タブ' }),
  },
  ...own,
];

const venueParts: readonly Part[] = [
  {
    label: '③',
    text: 'メニュー：V-SYSで作業する機能のメニューです。ここから各画面に移動します。報告期間（登録期間）など、作業の期限も表示されます。',
    ring: region('メニュー'),
  },
];
const newsText =
  'お知らせ：メールで通知される内容が、新しい順に表示されます。まだ開いていないものには「未読」がつきます。';
const news: Part = { label: '④', text: newsText, ring: region('お知らせ') };
/** The menu of an office is long: its heading is ringed, so that all fits into one picture. */
const title =
  (name: string): Find =>
  (page) =>
    region(name)(page).getByRole('heading', { name });
const officeParts: readonly Part[] = [
  {
    label: '③',
    text: 'メニュー：V-SYSで作業する機能のメニューです。ここから各画面に移動します。',
    ring: title('メニュー'),
  },
  { label: '④', text: newsText, ring: title('お知らせ') },
];
const waiting: Part = {
  label: '⑤',
  text: '対応が必要なこと：待っている作業が、件数や期限とともに表示されます。押すと、その作業の画面に移動します。',
  ring: region('対応が必要なこと'),
};
const cycle: Part = {
  label: '⑥',
  text: 'クール：いまのクールの予定と、どこまで進んでいるかが表示されます。',
  ring: region(/クール$/),
};
const missing: Part = {
  label: '⑦',
  text: '納入希望量：まだ入力されていない、又はそろっていないところが表示されます。',
  ring: region(/^納入希望量/),
};
const ownParts = (account: Account): readonly Part[] => {
  if (account === 'basic' || account === 'satellite') return [...venueParts, news];
  if (account === 'vendor' || account === 'desk') return [...officeParts, waiting];
  if (account === 'manufacturer' || account === 'wholesaler') return [...officeParts, waiting, cycle];
  return [...officeParts, waiting, cycle, missing];
};

/** 1.5 */
export const layout = (account: Account, ids: readonly string[]): Section => ({
  id: '1.5',
  title: '画面レイアウトについて',
  ids: ['M1.5-1', ...ids],
  paths: ['/', '/notices', '/notices/:id'],
  begin: home(account),
  steps: [
    {
      title: '「ホーム」画面の各部の名称と説明',
      together: true,
      width: 1000,
      parts: layoutParts(ownParts(account)),
    },
  ],
});

export const textSize: Section = {
  id: '1.6',
  title: '画面上の文字サイズを変更する場合は',
  ids: ['M1.6-1'],
  paths: [],
  lead: [
    '文字サイズを大きくする場合は、キーボードの[Ctrl]キーを押しながら[＋（プラス）]キーを、小さくする場合は[－（マイナス）]キーを押してください。画面全体が拡大・縮小します。元に戻す場合は[Ctrl]キーを押しながら[0]キーを押します。',
    'macOSでは、[Ctrl]キーを[command]キーに読み替えてください。200%まで拡大しても、内容が欠けたり横にはみ出したりすることはありません（大きな表は、表の中で横に動かせます）。',
  ],
};

export const back: Section = {
  id: '1.7',
  title: '前の画面に戻りたい場合は',
  ids: ['M1.7-1'],
  paths: [],
  lead: [
    'ブラウザの「戻る」ボタンを使用してください。「保存」ボタンを押すなどの実行操作をしたあとに「戻る」ボタンを押すと、前の画面には戻りますが、保存した操作が取り消されたり、もう一度実行されたりすることはありません。',
  ],
};

export const editing = (begin: Section['begin'], example: string): Section => ({
  id: '1.8',
  title: '項目の編集のしかた',
  ids: ['M1.8-1', 'M1.8-2'],
  paths: [],
  lead: [
    '項目の編集のしかたは2種類あります。① 一覧画面又は閲覧画面で「編集」ボタンを押して、編集画面で編集する。② 閲覧画面で、項目をダブルクリックして編集する。本マニュアルでは、①の方法で説明しています。②の方法は以下のとおりです。',
  ],
  begin,
  steps: [
    {
      title: '「鉛筆マーク」のついた項目をダブルクリックします。',
      notes: [
        'キーボードでは、「鉛筆マーク」に移動して[Enter]キーを押します。',
        '「鍵マーク」のついた項目は、編集できません。',
      ],
      focus: named(`${example} 鉛筆マーク`),
      ring: named(`${example} 鉛筆マーク`),
      act: (page) => page.getByRole('button', { name: `${example} 鉛筆マーク` }).click(),
    },
    {
      title: '内容を入力します。元に戻したい場合は「戻るマーク」ボタンを押します。',
      ready: (page) => page.getByRole('textbox', { name: example, exact: true }).fill('20'),
      ring: [(page) => page.getByRole('textbox', { name: example, exact: true }), named(`${example} 戻るマーク`)],
    },
    {
      title: '「保存」ボタンを押します。変更したすべての項目がまとめて保存されます。',
      ring: named('保存'),
      act: (page) => page.getByRole('button', { name: `${example} 戻るマーク` }).click(),
    },
  ],
});

const everyMark: readonly (readonly [string, string])[] = [
  [
    '虫眼鏡マーク',
    'V-SYSに登録されているデータと紐づけられる項目です。押すと「検索」画面が開きます。キーワードを入力して「Go!」を押し、検索結果から選ぶと、元の画面の項目に入ります。「すべての項目」を選ぶと、医療機関コードでも検索できます。',
  ],
  ['※と赤いライン', '項目名に※がついていて、入力枠の左側に赤いラインが入っている項目は、入力が必須です。'],
  ['※のない項目', '入力は任意です。'],
  [
    '年月日の項目',
    '[yyyy/mm/dd]の形で入力します。入力欄を押すとカレンダーから選択することもできます。右側の日付（本日）を押すと、その日が入ります。',
  ],
  ['はてなマーク（?）', 'カーソルを当てるか押すと、項目の補足が表示されます。'],
];
const editingMarks: typeof everyMark = [
  ['鉛筆マーク', '閲覧画面で、ダブルクリックで編集できる項目です。'],
  ['戻るマーク', '編集した内容を、保存する前に元に戻します。'],
  ['鍵マーク', '編集できない項目です。'],
];
const approvedMark: typeof everyMark = [['下線のある項目名', '変更すると市町村の承認が必要になる項目です。']];

const marksOf = (rows: typeof everyMark): Section => ({
  id: '1.9',
  title: 'V-SYSにおけるアイコン・表記の意味',
  ids: ['M1.9-1', 'M1.9-2', 'M1.9-3', 'M1.9-4'],
  paths: ['/lookup/venues'],
  table: { head: ['アイコン・表記', '説明'], rows },
});
export const marks = marksOf([...everyMark, ...editingMarks, ...approvedMark]);
/** Of the marks on the screens of institutions, an office reads about those it meets. */
export const officeMarks = (account: Account): Section => {
  if (account === 'municipality') return marks;
  return marksOf([...everyMark, ...(account === 'prefecture' ? approvedMark : [])]);
};

export const reading: Section = {
  id: '1.10',
  title: '本マニュアルの読み方',
  ids: ['M1.10-1'],
  paths: [],
  lead: [
    '画面上の赤い枠と番号の順に、作業を行ってください。番号は手順番号とリンクしています。',
    '「重要」は、V-SYSを利用するうえで大事なことや、間違えると運用に支障が出ることを説明しています。✽は、補足事項の説明です。',
    '画面の左上に表示される文言を画面名としています。画面はデモ用の架空のデータで、実際の表示とは内容が異なります。',
  ],
};
