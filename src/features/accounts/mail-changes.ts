/** MH-3: how long the URL in the mail to the new address can be used. */
export const mailChangeHours = 72;

export const mailChangeExpiry = (now: Date): Date => new Date(now.getTime() + mailChangeHours * 3_600_000);

/** A change of the mail address that is not completed yet. */
export type MailChange = {
  readonly id: number;
  readonly userId: number;
  readonly userName: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  readonly expiresAt: Date;
};
