/** Reads our pages by what a person meets: the open question, the messages at the fields. */

/** The digest behind the 「OK」 of the open dialog, and those answered before. */
export const confirmed = (html: string): string[] => [
  ...[...html.matchAll(/<input type="hidden" name="_confirmed" value="([^"]+)"/g)].map(([, digest]) => digest ?? ''),
  ...[...html.matchAll(/<button[^>]*name="_confirmed"[^>]*value="([^"]+)"/g)].map(([, digest]) => digest ?? ''),
];

/** The message at a field, by the ending of its input's id; `summary` for the list at the top. */
export const fieldError = (html: string, name: string): string => {
  const place =
    name === 'summary'
      ? /class="error-summary"[\s\S]*?<\/div>/
      : new RegExp(`id="[\\w-]*-${name}-error"[\\s\\S]*?</p>`);
  return (place.exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/g, '');
};
