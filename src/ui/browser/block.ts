/**
 * A block as a spreadsheet puts it on the clipboard → its rows and cells. Cells stand between tabs, rows between line
 * ends; a cell with either of them, or with a quote, stands in quotes. The line end after the last row is no row.
 */
export const parseBlock = (text: string): string[][] => {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const [value, end] = text[at] === '"' ? quoted(text, at) : plain(text, at);
    rows.at(-1)?.push(value);
    if (text[end] === '\t') at = end + 1;
    else {
      const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
      if (next >= text.length) return rows;
      rows.push([]);
      at = next;
    }
  }
  return rows;
};

const plain = (text: string, at: number): [string, number] => {
  let end = at;
  while (end < text.length && !/[\t\r\n]/.test(text[end] ?? '')) end += 1;
  return [text.slice(at, end).trim(), end];
};

const quoted = (text: string, at: number): [string, number] => {
  let value = '';
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] !== '"') value += text[i];
    else if (text[i + 1] === '"') {
      value += '"';
      i += 1;
    } else if (i + 1 >= text.length || /[\t\r\n]/.test(text[i + 1] ?? ''))
      // Line ends within a cell do not fit into an input.
      return [value.replace(/\s+/g, ' ').trim(), i + 1];
    else break;
  }
  // A quote that never ends is a letter like any other.
  return plain(text, at);
};
