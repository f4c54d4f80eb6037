const megabyte = 1024 * 1024;

/** What the desk may add to an article: types told from the content, the endings that go with them, the size limit. */
const fileKinds = [
  { type: 'image/png', endings: ['png'], word: '画像', limit: 5 * megabyte },
  { type: 'image/jpeg', endings: ['jpg', 'jpeg'], word: '画像', limit: 5 * megabyte },
  { type: 'image/webp', endings: ['webp'], word: '画像', limit: 5 * megabyte },
  { type: 'application/pdf', endings: ['pdf'], word: 'PDF', limit: 20 * megabyte },
  { type: 'video/mp4', endings: ['mp4', 'm4v'], word: '動画', limit: 30 * megabyte },
  { type: 'video/webm', endings: ['webm'], word: '動画', limit: 30 * megabyte },
] as const;
export type FileType = (typeof fileKinds)[number]['type'];

/** The largest file of any kind, in bytes. */
export const largestFile = Math.max(...fileKinds.map(({ limit }) => limit));
const nameLimit = 100;

/** A file of an article, without its bytes. */
export type ArticleFile = {
  readonly id: number;
  readonly articleId: number;
  readonly name: string;
  readonly type: FileType;
  /** Bytes. */
  readonly size: number;
  readonly addedAt: Date;
};

/** 「1.2MB」, 「340KB」 */
export const sizeWords = (bytes: number): string =>
  bytes >= megabyte ? `${(bytes / megabyte).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`;

export const isPicture = ({ type }: Pick<ArticleFile, 'type'>): boolean => type.startsWith('image/');
export const isPdf = ({ type }: Pick<ArticleFile, 'type'>): boolean => type === 'application/pdf';
export const isVideo = ({ type }: Pick<ArticleFile, 'type'>): boolean => type.startsWith('video/');

/** A file's name without its folders. */
export const plainName = (name: string): string => name.normalize('NFC').split(/[/\\]/).at(-1)?.trim() ?? '';

const choices = 'PNG・JPEG・WebPの画像（5MBまで）、PDF（20MBまで）、MP4・WebMの動画（30MBまで）';
/** What may be added, for the form. */
export const fileHint = `${choices}を追加できます。`;

/** What is wrong with a file of this name, detected type and size, in words; null when it may be added. */
export const fileFault = (name: string, detected: string | null, size: number): string | null => {
  if (name === '') return 'ファイル名がありません。名前をつけてから選択してください。';
  if ([...name].length > nameLimit)
    return `ファイル名は${nameLimit}文字以内にしてください（いまは${[...name].length}文字です）。`;
  if (/[\p{Cc}\p{Cs}<>:"|?*]/u.test(name)) return 'ファイル名に使えない文字が含まれています。';
  const kind = fileKinds.find(({ type }) => type === detected);
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (!kind) {
    const meant = fileKinds.find(({ endings }) => (endings as readonly string[]).includes(ending));
    return meant
      ? `このファイルの中身は${meant.word}（${ending.toUpperCase()}）ではありません。正しいファイルを選択してください。`
      : `この種類のファイルは追加できません。${choices}を選択してください。`;
  }
  if (!(kind.endings as readonly string[]).includes(ending))
    return `ファイル名の終わりが中身と合いません。「.${kind.endings[0]}」にしてください。`;
  if (size > kind.limit) return `${kind.word}は${sizeWords(kind.limit)}までです（いまは${sizeWords(size)}です）。`;
  return null;
};
