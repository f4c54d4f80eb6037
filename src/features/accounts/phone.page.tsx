import type { Screen, View } from '../../platform/http/index.ts';
import { Form } from '../../ui/index.ts';
import { phonePageForm } from './settings.form.ts';

/** 「携帯電話を登録」, once per user (M1.3-5). */
export const phonePage = (_data: unknown, screen: Screen): View => ({
  title: '携帯電話を登録',
  body: (
    <>
      <p>V-SYSの確認コードはメールでお送りするため、携帯電話の登録は必要ありません。</p>
      <p>「電話を登録しません」を押すと、次回からこの画面は表示されません。</p>
      <Form
        def={phonePageForm}
        state={screen.form(phonePageForm)}
        action="/login/phone"
        submit="電話を登録しません"
        guard={false}
      >
        {null}
      </Form>
    </>
  ),
});
