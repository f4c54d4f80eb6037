/** Layout, fields, tables and dialogs in the look of Japanese public services; no domain words. */
export {
  Button,
  type ButtonProps,
  ButtonRow,
  type ButtonVariant,
  LinkButton,
  type LinkButtonProps,
  NewTabMark,
  PostButton,
  type PostButtonProps,
} from './button.tsx';
export { CellInput, type CellInputProps } from './cell-input.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './confirm-dialog.tsx';

export { type Column, DataTable, type DataTableProps } from './data-table.tsx';
export type { DocumentProps } from './document.tsx';
export { Done, type DoneProps } from './done.tsx';
export { ErrorSummary, type ErrorSummaryProps } from './error-summary.tsx';
export { FieldError, FieldRow, type FieldRowProps } from './field-row.tsx';
export { Form, type FormProps } from './form.tsx';
export { formId, inputId } from './form-state.ts';
export type { Crumb, Frame, MenuItem, Tab } from './frame.ts';
export { HelpMark, type HelpMarkProps } from './help-mark.tsx';
export { Icon, type IconName, type IconProps } from './icon.tsx';
export { InlineField, type InlineFieldProps, InlineForm, type InlineFormProps } from './inline-form.tsx';
export { IslandData, type IslandDataProps } from './island-data.tsx';
export { type BreadcrumbsProps, Layout, type LayoutProps } from './layout.tsx';
export {
  ChoiceSwitch,
  type ChoiceSwitchProps,
  EmptyState,
  type EmptyStateProps,
  FilterBar,
  type FilterBarProps,
  FilterField,
  type FilterFieldProps,
  ListHead,
  type ListHeadProps,
  Pager,
  type PagerProps,
} from './list-parts.tsx';
export {
  Columns,
  type ColumnsProps,
  DescriptionList,
  type DescriptionListProps,
  Figures,
  type FiguresProps,
  MenuButtons,
  type MenuButtonsProps,
  Meter,
  type MeterProps,
  NewsList,
  type NewsListProps,
  Section,
  type SectionProps,
  Steps,
  type StepsProps,
} from './parts.tsx';
export { PasswordRules, type PasswordRulesProps } from './password-rules.tsx';
export { PublicLayout, type PublicLayoutProps } from './public-layout.tsx';
export { RecordCard, type RecordCardProps } from './record-card.tsx';
export { renderPage } from './render.ts';
export { RepeatingTable, type RepeatingTableProps } from './repeating-table.tsx';
export type { SortHeaderProps } from './sort-header.tsx';
export {
  Remaining,
  type RemainingProps,
  Summand,
  type SummandProps,
  Total,
  type TotalProps,
  UnsavedCount,
} from './sums.tsx';
export {
  Banners,
  Hidden,
  Notice,
  type NoticeProps,
  Quantity,
  type QuantityProps,
  StateLabel,
  type StateLabelProps,
  Tag,
  type Tone,
} from './text.tsx';
export { type Tile, TileMap, type TileMapProps } from './tile-map.tsx';
