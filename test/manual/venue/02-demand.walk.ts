import { answer, fill, inDialog, labelled, menu, part, press, region } from '../acts.ts';
import type { Section } from '../model.ts';
import { reportDoses } from '../scenes.ts';
import { reportsPage, type Venue } from './kinds.ts';

/** 2.4, 基本型 only. */
export const registerDemand = ({ account }: Venue): Section => ({
  id: '2.4',
  title: '納入希望量を登録する',
  ids: ['M2.4-0', 'M2.4-1', 'M2.4-2', 'M2.4-3-1', 'M2.4-3-2', 'M2.4-4', 'M2.4-5'],
  paths: [],
  lead: [
    '本作業は、基本型接種施設のみ実施します。クールごとの登録期間内に1回、取り扱うワクチンごとに実施してください。登録締切日の2日前の午前8時以降に、まだ登録していない施設へ、納入希望量登録締切日アラートのメールが届きます。',
  ],
  begin: async (kit) => {
    await reportDoses(kit, '100');
    return kit.as(account);
  },
  steps: [
    press(reportsPage, {
      find: menu(reportsPage),
      notes: ['クールごとの登録期間は、このボタンの下に表示されています。'],
      shows: reportsPage,
    }),
    {
      title: '「対象ワクチン」で、納入希望量を入力したいワクチンを選択します。',
      notes: ['自院で取り扱うワクチンのみが選択肢として表示されます。'],
      ring: labelled('対象ワクチン'),
    },
    {
      title: '「ワクチン希望量等の報告」を入力します。',
      notes: ['「納入希望量登録」は入力必須項目です。'],
      ready: fill({ 納入希望量登録: '2', 冷凍庫: true }),
      parts: [
        part(
          '「納入希望量登録」に、ワクチンの納入希望量を数字で入力します。接種に必要な針・シリンジの数量と「希望回数」が自動入力されます。',
          labelled('納入希望量登録'),
          {
            important: [
              '選択したワクチンにより、入力する納入希望量の単位が異なりますのでご注意ください。単位は、画面上に表示されています。',
            ],
            notes: [
              '「標準配送期間」、「標準接種期間」及び在庫数を確認のうえ、標準接種期間に必要なワクチン量を入力してください。サテライト型接種施設に移送する分も含めます。',
            ],
          },
        ),
        part(
          '冷凍保存が必要なワクチンを選択した場合、「保管管理」で「冷凍庫」又は「ドライアイス」を押します。',
          (page) => page.getByRole('radiogroup', { name: '保管管理' }),
          { notes: ['ディープフリーザー（-75℃）を保有していない場合は、「ドライアイス」だけが表示されます。'] },
        ),
      ],
    },
    {
      title: '登録する内容を確認します。「希望回数」が正しいことを確認してください。',
      notes: ['接種実績と廃棄数も報告する場合は、「5.1 接種実績等を報告する」の手順3〜5を参照してください。'],
      ring: region('ワクチン希望量等の報告'),
    },
    press('登録', {
      ready: fill({ '医療従事者 1回目': '100', '医療従事者 2回目': '' }),
      afterwards: ['確認画面が表示されます（空欄の項目がなかった場合は、表示されません）。'],
    }),
    answer('OK', {
      title: '空欄の項目を0として登録して問題ない場合は、「OK」ボタンを押します。',
    }),
    {
      ...answer('OK', {
        title:
          '接種実績が前回より増えていない場合は、もう一度確認画面が表示されます。数値を確認し、「OK」ボタンを押します。',
        notes: ['接種実績が前回より増えている場合は、表示されません。'],
        shows: '登録完了',
      }),
      // From its title on, however long the list is.
      ring: [(page) => page.getByRole('dialog').getByRole('heading').first(), inDialog('OK')],
    },
    press('ホームへ戻る', { shows: 'ホーム' }),
  ],
  end: [
    '続けて他のワクチンの納入希望量を登録する場合には、改めて手順1から実施してください。登録期間内であれば、何度でも登録し直せます。',
    '登録期間の外では、納入希望量の欄は閉じられ、次の登録期間が表示されます。',
  ],
});
