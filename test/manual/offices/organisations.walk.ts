/** S33: 国 and サービスデスク register organisations and invite their first users. */

import type { Account } from '../../support/journey.ts';
import { all, answer, chooseFile, click, fill, home, labelled, menu, named, press } from '../acts.ts';
import type { Section, Step } from '../model.ts';

type Who = Extract<Account, 'ministry' | 'desk'>;

const organisations = [
  '種別,コード,名称,電話番号,代表メールアドレス,担当者の姓,担当者の名,担当者のメールアドレス',
  '卸業者,,株式会社ためし薬品,03-0111-8888,,試,一郎,tameshi@example.jp',
];
const open: Step = press('組織・利用者', { find: menu('組織・利用者'), title: '「組織・利用者」を押します。' });

export const registerOrganisation = (account: Who, id: string): Section => ({
  id,
  title: '組織を登録する',
  ids: ['S33'],
  paths: ['/organisations/new'],
  begin: home(account),
  steps: [
    open,
    press('組織の登録', { title: '「組織の登録」を押します。' }),
    {
      title: '種別を選択し、名称と電話番号を入力して、「保存」ボタンを押します。',
      ready: all(
        (page) => page.getByRole('radio', { name: '卸業者' }).check(),
        (page) => page.getByLabel('名称').fill('株式会社あたらし薬品'),
        fill({ 電話番号: '03-0111-9999' }),
      ),
      ring: [
        (page) => page.getByRole('radiogroup', { name: /種別/ }),
        (page) => page.getByLabel('名称'),
        (page) => page.getByLabel('電話番号'),
        named('保存'),
      ],
      act: click(named('保存')),
      shows: '組織 [名称]',
    },
  ],
});
export const inviteUser = (account: Who, id: string): Section => ({
  id,
  title: '利用者を招待する',
  ids: ['S33'],
  paths: ['/organisations'],
  begin: async (kit) => {
    const page = await kit.as(account);
    await page.goto('/organisations');
    await page.getByLabel('名称・都道府県').fill('株式会社あたらし薬品');
    await page.getByRole('button', { name: '絞り込む' }).click();
    return page;
  },
  steps: [
    {
      title: '「組織・利用者」の一覧で組織を探し、名称を押します。',
      ring: named('株式会社あたらし薬品'),
      act: click(named('株式会社あたらし薬品')),
      shows: '組織 [名称]',
    },
    {
      title: '「姓」「名」「メールアドレス」を入力し、「招待する」ボタンを押します。',
      ready: fill({ 姓: '新', 名: '花子', メールアドレス: 'atarashi@example.jp' }),
      ring: [labelled('姓'), labelled('名'), labelled('メールアドレス'), named('招待する')],
      act: click(named('招待する')),
      afterwards: ['ユーザ名とURLが記載された招待のメールが送信されます。URLの有効期間は24時間です。'],
      notes: ['異動や退職のときは、利用者の名前を押して「利用を停止する」を押してください。'],
    },
  ],
});
export const importOrganisations = (account: Who, id: string): Section => ({
  id,
  title: 'ファイルでまとめて登録する',
  ids: ['S33', 'S19'],
  paths: ['/organisations/import'],
  begin: home(account),
  steps: [
    open,
    press('ファイルで登録する', { title: '「ファイルで登録する」を押します。', shows: 'ファイルで登録する' }),
    {
      title: '画面の「1.」の「Excel」又は「CSV」を押してファイルをダウンロードし、記入します。',
      ring: [named('CSV'), named('Excel')],
      notes: ['CSVとExcelのどちらでも使えます。'],
    },
    {
      title: '記入したファイルを選択し、「内容を確認する」ボタンを押します。',
      ready: chooseFile('ファイル', '組織.csv', organisations),
      ring: [labelled('ファイル'), named('内容を確認する')],
      act: click(named('内容を確認する')),
      afterwards: ['登録する内容が表示されます。誤りは、行と列で示されます。1か所でも誤りがあると、登録されません。'],
    },
    {
      ...press('この内容で登録する', {
        title: '内容を確認し、「この内容で登録する」ボタンを押します。',
        width: 1180,
        afterwards: ['確認画面が表示されます。'],
      }),
      ring: [named('この内容で登録する'), (page) => page.getByRole('table', { name: '登録する内容' })],
    },
    answer('OK', { title: '件数を確認し、「OK」ボタンを押します。', shows: '組織の登録完了' }),
  ],
});
