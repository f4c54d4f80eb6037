/**
 * Every queue there is; `migrate` creates them. A job's payload holds ids only, never codes, mail text or personal data.
 * To add one, add its name here, its payload below, and its handler where the jobs are started.
 */
export const QUEUES = ['send-mail', 'reset-password', 'take-over-sheet'] as const;
export type Queue = (typeof QUEUES)[number];

/** What the jobs of each queue carry. */
export interface JobPayloads extends Record<Queue, Readonly<Record<string, string | number>>> {
  'send-mail': { mailId: number };
  'reset-password': { requestId: number };
  'take-over-sheet': { importId: number };
}

/** How patiently a failed job is tried again: after 30 s, doubling up to an hour, for about a day. */
export const QUEUE_OPTIONS = {
  retryLimit: 30,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 300,
} as const;
