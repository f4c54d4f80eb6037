import limits from '../../../data/account-limits.json' with { type: 'json' };

/** Limits that are data: users per venue (MC-3), and failed logins from one address, where a whole hospital may sit. */
export const accountLimits: {
  readonly usersPerVenue: number;
  readonly addressMinutes: number;
  readonly addressFailures: number;
  readonly addressFailuresBeforeSlowing: number;
  readonly slowMilliseconds: number;
} = limits;

/** How a login from an address is met after so many failures from there. */
export type Pace = { readonly refuse: boolean; readonly waitMs: number };

/** Slow before refusing: from the first threshold on the wait grows until the second one shuts the door. */
export const paceOf = (failures: number, limit = accountLimits): Pace => {
  const { addressFailures, addressFailuresBeforeSlowing: from, slowMilliseconds } = limit;
  if (failures >= addressFailures) return { refuse: true, waitMs: 0 };
  const share = Math.max(0, failures - from) / (addressFailures - from);
  return { refuse: false, waitMs: Math.ceil(share * slowMilliseconds) };
};
