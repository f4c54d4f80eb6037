import { expect } from 'vitest';
import { confirmed } from '../html.ts';
import type { TestApp } from './index.ts';
import type { Person } from './people.ts';

/** Works the pages of a table that is filled from a file, as a person does. */
export const sheetFile = (app: TestApp, who: Person, place: string) => {
  const upload = (content: string | Buffer, by = who) =>
    app.send(by, place, { file: Buffer.from(content).toString('base64'), _request: crypto.randomUUID() });
  /** The preview of a file: what it would do, or its faults. */
  const preview = async (content: string | Buffer) => {
    const { status, location, html } = await upload(content);
    if (status !== 303) return { location, html, text: html.replaceAll(/<[^>]+>/g, '') };
    const page = (await app.open(who, location)).html;
    return { location, html: page, text: page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
  };
  /** Registers it, answering every question with 「OK」; where it ends. */
  const apply = async (location: string) => {
    const answers: string[] = [];
    let answer = await app.send(who, location);
    for (let i = 0; i < 3 && answer.status === 200; i++) {
      const digest = confirmed(answer.html);
      expect(digest.length).toBeGreaterThan(0);
      answers.push(...digest);
      answer = await app.send(who, location, { _confirmed: [...new Set(answers)] });
    }
    return answer;
  };
  const download = async (format: 'csv' | 'xlsx' = 'csv') => {
    const reply = await app.server.inject({ url: `${place}/file.${format}`, cookies: { sid: who.sid } });
    expect(reply.statusCode).toBe(200);
    return reply.rawPayload;
  };
  return { upload, preview, apply, download };
};
