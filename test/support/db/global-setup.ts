import type { TestProject } from 'vitest/node';
import { prepareServer } from './server-template.ts';
import { prepareTemplate } from './template.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: { template: string } | { admin: string; template: string; run: string } | { problem: string };
  }
}

/** Prepares the database that the workers copy, once per run. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const admin = process.env.TEST_DATABASE_URL;
  try {
    if (admin) {
      const { template, run, remove } = await prepareServer(admin);
      project.provide('database', { admin, template, run });
      return remove;
    }
    project.provide('database', { template: await prepareTemplate() });
  } catch (error) {
    // Tests that bring their own migrations can still run; the others say what is wrong.
    project.provide('database', { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
  return undefined;
}
