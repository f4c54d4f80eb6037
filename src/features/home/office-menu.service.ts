import type { Ctx } from '../../platform/context.ts';
import { may, type PermissionName } from '../../policy.ts';
import type { HomeData } from './home.page.tsx';
import type { MenuItem } from './home.ts';

const entries: readonly (MenuItem & { readonly permission: PermissionName })[] = [
  { permission: 'cycle.define', href: '/cycles', label: 'クール', state: 'クールの登録と公開' },
  { permission: 'vaccine.define', href: '/vaccines', label: 'ワクチン', state: 'ワクチンの登録' },
];

/** What an office sees first: what waits for it, then the クール, then its functions. */
export const officeMenu = async ({ actor }: Ctx): Promise<Pick<HomeData, 'waiting' | 'menu' | 'cycle'>> => ({
  waiting: [],
  menu: entries.filter(({ permission }) => may(actor, permission)).map(({ permission: _, ...item }) => item),
  cycle: null,
});
