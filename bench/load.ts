import { Agent, request } from 'node:http';

export type Call = {
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
};

/** Connections that stay open, as browsers and proxies keep them. */
export const clientOf = (origin: string, connections = 4) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = ({ path, method = 'GET', headers = {}, body }: Call): Promise<Answer> =>
    new Promise((then, fail) => {
      const form = {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body ?? ''),
      };
      const sent = request(
        `${origin}${path}`,
        { agent, method, headers: { ...(body && form), ...headers } },
        (reply) => {
          const chunks: Buffer[] = [];
          reply.on('data', (chunk: Buffer) => chunks.push(chunk));
          reply.on('end', () =>
            then({ status: reply.statusCode ?? 0, headers: reply.headers, body: Buffer.concat(chunks) }),
          );
          reply.on('error', fail);
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  return { ask, close: () => agent.destroy() };
};
export type Client = ReturnType<typeof clientOf>;

/** Works through a list, so many at a time, the next as soon as one is done; the time of each in ms. */
export const timeEach = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<number[]> => {
  const times: number[] = [];
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      const started = performance.now();
      await work(item);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
};

/** Asks, and throws unless the answer has this status: a bench of error pages would look fast. */
export const expectStatus = async (client: Client, call: Call, status: number): Promise<Answer> => {
  const answer = await client.ask(call);
  if (answer.status !== status)
    throw new Error(`${call.method ?? 'GET'} ${call.path} answered ${answer.status}, not ${status}: ${textOf(answer)}`);
  return answer;
};

const textOf = ({ body }: Answer): string =>
  body
    .toString('utf8')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 400);
