/** A page of our own that a login may lead to; everything else (another site, the login pages) → null. */
export const localPath = (to: string): string | null => {
  if (!startsHere(to) || to.length > 2000 || !URL.canParse(to, here)) return null;
  const { origin, pathname, search } = new URL(to, here);
  if (
    origin !== here ||
    !startsHere(pathname) ||
    /^\/(login|logout|first-login|forgotten-password|reset-password|session)(\/|$)/.test(pathname)
  )
    return null;
  return `${pathname}${search}`;
};

const here = 'http://here.invalid';
/** Browsers read a backslash as a slash and drop tabs and line ends, so `/\`, `//` and `/<tab>/` lead elsewhere. */
const startsHere = (path: string): boolean => /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path);
