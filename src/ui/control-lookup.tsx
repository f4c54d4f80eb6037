import { type ControlProps, common } from './control-props.ts';
import { Icon } from './icon.tsx';
import { Hidden } from './text.tsx';

/** The text beside a chosen id is sent under this name, so that a form that comes back still shows it. */
export const lookupTextName = (name: string): string => `${name}__text`;

/**
 * Refers to another record. The magnifier opens the dialog 「検索」 (lookup.island); without script it sends the form
 * with `_lookup` = the field's name, and the server answers with a page to search on.
 */
export const LookupControl = (props: ControlProps) => {
  const { id, name, meta, values, label, lookupUrl, lookupHeading, lookupText } = props;
  return (
    <span
      class="joined lookup"
      data-lookup={lookupUrl}
      data-lookup-label={label ?? meta.label}
      data-lookup-heading={lookupHeading}
    >
      <input
        {...common(props)}
        type="text"
        name={lookupTextName(name)}
        class="input input-lookup"
        value={lookupText ?? ''}
        size={meta.size ?? 32}
        autocomplete="off"
        data-lookup-text
      />
      <input type="hidden" name={name} value={values[0] ?? ''} data-lookup-id />
      <button
        type="submit"
        class="joined-button"
        name="_lookup"
        value={name}
        aria-controls={id}
        data-lookup-open
        formNoValidate
      >
        <Icon name="search" />
        <Hidden>{label ?? meta.label} 虫眼鏡マーク</Hidden>
      </button>
    </span>
  );
};
