const NEWLINE = 0x0a;

const lineStart = (text: Buffer, at: number): number => (at === 0 ? 0 : text.lastIndexOf(NEWLINE, at - 1) + 1);

const lineEnd = (text: Buffer, at: number): number => {
  const end = text.indexOf(NEWLINE, at);
  return end === -1 ? text.length : end;
};

const firstLineFrom = (text: Buffer, prefix: Buffer): number => {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const start = lineStart(text, (low + high) >> 1);
    const end = lineEnd(text, start);
    const isBefore = text.compare(prefix, 0, prefix.length, start, Math.min(start + prefix.length, end)) < 0;
    if (isBefore) low = end + 1;
    else high = start;
  }
  return low;
};

/**
 * The lines that begin with the prefix, in UTF-8 text whose lines are sorted by their bytes. Searches the bytes as they
 * are: a hundred thousand lines stay one buffer instead of a hundred thousand objects.
 */
export const linesWithPrefix = (text: Buffer, prefix: string): readonly string[] => {
  const wanted = Buffer.from(prefix);
  const lines: string[] = [];
  for (let at = firstLineFrom(text, wanted); at < text.length; at = lineEnd(text, at) + 1) {
    const line = text.toString('utf8', at, lineEnd(text, at));
    if (!line.startsWith(prefix)) break;
    lines.push(line);
  }
  return lines;
};
