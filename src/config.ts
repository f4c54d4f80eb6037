/** What the environment says; the names are part of the product (README: Production). */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly migrationUrl: string | null;
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly smtpUrl: string | null;
  readonly secretKey: Buffer;
  readonly trustProxy: readonly string[];
  readonly metricsToken: string | null;
  readonly logLevel: string;
};

/** A fault of the environment: shown at the start, which then ends. */
export class ConfigFault extends Error {}

type Env = Readonly<Record<string, string | undefined>>;

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigFault(`PORT は 0〜65535 の整数で指定してください（いまは「${text}」）。PORT must be 0-65535.`);
  return port;
};

/** The demo makes up a key of its own: its secrets are made up too. */
const keyOf = (text: string | undefined, demo: boolean): Buffer => {
  if (!text && demo) return Buffer.alloc(32, 'v-sys demo');
  const key = Buffer.from(text ?? '', /^[0-9a-f]{64}$/i.test(text ?? '') ? 'hex' : 'base64');
  if (key.length !== 32)
    throw new ConfigFault(
      'SECRET_KEY に32バイトの鍵を指定してください（例: openssl rand -base64 32）。SECRET_KEY must hold 32 bytes.',
    );
  return key;
};

const loopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host);

const urlOf = (text: string, demo: boolean): string => {
  const url = URL.parse(text);
  if (!url) throw new ConfigFault(`PUBLIC_URL が正しくありません（いまは「${text}」）。PUBLIC_URL is not a URL.`);
  if (!demo && url.protocol !== 'https:' && !loopback(url.hostname)) {
    throw new ConfigFault(
      '本番の PUBLIC_URL は https:// で指定してください。PUBLIC_URL must be https outside of loopback.',
    );
  }
  return url.origin;
};

/** Reads the environment. `npm start` makes it a demo only when neither DEMO nor DATABASE_URL is set. */
export const readConfig = (env: Env, demoByDefault: boolean): Config => {
  const demo = env.DEMO === undefined ? demoByDefault && !env.DATABASE_URL : env.DEMO === '1';
  const port = portOf(env.PORT ?? '3000');
  const host = env.HOST ?? '127.0.0.1';
  return {
    port,
    host,
    dataDir: env.DATA_DIR ?? '.data',
    databaseUrl: env.DATABASE_URL || null,
    migrationUrl: env.MIGRATION_DATABASE_URL || null,
    demo,
    publicUrl: urlOf(env.PUBLIC_URL ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`, demo),
    smtpUrl: env.SMTP_URL || null,
    secretKey: keyOf(env.SECRET_KEY, demo),
    trustProxy: (env.TRUST_PROXY ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
    metricsToken: env.METRICS_TOKEN || null,
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
  };
};
