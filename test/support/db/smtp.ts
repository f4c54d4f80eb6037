import { createServer, type Socket } from 'node:net';

/** A mail server for tests: keeps what it is given. `answer` decides what it says to the end of a mail. */
export async function smtpServer(answer: (nth: number) => string = () => '250 OK') {
  const mails: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    converse(socket, (mail) => answer(mails.push(mail)));
  });
  await new Promise<void>((then) => server.listen(0, '127.0.0.1', then));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    /** Ends, and hangs up on who keeps the connection for more mails. */
    close: () =>
      new Promise<void>((then) => {
        server.close(() => then());
        for (const socket of open) socket.destroy();
      }),
  };
}

function converse(socket: Socket, keep: (mail: string) => string): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  let body: string[] | undefined;
  let rest = '';
  say('220 test');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = `${rest}${chunk}`.split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (body && line !== '.') body.push(line);
      else if (body) {
        say(keep(body.join('\n')));
        body = undefined;
      } else if (/^data/i.test(line)) {
        body = [];
        say('354 go on');
      } else if (/^rcpt.*nobody@/i.test(line)) say('550 5.1.1 no such user');
      else if (/^quit/i.test(line)) socket.end('221 bye\r\n');
      else say('250 OK');
    }
  });
}
