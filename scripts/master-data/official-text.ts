import { readFileSync } from 'node:fs';

/** An official file as text: UTF-8 when it is valid UTF-8 (with or without a mark), else Shift_JIS. */
export const readOfficialText = (path: string): string => {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis', { fatal: true }).decode(bytes);
  }
};
