import { type FormDef, type FormState, isTable } from '../kernel/form.ts';
import { inputId } from './form-state.ts';
import { Icon } from './icon.tsx';

export type ErrorSummaryProps = {
  readonly def: FormDef;
  readonly state: FormState;
  readonly rowLabel?: (table: string, row: string, column: string) => string;
};

/** All that is wrong, at the top; takes the focus and links to each input. Form shows it by itself. */
export const ErrorSummary = ({ def, state, rowLabel }: ErrorSummaryProps) => {
  const faults = Object.entries(state.errors);
  const whole = state.summary ?? state.errors[''];
  const named = faults.filter(([name]) => name !== '');
  if (named.length === 0 && !whole) return null;
  const id = `${inputId(def, 'errors')}`;
  return (
    <div class="error-summary" role="alert" aria-labelledby={id} tabIndex={-1} autofocus data-error-summary>
      <h2 id={id}>
        <Icon name="error" size={24} />
        {named.length > 0 ? `入力内容を確認してください（${named.length}件）` : '登録できませんでした'}
      </h2>
      {whole && <p>{whole}</p>}
      {named.length > 0 && (
        <ul>
          {named.map(([name, message]) => (
            <li key={name}>
              <a href={`#${encodeURIComponent(inputId(def, name))}`}>
                {rowPrefix(def, name, rowLabel)}
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const rowPrefix = (def: FormDef, name: string, rowLabel: ErrorSummaryProps['rowLabel']): string => {
  const [table, column] = [name.slice(0, name.indexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
  const found = def.fields[table];
  if (!rowLabel || !found || !isTable(found)) return '';
  return `${rowLabel(table, name.slice(table.length + 1, -column.length - 1), column)}：`;
};
