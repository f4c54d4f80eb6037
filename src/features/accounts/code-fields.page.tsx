import type { FormDef } from '../../kernel/form.ts';
import type { Screen } from '../../platform/http/index.ts';
import { Button, Form, Notice } from '../../ui/index.ts';

/** Said after a code went out once more. */
export const SentAgain = () => (
  <Notice kind="success" live>
    <p>確認コードをもう一度送信しました。新しいメールの確認コードを入力してください。前の確認コードは使えません。</p>
  </Notice>
);

type ResendProps = {
  readonly def: FormDef;
  readonly screen: Screen;
  readonly action: string;
  readonly values?: Readonly<Record<string, string>>;
};

/** The one button with which the mail is sent once more. */
export const ResendCode = ({ def, screen, action, values = {} }: ResendProps) => (
  <Form def={def} state={screen.form(def)} action={action} guard={false}>
    <p>メールが届かないときは、迷惑メールのフォルダーも確認してください。</p>
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <Button variant="text">確認コードを再送する</Button>
  </Form>
);
