import { type ControlProps, common } from './control-props.ts';
import { Hidden } from './text.tsx';

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 2021-04-26 → 2021/04/26; anything else stays as typed. */
const slashed = (day: string): string => day.replace(isoDay, '$1/$2/$3');

/**
 * A date typed as yyyy/mm/dd. The island opens a calendar when the field is pressed and makes the button at the
 * right fill in today's date; without script it is a plain field.
 */
export const DateControl = (props: ControlProps) => (
  <span class="date" data-date data-today={props.today}>
    <input
      {...common(props)}
      type="text"
      class="input input-date"
      value={slashed(props.values[0] ?? '')}
      size={11}
      maxLength={20}
      autocomplete={props.meta.autocomplete ?? 'off'}
      data-date-input
      readOnly={props.readOnly}
    />
    {props.today && (
      <button type="button" class="today" data-date-today={slashed(props.today)}>
        <Hidden>本日の日付 </Hidden>
        {slashed(props.today)}
        <Hidden> を入力</Hidden>
      </button>
    )}
  </span>
);

/** Date and time by the browser's own picker. */
export const DateTimeControl = (props: ControlProps) => (
  <input
    {...common(props)}
    type="datetime-local"
    class="input input-datetime"
    value={(props.values[0] ?? '').replaceAll('/', '-').replace(' ', 'T')}
  />
);
