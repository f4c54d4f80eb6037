import type { Screen } from '../../platform/http/index.ts';
import { Button, FieldRow, Form } from '../../ui/index.ts';
import { passkeyForm } from './login.form.ts';

type Props = { readonly screen: Screen; readonly challenge: string; readonly to?: string };

/** 「パスキーでログイン」; the island shows it where the browser knows passkeys. */
export const PasskeyLogin = ({ screen, challenge, to = '' }: Props) => {
  const fresh = screen.form(passkeyForm, { to });
  const state = { ...fresh, values: { to: fresh.values.to ?? to } };
  return (
    <div
      data-passkey="authenticate"
      data-challenge={challenge}
      hidden={Object.keys(state.errors).length === 0 && !state.summary}
    >
      <Form def={passkeyForm} state={state} action="/login/passkey" guard={false}>
        <FieldRow def={passkeyForm} state={state} name="assertion" />
        <FieldRow def={passkeyForm} state={state} name="to" />
        <Button variant="secondary" icon="user">
          パスキーでログイン
        </Button>
        <p role="status" data-passkey-status />
      </Form>
    </div>
  );
};
