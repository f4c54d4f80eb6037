import '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { House } from './house.ts';
import type { CookieChange } from './outcome.ts';

type Name = CookieChange['name'];
export type Cookies = Readonly<Partial<Record<Name, string>>>;

/** `__Host-` and Secure wherever the site is reached by https; plain names only on loopback. */
const nameOnWire = (publicUrl: string, name: Name): string =>
  publicUrl.startsWith('https:') ? `__Host-${name}` : name;

/** The cookies of a request by their plain names. */
export const cookiesOf = ({ publicUrl }: House, request: FastifyRequest): Cookies => {
  const read = (name: Name) => request.cookies[nameOnWire(publicUrl, name)];
  const [sid, device] = [read('sid'), read('device')];
  return { ...(sid && { sid }), ...(device && { device }) };
};

export const setCookies = (
  { publicUrl }: House,
  reply: FastifyReply,
  changes: readonly CookieChange[] = [],
): FastifyReply => {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const;
  for (const { name, value, maxAgeSeconds } of changes) {
    const wire = nameOnWire(publicUrl, name);
    if (value === null) reply.clearCookie(wire, options);
    else reply.setCookie(wire, value, { ...options, ...(maxAgeSeconds && { maxAge: maxAgeSeconds }) });
  }
  return reply;
};
