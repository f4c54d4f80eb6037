import type { FieldMeta } from '../kernel/form.ts';
import { classNames } from './class-names.ts';
import { type ControlProps, common } from './control-props.ts';
import { Icon } from './icon.tsx';

type Look = {
  readonly type: 'text' | 'email' | 'tel' | 'url';
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  readonly size?: number;
  readonly autocomplete?: string;
};

const looks: Partial<Record<NonNullable<FieldMeta['kind']>, Look>> = {
  number: { type: 'text', inputMode: 'numeric', size: 8, autocomplete: 'off' },
  month: { type: 'text', size: 9, autocomplete: 'off' },
  email: { type: 'email', inputMode: 'email', size: 36 },
  tel: { type: 'tel', inputMode: 'tel', size: 18 },
  url: { type: 'url', inputMode: 'url', size: 48 },
  code: { type: 'text', inputMode: 'numeric', size: 8, autocomplete: 'one-time-code' },
};

/** One line of text, a number, an address, a code. */
export const TextControl = (props: ControlProps) => {
  const { meta, values, readOnly } = props;
  const look = looks[meta.kind ?? 'text'] ?? { type: 'text' as const };
  const size = meta.size ?? look.size;
  return (
    <input
      {...common(props)}
      type={look.type as 'text'}
      inputMode={look.inputMode}
      class={classNames('input', `input-${meta.kind ?? 'text'}`, !size && 'input-wide')}
      value={values[0] ?? ''}
      size={size}
      maxLength={meta.kind === 'number' ? undefined : meta.maxLength}
      autocomplete={meta.autocomplete ?? look.autocomplete}
      autocapitalize={meta.kind && meta.kind !== 'text' ? 'none' : undefined}
      spellcheck={meta.kind && meta.kind !== 'text' ? false : undefined}
      readOnly={readOnly}
    />
  );
};

export const TextareaControl = (props: ControlProps) => (
  <textarea
    {...common(props)}
    class="input input-textarea"
    rows={props.meta.size && props.meta.size > 200 ? 8 : 4}
    autocomplete={props.meta.autocomplete}
    readOnly={props.readOnly}
  >
    {props.values[0] ?? ''}
  </textarea>
);

/** Never filled in by the server; the button that shows what is typed needs the script. */
export const PasswordControl = (props: ControlProps) => (
  <span class="joined">
    <input
      {...common(props)}
      type="password"
      class="input input-password"
      size={props.meta.size ?? 28}
      autocomplete={props.meta.autocomplete ?? 'current-password'}
      autocapitalize="none"
      spellcheck={false}
    />
    <button type="button" class="joined-button" data-show-password aria-pressed="false" aria-controls={props.id} hidden>
      <Icon name="eye" />
      <span>表示</span>
    </button>
  </span>
);
