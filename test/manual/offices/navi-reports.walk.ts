import { home, menu, press } from '../acts.ts';
import type { Kit, Section } from '../model.ts';

const page = 'コロナワクチンナビの情報の誤りの報告';

/** A citizen tells of an error on the page of 芝公園病院. */
const tellOfError = async ({ visitor, world }: Kit): Promise<void> => {
  const site = await visitor();
  await site.goto(`${world.url}/navi/venues/1310300015/report`);
  await site.getByRole('radio').first().check();
  await site.getByRole('textbox').first().fill('診察中は、電話がつながりません。');
  await site.getByRole('main').getByRole('button').last().click();
  await site.close();
};

/** S25, from the side of the offices. */
export const answerReports = (account: 'municipality' | 'prefecture', id: string): Section => ({
  id,
  title: '「コロナワクチンナビ」の情報の誤りの報告に対応する',
  ids: ['S25'],
  paths: ['/navi-reports'],
  lead: [`住民が「コロナワクチンナビ」の「情報の誤りを知らせる」から送った報告は、「${page}」画面に届きます。`],
  begin: async (kit) => {
    await tellOfError(kit);
    return home(account)(kit);
  },
  steps: [
    press(page, { find: menu(page), title: `「${page}」を押します。`, shows: page }),
    {
      title: '「報告の内容」と「正しい内容など」を確認し、医療機関に修正を依頼するか、代行入力で直します。',
      ring: (shown) => shown.getByRole('row', { name: /診察中は/ }),
      notes: ['医療機関の名前を押すと、いまの内容を確認できます。'],
    },
    press('対応済みにする', {
      title: '対応が終わったら、「対応済みにする」ボタンを押します。',
      find: (shown) => shown.getByRole('row', { name: /診察中は/ }).getByRole('button'),
      afterwards: ['「対応」の列に「対応済み」と表示されます。'],
    }),
  ],
});
