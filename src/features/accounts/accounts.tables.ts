import type { Generated } from 'kysely';
import type { OrgKind } from '../../kernel/policy.ts';
import type { CodePurpose } from './codes.ts';
import type { Stage } from './sessions.ts';

type OrganisationRow = {
  id: Generated<number>;
  kind: OrgKind;
  name: string;
  prefecture_code: string | null;
  municipality_code: string | null;
  phone: Generated<string>;
  email: Generated<string>;
  active: Generated<boolean>;
  version: Generated<number>;
  created_at: Generated<Date>;
};

type UserRow = {
  id: Generated<number>;
  org_id: number;
  user_name: string;
  family_name: string;
  given_name: string;
  email: string;
  phone: Generated<string>;
  password_hash: string | null;
  password_changed_at: Date | null;
  failed_count: Generated<number>;
  locked_until: Date | null;
  security_question: string | null;
  security_answer_hash: string | null;
  consent_version: string | null;
  consent_at: Date | null;
  first_login_at: Date | null;
  phone_page_done_at: Date | null;
  disabled_at: Date | null;
  version: Generated<number>;
  created_at: Generated<Date>;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    organisations: OrganisationRow;
    users: UserRow;
    sessions: {
      id_hash: Buffer;
      user_id: number;
      stage: Stage;
      created_at: Date;
      last_seen_at: Date;
      ended_at: Date | null;
      return_to: string | null;
      device: string;
      address: Generated<string>;
      mail_change_id: number | null;
    };
    codes: {
      id: Generated<number>;
      user_id: number;
      purpose: CodePurpose;
      hash: Buffer;
      created_at: Date;
      expires_at: Date;
      tries_left: number;
      used_at: Date | null;
    };
    password_history: { id: Generated<number>; user_id: number; hash: string; replaced_at: Date };
    password_requests: { id: Generated<number>; user_name: string; address: string; at: Date };
    password_resets: {
      id: Generated<number>;
      user_id: number | null;
      token_hash: Buffer;
      created_at: Date;
      expires_at: Date;
      tries_left: number;
      used_at: Date | null;
    };
    mail_changes: {
      id: Generated<number>;
      user_id: number;
      old_email: string;
      new_email: string;
      token_hash: Buffer;
      created_at: Date;
      expires_at: Date;
      state: Generated<'open' | 'done' | 'void'>;
      ended_at: Date | null;
    };
    remembered_browsers: {
      id: Generated<number>;
      user_id: number;
      token_hash: Buffer;
      device: string;
      address: string;
      created_at: Date;
      last_used_at: Date;
      expires_at: Date;
    };
    sign_in_failures: { id: Generated<number>; address: string; at: Date };
    passkeys: {
      id: Generated<number>;
      user_id: number;
      credential_id: string;
      public_key: Buffer;
      counter: number;
      transports: string;
      name: string;
      created_at: Date;
      last_used_at: Date | null;
    };
    used_challenges: { hash: Buffer; used_at: Date };
    totp_secrets: {
      user_id: number;
      sealed: Buffer;
      confirmed_at: Date | null;
      last_step: Generated<number>;
      created_at: Date;
    };
    recovery_codes: { id: Generated<number>; user_id: number; hash: Buffer; used_at: Date | null };
    kept_forms: {
      id: Generated<number>;
      user_id: number;
      action: string;
      fields: string;
      preview: string;
      kept_at: Date;
      offered_at: Date | null;
    };
    invitations: {
      id: Generated<number>;
      user_id: number;
      token_hash: Buffer;
      created_at: Date;
      expires_at: Date;
      used_at: Date | null;
    };
  }
}
