/** Said again, because a table laid out as cards on a phone loses them. */
export const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** A box that scrolls must be reachable by keyboard. */
export const reachable = { tabIndex: 0 } as const;
