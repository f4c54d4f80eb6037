import { Notice } from '../../ui/index.ts';
import { formerPasswords, passwordRules, specialCharacters } from './password-rules.ts';

type RulesProps = { readonly inputId: string; readonly former?: boolean };

/** The rules; the island says at each whether it is met. What only the server knows is checked when the form is sent. */
export const PasswordRules = ({ inputId, former }: RulesProps) => (
  <div class="field" data-password-rules={inputId}>
    <p>パスワードの条件</p>
    <ul>
      {passwordRules.map(({ id, label }) => (
        <li key={id} data-rule={id}>
          {label}
          <span data-state />
        </li>
      ))}
      {former && <li data-rule="former">過去（{formerPasswords}回前まで）に使用したパスワードと同じではない</li>}
    </ul>
    <p>
      特殊文字：<code>{specialCharacters}</code>
    </p>
  </div>
);

/** Wherever question and answer are set (M1.2-4). */
export const AnswerWarning = () => (
  <Notice kind="warning" title="セキュリティの質問の回答は、絶対に忘れないでください">
    <p>
      回答を忘れると、パスワードを忘れたときに、ご自身でパスワードを再設定できません。そのときは
      <a href="/forgotten-password/help" target="_blank" rel="noopener">
        お問合せ先（新しいタブで開きます）
      </a>
      に連絡してください。
    </p>
  </Notice>
);
