/** M1.2-1: how long the URL of an invitation can be used. */
export const invitationHours = 24;

export const invitationExpiry = (now: Date): Date => new Date(now.getTime() + invitationHours * 3_600_000);
