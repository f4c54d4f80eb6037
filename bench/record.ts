import type { ChildProcess } from 'node:child_process';

/** One statement as the program handed it to the driver. */
export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[] | undefined;
  /** Under which the connection keeps it planned. */
  readonly name?: string | undefined;
};

/**
 * The statements of the transaction in which a request ran, in a program that was started with `children/recorder.ts`:
 * the one that holds `mark`, between others that the program runs on its own.
 */
export const recordTransaction = async (
  child: ChildProcess,
  mark: string,
  ask: () => Promise<unknown>,
): Promise<readonly Statement[]> => {
  const heard: (readonly Statement[])[] = [];
  const listen = (message: unknown): void => {
    heard.push(message as readonly Statement[]);
  };
  child.on('message', listen);
  await ask();
  // The recorder tells at the commit, on a channel of its own.
  await new Promise((then) => setTimeout(then, 300));
  child.off('message', listen);
  const found = heard.findLast((statements) => statements.some(({ text }) => text.includes(mark)));
  if (!found) throw new Error(`no transaction with 「${mark}」 was seen`);
  return found;
};
