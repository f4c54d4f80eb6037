import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ComponentChildren } from 'preact';
import { helpHref } from './features/knowledge/index.ts';
import type { Actor } from './kernel/policy.ts';
import type { Problem } from './kernel/problem.ts';
import type { Extra } from './platform/http/house.ts';
import type { Screen, View } from './platform/http/index.ts';
import { may, type PermissionName } from './policy.ts';
import { ButtonRow, type Frame, Layout, LinkButton, PublicLayout, renderPage } from './ui/index.ts';

type Manifest = Readonly<Record<string, string>>;
const product = 'V-SYS ワクチン接種円滑化システム';

/** Addresses of style sheet and islands, as the build named them. */
export const readManifest = (assets: string): Manifest =>
  JSON.parse(readFileSync(join(assets, 'manifest.json'), 'utf8')) as Manifest;

/** The style sheets of these names as one. */
export const readStyle = (assets: string, names: readonly string[]): string => {
  const manifest = readManifest(assets);
  return names.map((name) => readFileSync(join(assets, basename(manifest[name] ?? '')), 'utf8')).join('\n');
};

/** M1.5-1 ②: the tabs in the order of the manual; each shows to those who may use it. */
const tabs: readonly {
  readonly label: string;
  readonly href: string;
  readonly permission: PermissionName;
  readonly under?: readonly string[];
}[] = [
  { label: 'ホーム', href: '/', permission: 'home.view' },
  { label: '医療機関・接種会場', href: '/venue', permission: 'report.register', under: ['/applications'] },
  { label: 'ワクチン希望量等の報告・接種実績等の報告', href: '/reports', permission: 'report.register' },
  { label: 'ワクチン分配', href: '/distributions/home', permission: 'distribution.own', under: ['/distributions'] },
  { label: '在庫', href: '/stock', permission: 'stock.own' },
  { label: '移送', href: '/transfers', permission: 'transfer.own' },
  { label: 'クール', href: '/cycles', permission: 'cycle.view' },
  { label: '納入希望量の確認', href: '/demands', permission: 'demand.view' },
  { label: '都道府県への分配', href: '/allocations', permission: 'allocation.national' },
  { label: '市町村への分配', href: '/allocations', permission: 'allocation.prefectural' },
  { label: '医療機関・接種会場への分配', href: '/allocations', permission: 'allocation.municipal' },
  { label: '配送状況', href: '/distributions/offices', permission: 'distribution.view' },
  { label: '製薬メーカー出荷日の登録', href: '/shipments', permission: 'distribution.ship' },
  { label: '納入予定日の登録', href: '/deliveries', permission: 'distribution.deliver' },
  { label: '移送の照合', href: '/transfers/area', permission: 'transfer.view' },
  { label: 'ロット', href: '/lots', permission: 'lot.manage' },
  { label: '発注一覧', href: '/orders', permission: 'order-list.view' },
  { label: '医療機関・接種会場', href: '/venues', permission: 'venue.list' },
  { label: '申請', href: '/applications', permission: 'application.decide' },
  { label: '予約受付状況の更新', href: '/booking-status/venues', permission: 'booking-status.delegated' },
  { label: '情報提供先', href: '/contacts', permission: 'contact.view' },
  { label: 'ワクチン', href: '/vaccines', permission: 'vaccine.define' },
  { label: '請求ルール', href: '/claim-rules', permission: 'claim-rule.set' },
  { label: '卸業者の担当地域', href: '/wholesaler-areas', permission: 'wholesaler-area.assign' },
  { label: 'サテライト型の連携', href: '/satellites', permission: 'satellite.link' },
  {
    label: 'お問い合わせの管理',
    href: '/desk/tickets',
    permission: 'ticket.handle',
    under: ['/desk/questions', '/desk/canned'],
  },
  { label: 'ユーザの管理', href: '/desk/users', permission: 'account.support' },
  { label: 'メールの配信状況', href: '/desk/mails', permission: 'account.support' },
  { label: '組織・利用者', href: '/organisations', permission: 'organisation.manage' },
  { label: 'お知らせ', href: '/notices', permission: 'notices.read' },
  { label: 'ナレッジ', href: '/knowledge', permission: 'knowledge.read' },
  { label: 'お知らせの作成', href: '/announcements', permission: 'announcement.write' },
  { label: '閲覧専用モード', href: '/maintenance', permission: 'service.switch' },
];

const isUnder = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** The tabs of an actor; of those whose address the path is under, the deepest is the current one. */
const tabsOf = (actor: Actor, url: string): Frame['tabs'] => {
  const path = url.split('?')[0] ?? '/';
  const own = tabs.filter(({ permission }) => may(actor, permission));
  const depth = ({ href, under = [] }: (typeof own)[number]) =>
    Math.max(...[href, ...under].map((base) => (isUnder(path, base) ? base.length : 0)));
  const best = Math.max(...own.map(depth));
  return own.map((tab) => ({ href: tab.href, label: tab.label, current: best > 0 && depth(tab) === best }));
};

const frameOf = (actor: Actor, screen: Screen, manifest: Manifest, banners: Extra['banners']): Frame => ({
  product,
  homeHref: '/',
  organisation: actor.org.name,
  userName: actor.displayName,
  menu: [
    { href: '/settings', label: '私の設定' },
    { post: '/logout', label: 'ログアウト' },
  ],
  tabs: tabsOf(actor, screen.url),
  banners,
  css: manifest['style.css'] ?? '',
  scripts: ['page.island', 'idle.island'].map((name) => manifest[name] ?? '').filter(Boolean),
  ...(screen.demo && { demo: <DemoBar /> }),
});

const DemoBar = () => (
  <p data-clock-moves>
    デモ環境です。データはすべて架空のものです。<a href="/demo/mailbox">届いたメールを見る</a>
  </p>
);

/** A page for people who are not logged in. */
export const drawPlain =
  (manifest: Manifest, demo: boolean, islands: readonly string[] = [], narrow = true, banners: Extra['banners'] = []) =>
  (title: string, body: ComponentChildren): string =>
    renderPage(
      <PublicLayout
        product={product}
        suffix="V-SYS"
        homeHref="/"
        title={title}
        css={manifest['style.css'] ?? ''}
        scripts={[manifest['page.island'] ?? '', ...islands].filter(Boolean)}
        noindex
        banners={banners}
        narrow={narrow}
        demo={demo ? <DemoBar /> : undefined}
      >
        {body}
      </PublicLayout>,
    );

/** Puts a view into its frame: the whole HTML page. The public site brings its own documents and style sheet. */
export const drawWith =
  (manifest: Manifest, publicCss: string) =>
  (view: View, screen: Screen, { plain, banners }: Extra): string => {
    if (view.document) return renderPage(view.document(publicCss, banners));
    const islands = (view.islands ?? []).map((name) => manifest[`${name}.island`] ?? '').filter(Boolean);
    if (plain || !screen.actor) return drawPlain(manifest, screen.demo, islands, true, banners)(view.title, view.body);
    return renderPage(
      <Layout
        frame={frameOf(screen.actor, screen, manifest, banners)}
        title={view.title}
        breadcrumbs={view.breadcrumbs}
        actions={view.actions}
        help={helpHref(screen.url, view.help)}
        scripts={islands}
        wide={view.wide}
      >
        {view.body}
      </Layout>,
    );
  };

/** What an error page says: what happened, what to do, and a number for the service desk where something broke. */
export const explain = (problem: Problem, support?: string): ComponentChildren => (
  <>
    <p>
      {support
        ? '入力した内容は保存されていない可能性があります。時間をおいて、もう一度お試しください。'
        : whatToDo(problem)}
    </p>
    {support && <p>お問い合わせの際は、この番号をお伝えください：{support}</p>}
    <ButtonRow>
      <LinkButton href="/" variant="primary">
        ホームへ戻る
      </LinkButton>
    </ButtonRow>
  </>
);

const whatToDo = (problem: Problem): string =>
  problem.kind === 'notFound'
    ? 'アドレスが間違っているか、ページがなくなったか、この利用者では見られないページです。'
    : problem.message;
