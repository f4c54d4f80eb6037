import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const base64 = z.string().regex(/^[\w-]{1,20000}$/);
const common = { id: base64, rawId: base64, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) };

const assertion = z.looseObject({
  ...common,
  response: z.looseObject({ clientDataJSON: base64, authenticatorData: base64, signature: base64 }),
});
const registration = z.looseObject({
  ...common,
  response: z.looseObject({
    clientDataJSON: base64,
    attestationObject: base64,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
});

const parsed = <T>(schema: z.ZodType, typed: string): T | null => {
  try {
    const result = schema.safeParse(JSON.parse(typed));
    return result.success ? (result.data as T) : null;
  } catch {
    return null;
  }
};

/** What a browser sends after asking a passkey; null for anything else. */
export const parseAssertion = (typed: string): AuthenticationResponseJSON | null => parsed(assertion, typed);
/** What a browser sends after making a passkey. */
export const parseRegistration = (typed: string): RegistrationResponseJSON | null => parsed(registration, typed);
