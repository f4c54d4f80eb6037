import type { ComponentChildren } from 'preact';
import type { FormDef, FormState } from '../kernel/form.ts';
import { classNames } from './class-names.ts';
import { FieldRow, type FieldRowProps } from './field-row.tsx';
import { Form } from './form.tsx';
import { type FieldName, fieldOf } from './form-state.ts';
import { Icon } from './icon.tsx';
import { Hidden } from './text.tsx';

export type InlineFormProps<D extends FormDef> = {
  readonly def: D;
  readonly state: FormState;
  readonly action: string;
  readonly submit?: string;
  readonly children: ComponentChildren;
};

/** A record that is edited where it is shown; all changed fields are saved at once. The bar shows while editing. */
export const InlineForm = <D extends FormDef>({ submit = '保存', ...form }: InlineFormProps<D>) => (
  <Form {...form} submit={submit} sticky inline />
);

export type InlineFieldProps<D extends FormDef> = Omit<FieldRowProps<D>, 'aside'> & {
  readonly name: FieldName<D>;
  /** The value as it is shown; `null` for not entered. */
  readonly display: ComponentChildren;
  /** Cannot be changed now. */
  readonly locked?: boolean;
};

/** One value with its pencil, or its lock. Without script the pencil is not shown: the edit page does it. */
export const InlineField = <D extends FormDef>({ display, locked, ...field }: InlineFieldProps<D>) => {
  const { meta } = fieldOf(field.def, field.name);
  const blank = display === null || display === undefined || display === '';
  const open = field.state.errors[field.name] !== undefined;
  return (
    <div class="inline" data-inline={locked ? undefined : ''}>
      <div class="inline-view" data-inline-view={locked ? undefined : ''} hidden={open}>
        <span class={classNames('inline-label', meta.approval && 'needs-approval')}>{meta.label}</span>
        <span class="inline-value">
          {blank ? '—' : display}
          {meta.unit && !blank && <span class="unit">{meta.unit}</span>}
        </span>
        {locked ? (
          <span class="lock-mark">
            <Icon name="lock" />
            <Hidden>{meta.label} 鍵マーク</Hidden>
          </span>
        ) : (
          <button type="button" class="inline-edit" data-inline-edit>
            <Icon name="pencil" />
            <Hidden>{meta.label} 鉛筆マーク</Hidden>
          </button>
        )}
      </div>
      {!locked && (
        <div class="inline-editor" data-inline-editor hidden={!open}>
          <FieldRow
            {...field}
            aside={
              <button type="button" class="inline-undo" data-inline-undo>
                <Icon name="undo" />
                <Hidden>{meta.label} 戻るマーク</Hidden>
              </button>
            }
          />
        </div>
      )}
    </div>
  );
};
