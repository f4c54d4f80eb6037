import { type ControlProps, common } from './control-props.ts';

const optionsOf = ({ options, meta }: ControlProps) => options ?? meta.options ?? [];

/** One of a list; the empty first line stands while nothing is chosen, or where nothing may be chosen. */
export const ChoiceControl = (props: ControlProps) => {
  const value = props.values[0] ?? '';
  const options = optionsOf(props);
  const hasEmpty = options.some((option) => option.value === '');
  return (
    <select
      {...common(props)}
      class="input input-choice"
      value={value}
      autocomplete={props.meta.autocomplete}
      key={props.name}
    >
      {!hasEmpty && (!props.meta.required || value === '') && (
        <option value="">{props.meta.required ? '選択してください' : '選択しない'}</option>
      )}
      {options.map((option) => (
        <option value={option.value} key={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
};

/** All choices side by side; the group is named by FieldRow's legend or, in tables, by its label. */
export const RadioControl = (props: ControlProps) => (
  <Marks {...props} type="radio" checked={(value) => value === (props.values[0] ?? '')} />
);

/** Several of a list, all sent under one name. */
export const CheckGroupControl = (props: ControlProps) => (
  <Marks {...props} type="checkbox" checked={(value) => props.values.includes(value)} />
);

type MarksProps = ControlProps & {
  readonly type: 'radio' | 'checkbox';
  readonly checked: (value: string) => boolean;
};

const Marks = ({ type, checked, ...props }: MarksProps) => (
  <div class="marks">
    {optionsOf(props).map((option, i) => {
      const id = i === 0 ? props.id : `${props.id}-${i}`;
      return (
        <div class="mark" key={option.value}>
          <input
            type={type}
            id={id}
            name={props.name}
            value={option.value}
            checked={checked(option.value)}
            disabled={props.disabled}
            aria-invalid={props.invalid && type === 'checkbox' ? 'true' : undefined}
            aria-describedby={option.help ? `${id}-help` : undefined}
            {...props.data}
          />
          <label for={id}>{option.label}</label>
          {option.help && (
            <p class="hint" id={`${id}-help`}>
              {option.help}
            </p>
          )}
        </div>
      );
    })}
  </div>
);

/** One box; FieldRow puts the label beside it. */
export const CheckControl = (props: ControlProps) => (
  <input
    {...common(props)}
    type="checkbox"
    class="check"
    value="1"
    checked={(props.values[0] ?? '') !== '' && props.values[0] !== '0'}
  />
);
