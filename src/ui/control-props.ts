import type { FieldMeta, Option } from '../kernel/form.ts';

/** What every kind of input needs; made by FieldRow and CellInput. */
export type ControlProps = {
  readonly id: string;
  readonly name: string;
  readonly meta: FieldMeta;
  readonly values: readonly string[];
  readonly invalid: boolean;
  readonly describedBy?: string;
  /** In tables: row and column heading; elsewhere a label element names the input. */
  readonly label?: string;
  readonly options?: readonly Option[];
  /** `YYYY-MM-DD`; shows the button that fills in today's date. */
  readonly today?: string;
  readonly lookupUrl?: string;
  /** Heading over the names found. */
  readonly lookupHeading?: string;
  /** The name that belongs to the chosen id. */
  readonly lookupText?: string;
  readonly readOnly?: boolean;
  readonly disabled?: boolean;
  readonly data?: Readonly<Record<`data-${string}`, string | undefined>>;
};

/** Attributes that all inputs share. */
export const common = ({ id, name, meta, invalid, describedBy, label, disabled, data }: ControlProps) => ({
  id,
  name,
  disabled,
  'aria-label': label,
  'aria-required': meta.required ? ('true' as const) : undefined,
  'aria-invalid': invalid ? ('true' as const) : undefined,
  'aria-describedby': describedBy,
  ...data,
});
