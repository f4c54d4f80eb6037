import type { Page } from '@playwright/test';
import { answer, at, fill, home, labelled, menu, named, part, press, region } from '../acts.ts';
import type { Act, Section, Step } from '../model.ts';
import { reportsPage, type Venue } from './kinds.ts';

const total =
  '必ず累計を入力してください。右側に「登録済みの内容」として表示されている前回までの値に、今回の値を加えて入力します。';
const removeRow =
  '追加した入力欄を削除したい場合は、左側のボックスにチェックを付け、「- 報告内容を1件削除する」を押してください。';
const kept =
  '一度登録した情報は、次回以降の入力時にも表示されます。間違えていたら修正してください。間違えていない場合は、消さずに「＋報告内容を追加する」を押してください。';

/** In the dialog 「検索」. */
const choose = async (page: Page, name: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: '検索' });
  await dialog.getByRole('searchbox').fill(name);
  await dialog.getByRole('button', { name: 'Go!' }).click();
  await dialog.getByRole('button', { name }).first().click();
};
const findGiver: Act = async (page) => {
  await page.getByRole('button', { name: /1行目.*虫眼鏡マーク/ }).click();
  await choose(page, '芝公園病院');
};
const partnerOf = (basic: boolean): string => (basic ? '三田クリニック' : '芝公園病院');

/** Wide enough for the whole row. */
const wide = 1280;
const given: Step = {
  width: wide,
  ready: fill({ '譲った日 1行目': '2021/04/23', 'ロット番号 1行目': 'EY5420', 'バイアル本数 1行目': '5' }),
  title: '他施設に移送したワクチンがある場合は、「他施設に移送したワクチン量」を入力します。',
  notes: [kept],
  parts: [
    part('「＋報告内容を追加する」ボタンを押します。入力欄が表示されます。', named('＋報告内容を追加する')),
    part('「譲った日」列に、他の施設にワクチンを譲った日を[yyyy/mm/dd]の形で入力します。', labelled('譲った日 1行目')),
    part('「ロット番号」列に、譲ったワクチンのロット番号を入力します。', labelled('ロット番号 1行目')),
    part('「バイアル本数」列に、譲ったワクチンのバイアル本数を入力します。', labelled('バイアル本数 1行目'), {
      notes: [
        '複数ある場合は、「＋報告内容を追加する」を押して繰り返してください。',
        removeRow,
        '「譲った先（任意）」列の入力は任意です。「虫眼鏡マーク」を押して譲った先の施設を選択すると、相手の登録と照合しやすくなります。',
      ],
    }),
  ],
};
const received: Step = {
  width: wide,
  ready: async (page, kit) => {
    await fill({ '受けた日 1行目': '2021/04/20', 'ロット番号 1行目': 'VS1003', 'バイアル本数 1行目': '80' })(page, kit);
    await findGiver(page, kit);
  },
  title: '他の医療機関から受け取ったワクチンで接種を実施している場合は、「医療機関間の融通を受けた場合」を入力します。',
  notes: [kept],
  parts: [
    part('「＋報告内容を追加する」ボタンを押します。入力欄が表示されます。', named('＋報告内容を追加する')),
    part(
      '「（融通元の）基本型接種施設」列の「虫眼鏡マーク」を押し、「検索」画面で名前を入力して「Go!」を押します。検索結果から該当の「医療機関・接種会場名」を押すと、入力されます。',
      named(/基本型接種施設 1行目.*虫眼鏡マーク|1行目 虫眼鏡マーク/),
      { notes: ['検索ボックスの下で「すべての項目」を選択すれば、保険医療機関コードでも検索できます。'] },
    ),
    part('「受けた日」列に、ワクチンを受け取った日を[yyyy/mm/dd]の形で入力します。', labelled('受けた日 1行目')),
    part('「ロット番号」列に、受け取ったワクチンのロット番号を入力します。', labelled('ロット番号 1行目')),
    part('「バイアル本数」列に、受け取ったワクチンのバイアル本数を入力します。', labelled('バイアル本数 1行目'), {
      notes: ['複数ある場合は、「＋報告内容を追加する」を押して繰り返してください。', removeRow],
    }),
  ],
};

/** 「OK」 to each question, as many as there are. */
const answerAll: Act = async (page) => {
  const done = page.getByRole('heading', { level: 1, name: '登録完了' });
  const ok = page.getByRole('dialog').getByRole('button', { name: 'OK', exact: true });
  for (let asked = 0; asked < 5 && !(await done.isVisible()); asked += 1) {
    await ok.click();
    await done.or(ok).first().waitFor();
  }
};

const counts: Step = {
  title: '「接種実績等の報告」を入力します。',
  ready: fill({ '医療従事者 1回目': '200', '高齢者 1回目': '150', '高齢者 2回目': '30' }),
  parts: [
    part(
      '「医療従事者」「高齢者施設従事者」「高齢者」「基礎疾患保有者」「その他」に、接種数の累計を数字で入力します。「1回目」「2回目」を入力すると、「延べ回数」に合計が自動入力されます。',
      region('接種実績等の報告'),
      {
        important: [
          total,
          '例えば、前回までの接種実績（1回目）が「100」で今回の実績が「100」だったら、「200」を入力します。',
        ],
      },
    ),
  ],
};
const discarded: Step = {
  title: '「廃棄数の報告」を入力します。',
  ready: fill({ '未使用のまま廃棄したバイアル本数（累計）': '1' }),
  parts: [
    part(
      '「未使用のまま廃棄したバイアル本数（累計）」に廃棄数の累計を数字で入力します。',
      labelled('未使用のまま廃棄したバイアル本数（累計）'),
      {
        notes: [
          '未開封のバイアルを有効期間切れ等の理由により廃棄した場合及び開封はしたものの1回も接種をせずに廃棄した場合に、その廃棄したバイアル本数の累計を入力してください。開封後に1回でも接種したバイアルについては、廃棄数に含めないでください。',
        ],
        important: [total, '例えば、前回までの廃棄数が「50」で今回が「30」だったら、「80」を入力します。'],
      },
    ),
  ],
};

export const report = ({ account, basic }: Venue): Section => ({
  id: '5.1',
  title: '接種実績等を報告する',
  ids: ['M5.1-1', 'M5.1-3-1', 'M5.1-5-1', 'M5.1-6-1', 'M5.1-6-2', 'M5.1-7', basic ? 'M5.1b-4' : 'M5.1s-4'],
  paths: ['/reports', '/reports/done'],
  begin: home(account),
  steps: [
    press(reportsPage, { find: menu(reportsPage), shows: reportsPage }),
    {
      title: '「対象ワクチン」で、接種実績を報告するワクチンを選択します。',
      notes: ['接種実績の報告は、取り扱うワクチン毎に実施します。'],
      ring: labelled('対象ワクチン'),
    },
    counts,
    basic ? given : received,
    discarded,
    press('登録', {
      ready: fill({ 'その他 2回目': '' }),
      afterwards: ['空欄の項目があった場合、又は数値が前回と同じか減っている場合は、確認画面が表示されます。'],
    }),
    answer('OK', {
      title: '確認画面が表示された場合は、内容を確認して「OK」ボタンを押します。',
      notes: ['修正する場合には「キャンセル」ボタンを押してください。入力した内容はそのまま残ります。'],
      act: answerAll,
      shows: '登録完了',
    }),
    press('ホームへ戻る', { shows: 'ホーム' }),
  ],
  end: ['続けて他のワクチンの接種実績を登録する場合には、改めて手順1から実施してください。'],
});

export const stock = ({ account }: Venue): Section => ({
  id: '5.3',
  title: '在庫を確認する',
  ids: ['S26'],
  paths: ['/stock'],
  begin: home(account),
  steps: [
    {
      title: '「在庫」タブを押します。',
      notes: ['タブが表示されていない場合は、右端の▼を押してください。'],
      width: 1280,
      ring: (page) => page.getByRole('navigation', { name: 'タブ' }).getByRole('link', { name: '在庫', exact: true }),
      act: (page) => page.goto('/stock'),
      shows: '在庫',
    },
    {
      title: 'ワクチンごとの在庫と、ロットごとの残りを確認します。',
      notes: [
        '接種に使ったロットは報告されないため、ロットごとの残りは「最大」の本数です。有効期限が早いものから使ってください。',
        '数えた数と違うときは「棚卸を記録する」、その日に廃棄したときは「廃棄を記録する」から記録できます。',
      ],
      width: wide,
      ring: [
        (page) => page.locator('.figures').first(),
        (page) => page.getByRole('table', { name: /のロット$/ }).first(),
      ],
    },
  ],
});

export const transfers = ({ account, basic }: Venue): Section => ({
  id: '5.4',
  title: '移送（融通）の状況を確認する',
  ids: ['S12'],
  paths: ['/transfers'],
  lead: [
    '譲った側と受けた側の登録は、施設・ロット番号・日付・バイアル本数で照合されます。一致しないものは、双方の画面と市町村・都道府県の画面に表示されます。',
    basic
      ? '「5.1 接種実績等を報告する」の「他施設に移送したワクチン量」に登録したものも、ここに表示されます。'
      : '「5.1 接種実績等を報告する」の「医療機関間の融通を受けた場合」に登録したものも、ここに表示されます。',
  ],
  begin: at(account, '/stock'),
  steps: [
    press('移送を見る・登録する', {
      title: '「在庫」画面で「移送を見る・登録する」を押します。',
      shows: '移送',
    }),
    press('移送を登録する', {
      title: '移送があった日に登録する場合は、「移送を登録する」を押します。',
      notes: ['「相手だけが登録している移送」が表示されている場合は、「こちらの登録をする」を押して確認してください。'],
    }),
    {
      title: 'どちらの登録か、相手の施設、日付、ロット番号、バイアル本数を入力し、「登録」ボタンを押します。',
      ready: async (page, kit) => {
        const side = basic ? '他の施設に譲った（移送した）' : '他の施設から受けた';
        await page.getByRole('radio', { name: side }).check();
        await fill({ 日付: '2021/04/23', ロット番号: basic ? 'EY5420' : 'VS1003', バイアル本数: '5' })(page, kit);
        await named(/相手の医療機関・接種会場.*虫眼鏡マーク/)(page).click();
        await choose(page, partnerOf(basic));
      },
      ring: [
        (page) => page.getByRole('radiogroup', { name: /どちらの登録ですか/ }),
        named(/相手の医療機関・接種会場.*虫眼鏡マーク/),
        labelled('日付'),
        labelled('ロット番号'),
        labelled('バイアル本数'),
        named('登録'),
      ],
      notes: ['登録した移送の画面から、ワクチンに添える書類（PDF）を印刷できます。'],
    },
  ],
});
