import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { SortHeader } from './sort-header.tsx';

export type Column<R> = {
  readonly key: string;
  readonly label: string;
  /** Stands in the header, not in each cell. */
  readonly unit?: string;
  readonly align?: 'start' | 'end' | 'center';
  /** Stays in sight when the table is scrolled sideways: the first column, or (`end`) the last. */
  readonly sticky?: boolean | 'end';
  /** Neighbouring columns with the same group stand under one heading. */
  readonly group?: string;
  readonly sort?: { readonly href: string; readonly current?: 'asc' | 'desc' };
  /** Keeps short values (dates, codes) on one line. */
  readonly nowrap?: boolean;
  /** Leaves room for long words (addresses). */
  readonly wide?: boolean;
  /** What stands in the cell; without it, the row's value under the key. */
  readonly cell?: (row: R, index: number) => ComponentChildren;
};

export type DataTableProps<R> = {
  readonly caption: string;
  /** The caption is already said by a heading right above. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey?: (row: R, index: number) => string;
  /** Makes the whole row a link, written on the row's heading. */
  readonly rowHref?: (row: R) => string | undefined;
  /** Key of the column that names the row; the first one unless given, `null` for none. */
  readonly rowHeader?: string | null;
  /** Totals: a last row that stays in sight. */
  readonly foot?: Readonly<Record<string, ComponentChildren>>;
  readonly footLabel?: string;
  /** On narrow screens one card a row, instead of scrolling sideways. */
  readonly stack?: boolean;
  /** Cells are inputs: arrows, Enter and pasted blocks work as in a spreadsheet. */
  readonly grid?: boolean;
  /** Shown instead of a table without rows. */
  readonly empty?: ComponentChildren;
};

/** A box that scrolls must be reachable by keyboard. */
export const reachable = { tabIndex: 0 };

/** Compares records. Scrolls in a box of its own, with heading, first columns and totals staying in sight. */
export const DataTable = <R,>(props: DataTableProps<R>) => {
  const { caption, captionHidden, columns, rows, foot, stack, empty } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  const header = props.rowHeader === undefined ? columns[0]?.key : (props.rowHeader ?? undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group and no landmark, which the section around it already is
    <div
      role="group"
      class={classNames('table-box', stack && 'table-box-stack', rows.length > 12 && 'table-box-tall')}
      aria-label={caption}
      {...reachable}
    >
      <table
        class={classNames('table', stack && 'table-stack', foot && 'table-with-foot')}
        role={stack ? 'table' : undefined}
        data-grid={props.grid ? '' : undefined}
      >
        <caption class={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <Head columns={columns} stack={stack} />
        <tbody role={stack ? 'rowgroup' : undefined}>
          {rows.map((row, i) => (
            <Row
              key={props.rowKey?.(row, i) ?? i}
              row={row}
              index={i}
              columns={columns}
              header={header}
              href={props.rowHref?.(row)}
              stack={stack}
            />
          ))}
        </tbody>
        {foot && <Foot columns={columns} foot={foot} label={props.footLabel} stack={stack} />}
      </table>
    </div>
  );
};

const alignClass = (column: Column<never>): string | undefined =>
  classNames(
    column.align === 'end' && 'number',
    column.align === 'center' && 'centered',
    column.sticky === 'end' ? 'sticky-end' : column.sticky && 'sticky',
    column.nowrap && 'nowrap',
    column.wide && 'wide',
  );

type HeadProps<R> = { readonly columns: readonly Column<R>[]; readonly stack?: boolean };

const Head = <R,>({ columns, stack }: HeadProps<R>) => {
  const grouped = columns.some((column) => column.group);
  const role = stack ? 'row' : undefined;
  return (
    <thead role={stack ? 'rowgroup' : undefined}>
      {grouped && (
        <tr role={role}>
          {spans(columns).map(({ column, count }) =>
            column.group ? (
              <th key={column.key} colSpan={count} scope="colgroup" class="group">
                {column.group}
              </th>
            ) : (
              <HeadCell key={column.key} column={column} rowSpan={2} stack={stack} />
            ),
          )}
        </tr>
      )}
      <tr role={role}>
        {columns
          .filter((column) => !grouped || column.group)
          .map((column) => (
            <HeadCell key={column.key} column={column} stack={stack} />
          ))}
      </tr>
    </thead>
  );
};

/** Columns of the upper heading line: a group counts once. */
const spans = <R,>(columns: readonly Column<R>[]): { column: Column<R>; count: number }[] => {
  const out: { column: Column<R>; count: number }[] = [];
  for (const column of columns) {
    const last = out.at(-1);
    if (column.group && last?.column.group === column.group) last.count += 1;
    else out.push({ column, count: 1 });
  }
  return out;
};

const sorts = { asc: 'ascending', desc: 'descending' } as const;

type HeadCellProps<R> = { readonly column: Column<R>; readonly rowSpan?: number; readonly stack?: boolean };

const HeadCell = <R,>({ column, rowSpan, stack }: HeadCellProps<R>) => (
  <th
    scope="col"
    role={stack ? 'columnheader' : undefined}
    rowSpan={rowSpan}
    class={alignClass(column)}
    aria-sort={column.sort?.current && sorts[column.sort.current]}
  >
    {column.sort ? <SortHeader label={column.label} {...column.sort} /> : column.label}
    {column.unit && <span class="unit">（{column.unit}）</span>}
  </th>
);

/** On a card the header is out of sight, so the unit stands with the label. */
const cardLabel = ({ label, unit }: Column<never>): string => (unit ? `${label}（${unit}）` : label);

type RowProps<R> = {
  readonly row: R;
  readonly index: number;
  readonly columns: readonly Column<R>[];
  readonly header?: string;
  readonly href?: string;
  readonly stack?: boolean;
};

const Row = <R,>({ row, index, columns, header, href, stack }: RowProps<R>) => (
  <tr class={href ? 'row-link' : undefined} role={stack ? 'row' : undefined}>
    {columns.map((column) => {
      const content = column.cell ? column.cell(row, index) : (row as Record<string, ComponentChildren>)[column.key];
      const isHeader = column.key === header;
      const shared = { class: alignClass(column), 'data-label': stack ? cardLabel(column) : undefined };
      return isHeader ? (
        <th scope="row" key={column.key} role={stack ? 'rowheader' : undefined} {...shared}>
          {href ? <a href={href}>{content}</a> : content}
        </th>
      ) : (
        <td key={column.key} role={stack ? 'cell' : undefined} {...shared}>
          {stack ? <div class="cell">{content}</div> : content}
        </td>
      );
    })}
  </tr>
);

type FootProps<R> = {
  readonly columns: readonly Column<R>[];
  readonly foot: Readonly<Record<string, ComponentChildren>>;
  readonly label?: string;
  readonly stack?: boolean;
};

const Foot = <R,>({ columns, foot, label = '合計', stack }: FootProps<R>) => (
  <tfoot role={stack ? 'rowgroup' : undefined}>
    <tr role={stack ? 'row' : undefined}>
      {columns.map((column, i) =>
        i === 0 ? (
          <th scope="row" key={column.key} class={alignClass(column)} role={stack ? 'rowheader' : undefined}>
            {foot[column.key] ?? label}
          </th>
        ) : (
          <td
            key={column.key}
            class={alignClass(column)}
            role={stack ? 'cell' : undefined}
            data-label={stack ? cardLabel(column) : undefined}
          >
            {stack ? <div class="cell">{foot[column.key]}</div> : foot[column.key]}
          </td>
        ),
      )}
    </tr>
  </tfoot>
);
