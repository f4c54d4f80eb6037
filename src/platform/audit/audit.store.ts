import { prepared, type Tx } from '../db/index.ts';

declare module '../db/tables.ts' {
  interface Tables {
    audit_log: {
      at: Date;
      user_id: number | null;
      org_id: number | null;
      for_org_id: number | null;
      action: string;
      subject: string;
      outcome: 'done' | 'refused';
      detail: string;
      address: string;
    };
  }
}

export type AuditLine = {
  readonly at: Date;
  readonly userId: number | null;
  readonly orgId: number | null;
  readonly forOrgId?: number | null;
  readonly action: string;
  readonly subject?: string;
  readonly outcome: 'done' | 'refused';
  readonly detail?: Record<string, unknown>;
  /** From where. */
  readonly address?: string;
};

type Written = Required<Omit<AuditLine, 'detail'>> & { readonly detail: string };

const write = prepared((db, line: Written) =>
  db.insertInto('audit_log').values({
    at: line.at,
    user_id: line.userId,
    org_id: line.orgId,
    for_org_id: line.forOrgId,
    action: line.action,
    subject: line.subject,
    outcome: line.outcome,
    detail: line.detail,
    address: line.address,
  }),
);

/** Writes who did what, in the transaction in which it was done. `detail` holds ids and figures, no personal data. */
export const writeAudit = async (tx: Tx, line: AuditLine): Promise<void> => {
  await write(tx, {
    ...line,
    forOrgId: line.forOrgId ?? null,
    subject: line.subject ?? '',
    detail: JSON.stringify(line.detail ?? {}),
    address: line.address ?? '',
  });
};
