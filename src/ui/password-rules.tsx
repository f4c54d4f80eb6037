import { Icon } from './icon.tsx';
import { Hidden } from './text.tsx';

export type PasswordRulesProps = {
  /** Id of the input (see inputId). */
  readonly inputId: string;
  readonly rules: readonly {
    readonly label: string;
    readonly minLength?: number;
    /** Of upper case, lower case, digits and the rest. */
    readonly minClasses?: number;
    /** Id of the input that must say the same. */
    readonly sameAs?: string;
  }[];
};

/** The rules of a new password; with script each says whether it is met while typing. */
export const PasswordRules = ({ inputId, rules }: PasswordRulesProps) => (
  <ul class="rules" data-password-rules={inputId}>
    {rules.map((rule) => (
      <li
        key={rule.label}
        data-rule
        data-min-length={rule.minLength}
        data-min-classes={rule.minClasses}
        data-same-as={rule.sameAs}
      >
        <span data-met="no">
          <Icon name="circle" size={16} />
        </span>
        <span data-met="yes" hidden>
          <Icon name="success" size={16} />
          <Hidden>満たしています：</Hidden>
        </span>
        {rule.label}
      </li>
    ))}
  </ul>
);
