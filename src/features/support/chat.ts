import type { Audience, Topic } from '../knowledge/index.ts';

/** One question to the chatbot and what became of it (MC-1). */
export type ChatQuestion = {
  readonly id: number;
  readonly askedAt: Date;
  /** Personal data struck out. */
  readonly question: string;
  readonly audience: Audience | null;
  readonly topic: Topic | null;
  /** Articles that were offered, the closest first. */
  readonly offered: readonly number[];
  readonly chosenId: number | null;
  readonly noneAt: Date | null;
  readonly helpful: boolean | null;
  readonly comment: string;
};

/** Longest question, in characters. */
export const questionLength = 200;
export const commentLength = 500;
