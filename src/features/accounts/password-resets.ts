/** MH-2: how long the URL of a forgotten password can be used, how many answers, how many mails an hour. */
export const resetHours = 24;
export const answerTries = 5;
export const resetsPerHour = 5;

export const resetExpiry = (now: Date): Date => new Date(now.getTime() + resetHours * 3_600_000);
