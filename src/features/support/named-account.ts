/** The account that a request names. */
export type NamedAccount = {
  readonly id: number;
  readonly orgId: number;
  readonly orgName: string;
  readonly orgCode: string | null;
  readonly name: string;
  readonly firstLoginAt: Date | null;
  readonly disabledAt: Date | null;
};
