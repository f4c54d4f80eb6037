/** M1.2-4: the rules of a password, for the server and, while typing, for the page. */
const minimumLength = 8;
export const maximumLength = 128;
export const minimumClasses = 3;
/** The manual's list of special characters. */
export const specialCharacters = '!@#$%^&*()_+-={}[]\\|;:\',.?/`~><"';

export const passwordRules = [
  { id: 'length', label: `${minimumLength}文字以上` },
  { id: 'classes', label: `アルファベット大文字・アルファベット小文字・数字・特殊文字のうち${minimumClasses}種類以上` },
  { id: 'user-name', label: 'ユーザ名を含まない' },
  { id: 'common', label: 'よく使われるパスワード（Password1! など）ではない' },
] as const;
/** MH-1, MH-2: how many passwords before the current one are refused too. */
export const formerPasswords = 4;
export type PasswordRule = (typeof passwordRules)[number]['id'];

/** Full-width and half-width forms are the same password, so that another keyboard does not lock anyone out. */
export const foldPassword = (typed: string): string => typed.normalize('NFKC');

const classes: readonly ((character: string) => boolean)[] = [
  (character) => /[A-Z]/.test(character),
  (character) => /[a-z]/.test(character),
  (character) => /[0-9]/.test(character),
  (character) => specialCharacters.includes(character),
];

/** How many of the four classes the password has. */
export const countClasses = (password: string): number => {
  const characters = [...foldPassword(password)];
  return classes.filter((isOf) => characters.some(isOf)).length;
};

/** The part before @ counts from four characters on; a shorter one stands in every other word. */
const containsUserName = (password: string, userName: string): boolean => {
  const text = password.toLowerCase();
  const local = userName.split('@')[0] ?? '';
  return (userName !== '' && text.includes(userName)) || (local.length >= 4 && text.includes(local));
};

/** What only the server knows. */
export type ServerSide = { readonly userName?: string; readonly common?: boolean };

/** The rules that a password breaks, in the order of the list. */
export const brokenRules = (typed: string, { userName = '', common = false }: ServerSide = {}): PasswordRule[] => {
  const password = foldPassword(typed);
  const broken: Record<PasswordRule, boolean> = {
    length: [...password].length < minimumLength,
    classes: countClasses(password) < minimumClasses,
    'user-name': containsUserName(password, userName),
    common,
  };
  return passwordRules.map(({ id }) => id).filter((id) => broken[id]);
};

/** What to say under the field; null when all rules are met. */
export const passwordFault = (typed: string, known: ServerSide = {}): string | null => {
  const broken = brokenRules(typed, known);
  if (broken.length === 0) return null;
  const labels = passwordRules.filter(({ id }) => broken.includes(id)).map(({ label }) => label);
  return `パスワードは次の条件を満たしてください：${labels.join('、')}。`;
};
