import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, NewTabMark } from '../../ui/index.ts';
import { consentForm } from './consent.form.ts';
import { guidelines } from './consent.ts';
import { onlyFieldErrors } from './form-words.ts';

/** 「個人情報同意画面」 (M1.2-6). */
export const consentPage = (_data: unknown, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(consentForm));
  return {
    title: '個人情報同意画面',
    body: (
      <>
        <p>
          V-SYSには、利用者や医師の氏名、連絡先などの個人情報が登録されます。次のガイドライン等の内容を確認し、これに従って取り扱うことに同意のうえ、ご利用ください。
        </p>
        <p>
          <a href={guidelines.href} target="_blank" rel="noopener">
            {guidelines.label}
            <NewTabMark />
          </a>
        </p>
        <Form def={consentForm} state={state} action="/first-login/consent" submit="次へ" guard={false}>
          <FieldRow def={consentForm} state={state} name="agree" />
        </Form>
      </>
    ),
  };
};
