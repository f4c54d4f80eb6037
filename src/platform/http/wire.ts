import type { FastifyRequest } from 'fastify';
import { cookiesOf } from './cookies.ts';
import type { House } from './house.ts';
import type { Wire } from './route.ts';

/** What accounts need of the wire. */
export const wireOf = (house: House, request: FastifyRequest): Wire => ({
  cookies: cookiesOf(house, request),
  device: (request.headers['user-agent'] ?? '').slice(0, 300),
  address: request.ip,
});
