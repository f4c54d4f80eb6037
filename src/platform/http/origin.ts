import type { FastifyRequest } from 'fastify';

/** CSRF: a write must come from our own pages, as the browser itself says; a command line sends neither header. */
export const sameOrigin = (request: FastifyRequest, publicUrl: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`;
};
