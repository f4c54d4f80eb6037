/** The few ways in which a request can go wrong (RFC 9457). Texts are shown to users, in plain Japanese. */
export const problemKinds = {
  notFound: { status: 404, title: 'ページが見つかりません' },
  forbidden: { status: 403, title: 'この操作はできません' },
  signedOut: { status: 401, title: 'ログインしてください' },
  invalid: { status: 422, title: '入力内容を確認してください' },
  stale: { status: 409, title: 'ほかの人が先に変更しました' },
  conflict: { status: 409, title: '今の状態ではこの操作はできません' },
  tooMany: { status: 429, title: 'しばらくたってからお試しください' },
  unavailable: { status: 503, title: 'ただいまご利用いただけません' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;

/** Messages by input name; the empty name is the form as a whole. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Thrown anywhere, turned into a page, the form again, or problem+json in one place (platform/http/problem-reply). */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly errors: FieldErrors;
  /** When it is worth trying again, where that is known. */
  readonly retryAfterSeconds: number | null;
  constructor(kind: ProblemKind, detail?: string, errors: FieldErrors = {}, retryAfterSeconds: number | null = null) {
    super(detail ?? problemKinds[kind].title);
    this.kind = kind;
    this.errors = errors;
    this.retryAfterSeconds = retryAfterSeconds;
  }
  get status(): number {
    return problemKinds[this.kind].status;
  }
}

/** Nothing can be taken just now; says why, and when to come back. */
export const unavailable = (detail: string, retryAfterSeconds: number): Problem =>
  new Problem('unavailable', detail, {}, retryAfterSeconds);
export const notFound = (detail?: string): Problem => new Problem('notFound', detail);
export const conflict = (detail: string): Problem => new Problem('conflict', detail);
/** Someone else saved since the form was opened: says who and when. */
export const stale = (who: string, when: string): Problem =>
  new Problem('stale', `${when}に${who}が先に変更しました。最新の内容を確認して、もう一度入力してください。`);
/** One field is wrong for a reason only the server knows. */
export const invalid = (errors: FieldErrors): Problem =>
  new Problem('invalid', 'まだ登録されていません。入力内容を確認してください。', errors);
