import PostalMime, { type Attachment } from 'postal-mime';

/** One recipient of one of our mails that a mail server gave up on. */
export type Bounce = { readonly mailId: number; readonly to: string; readonly reason: string };

/** What a message turned out to be. */
export type BounceMessage =
  | { readonly kind: 'bounces'; readonly bounces: readonly Bounce[] }
  /** A notice of delivery or delay: nothing to do. */
  | { readonly kind: 'other-report' }
  | { readonly kind: 'no-report' }
  /** It does not say which of our mails it is about. */
  | { readonly kind: 'not-ours' };

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** Groups of `Name: value` lines, parted by empty lines; folded lines are joined (RFC 3464). */
const groupsOf = (text: string): ReadonlyMap<string, string>[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map((group) => {
      const fields = group.split('\n').flatMap((line) => {
        const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
        return name ? [[name.toLowerCase(), (value ?? '').trim()] as const] : [];
      });
      return new Map(fields);
    })
    .filter((fields) => fields.size > 0);

/** `rfc822; someone@example.jp` → the address. */
const addressIn = (field: string | undefined): string | null =>
  field === undefined
    ? null
    : field
        .slice(field.indexOf(';') + 1)
        .trim()
        .replace(/^<|>$/g, '') || null;

const ourId = (text: string, domain: string): number | null => {
  const [, id, host] = /^message-id:\s*<v-sys\.(\d{1,15})@([^>\s]+)>/im.exec(text.replace(/\r?\n[ \t]+/g, ' ')) ?? [];
  return id && host?.toLowerCase() === domain.toLowerCase() ? Number(id) : null;
};

const longest = 300;

/**
 * Reads a delivery status notification (RFC 3464): which of our mails came back, for whom, and why. `domain` is that of
 * our Message-IDs; a notice about anybody else's mail is not ours. Never throws on what was sent.
 */
export const readBounce = async (raw: Buffer | string, domain: string): Promise<BounceMessage> => {
  const { attachments } = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
  });
  const part = (type: RegExp) => attachments.find(({ mimeType }) => type.test(mimeType));
  const status = part(/^message\/delivery-status$/i);
  if (!status) return { kind: 'no-report' };
  const failed = groupsOf(textOf(status)).filter((fields) => fields.get('action')?.toLowerCase() === 'failed');
  if (failed.length === 0) return { kind: 'other-report' };
  const original = part(/^(message\/rfc822|text\/rfc822-headers|message\/rfc822-headers)$/i);
  const mailId = original ? ourId(textOf(original), domain) : null;
  if (mailId === null) return { kind: 'not-ours' };
  const bounces = failed.flatMap((fields): Bounce[] => {
    const to = addressIn(fields.get('original-recipient')) ?? addressIn(fields.get('final-recipient'));
    const reason = [fields.get('status'), addressIn(fields.get('diagnostic-code'))].filter(Boolean).join(' ');
    return to ? [{ mailId, to, reason: (reason || 'failed').slice(0, longest) }] : [];
  });
  return bounces.length > 0 ? { kind: 'bounces', bounces } : { kind: 'not-ours' };
};
