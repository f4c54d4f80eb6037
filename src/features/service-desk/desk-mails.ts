/** A mail as the service desk sees one: to whom and how it fares, never what it says (S37). */
export type DeskMail = {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly state: 'waiting' | 'sent' | 'failed' | 'suspended';
  readonly tries: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly userId: number | null;
  readonly orgName: string | null;
  /** It holds a code or a URL, so after a while it is of no use. */
  readonly secret: boolean;
  /** Its text is gone, so it cannot be sent again. */
  readonly erased: boolean;
};

export const mailStateNames: Readonly<Record<DeskMail['state'], string>> = {
  waiting: '送信待ち',
  failed: '届きませんでした',
  suspended: '保留中',
  sent: '送信済み',
};

export const mailFilters = ['open', 'waiting', 'failed', 'suspended', 'sent'] as const;
export type MailFilter = (typeof mailFilters)[number];
