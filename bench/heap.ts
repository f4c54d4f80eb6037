import type { Program } from './program.ts';

type Heap = { readonly used: number; readonly buffers: number };

type Reply = {
  readonly id?: number;
  readonly result?: { readonly usedSize?: number; readonly backingStorageSize?: number };
};

/** The inspector of a running process: node opens it on SIGUSR1, so nothing has to be prepared in the program. */
const inspectorOf = async (pid: number, port: number): Promise<WebSocket> => {
  process.kill(pid, 'SIGUSR1');
  for (let tries = 0; ; tries++) {
    try {
      const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
        webSocketDebuggerUrl: string;
      }[];
      const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
      await new Promise((then, fail) => {
        socket.addEventListener('open', then, { once: true });
        socket.addEventListener('error', fail, { once: true });
      });
      return socket;
    } catch (error) {
      if (tries > 50) throw error;
      await new Promise((then) => setTimeout(then, 100));
    }
  }
};

const send = (socket: WebSocket, id: number, method: string): Promise<Reply['result']> =>
  new Promise((then) => {
    const listen = ({ data }: MessageEvent): void => {
      const reply = JSON.parse(String(data)) as Reply;
      if (reply.id !== id) return;
      socket.removeEventListener('message', listen);
      then(reply.result);
    };
    socket.addEventListener('message', listen);
    socket.send(JSON.stringify({ id, method }));
  });

/** Collects the garbage of a program and says what it holds, in MB; `port` as given to it with `--inspect-port`. */
export const heapAfterGc = async ({ pid }: Program, port: number): Promise<Heap> => {
  const socket = await inspectorOf(pid, port);
  await send(socket, 1, 'HeapProfiler.enable');
  await send(socket, 2, 'HeapProfiler.collectGarbage');
  const usage = await send(socket, 3, 'Runtime.getHeapUsage');
  socket.close();
  const megabytes = (bytes = Number.NaN): number => bytes / 1024 / 1024;
  return { used: megabytes(usage?.usedSize), buffers: megabytes(usage?.backingStorageSize) };
};
