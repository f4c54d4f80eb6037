import { choice, emailAddress, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { emailOrEmpty, phoneOrEmpty, plainText } from './contact-fields.ts';
import { createdKinds, kindNames } from './organisations.ts';

const contact = {
  phone: field(phoneOrEmpty(), { label: '電話番号', kind: 'tel', hint: 'ハイフンはあってもなくても構いません。' }),
  email: field(emailOrEmpty(), { label: '代表メールアドレス', kind: 'email' }),
};

/** 「組織の登録」 (S33). */
export const organisationForm = form('organisation', {
  kind: field(choice(createdKinds), {
    label: '種別',
    kind: 'radio',
    required: true,
    options: createdKinds.map((value) => ({ value, label: kindNames[value] })),
  }),
  code: field(textOrEmpty(10), {
    label: '都道府県コード・市町村コード',
    size: 8,
    hint: '都道府県は2桁、市町村は6桁の全国地方公共団体コードです。ほかの種別では空のままにします。',
  }),
  name: field(textOrEmpty(60), {
    label: '名称',
    maxLength: 60,
    size: 40,
    hint: '都道府県・市町村は、空のままにするとコードの名称になります。',
  }),
  ...contact,
});

/** 「組織の編集」. */
export const organisationEditForm = form('organisation-edit', {
  name: field(plainText(60), { label: '名称', required: true, maxLength: 60, size: 40 }),
  ...contact,
  active: field(choice(['1', '0']), {
    label: '利用状況',
    kind: 'radio',
    required: true,
    options: [
      { value: '1', label: '利用中' },
      { value: '0', label: '停止中', help: 'この組織の利用者は全員ログインできなくなります。データは残ります。' },
    ],
  }),
});

/** 「利用者を招待する」. */
export const inviteForm = form('invite', {
  familyName: field(plainText(30), { label: '姓', required: true, maxLength: 30, size: 16, autocomplete: 'off' }),
  givenName: field(plainText(30), { label: '名', required: true, maxLength: 30, size: 16, autocomplete: 'off' }),
  email: field(emailAddress(), {
    label: 'メールアドレス',
    kind: 'email',
    required: true,
    autocomplete: 'off',
    hint: 'ユーザ名と、はじめてログインするためのURL（24時間有効）を送ります。',
  }),
});

export const userDisableForm = form('user-disable', {});
export const userEnableForm = form('user-enable', {});
export const userReinviteForm = form('user-reinvite', {});
