import type { Section } from '../model.ts';

export const tablet: Section = {
  id: 'tablet',
  title: 'iPadなどのタブレットで使うときは',
  ids: ['MH-8'],
  paths: [],
  lead: [
    'ブラウザの設定を変える必要はありません。「サイト越えトラッキングを防ぐ」が有効のままでも、縦向きでも横向きでも使用できます。',
  ],
};

export const browsers: Section = {
  id: 'browsers',
  title: 'V-SYSの動作推奨環境',
  ids: ['ME-1'],
  paths: [],
  lead: [
    'Google Chrome、Microsoft Edge、Firefox、Safariの最新版での使用を推奨します。古い版では、一部の入力の補助が働かないことがありますが、すべての作業を行えます。Internet Explorerでは使用できません。',
  ],
};

/** The desk does not ask itself. */
export const deskHelp: Section = {
  id: 'contact',
  title: 'V-SYSの操作にご不明な点がある場合',
  ids: ['MC-8'],
  paths: ['/support/contact', '/support'],
  lead: [
    'まずは「ナレッジ」のFAQとマニュアルを確認してください。制度、業務、法律に関することは、厚生労働省に確認してください。',
    'サービスデスクのユーザの追加・削除・初期化や、ロックの解除は、ほかのサービスデスクの担当者が「2. ユーザを管理する」の手順で行います。利用者にお問合せ先を案内するときは、「お問合せ先」の画面に表示されている電話番号と対応時間を確認してください。',
  ],
};

export const beforeLogin: Section = {
  id: 'contact',
  title: 'V-SYSの操作にご不明な点がある場合',
  ids: ['MC-8'],
  paths: ['/support/contact', '/support'],
  lead: [
    'まずはFAQを確認し、次に「AI自動応答チャットボット」、「問い合わせフォーム」の順にご利用ください。それでも解決しない場合は、V-SYSサービスデスクナビダイヤルにご連絡ください。電話番号と対応時間は、「お問合せ先」の画面に表示されています。',
    'ログインできないときは、ID登録サポートデスクのメールアドレス宛にお問合せください。制度、業務、法律に関するお問合せは、厚生労働省の電話相談窓口にお願いします。',
  ],
};
