/** A user name as typed: full-width letters, capitals and spaces around it mean the same name. */
export const foldUserName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** M1.2-1: user names have the form xxxxx@v.sys. */
export const isUserName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?@v\.sys$/.test(name);

/** Nothing that is read or told wrongly on the phone: no 0 and o, no 1, i and l. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const nameLength = 6;

/** A user name made of random numbers in [0, 1). */
export const makeUserName = (random: () => number): string => {
  const letter = (): string => alphabet.charAt(Math.floor(random() * alphabet.length));
  return `${Array.from({ length: nameLength }, letter).join('')}@v.sys`;
};
