import type { Browser, BrowserContext, Page } from '@playwright/test';

type Options = NonNullable<Parameters<Browser['newContext']>[0]>;

const viewport = { width: 1280, height: 900 };

/**
 * Pages that journeys use one after the other. A renderer that has run the program's pages and axe before is several
 * times faster than a new one, and starting them took a third of a run; what a person leaves behind (cookies, storage,
 * other windows, size) is taken away in between.
 */
export const pagePool = (browser: Browser, baseURL: string) => {
  const idle: Page[] = [];
  const clean = async (page: Page): Promise<void> => {
    page.removeAllListeners();
    await page.unrouteAll();
    for (const other of page.context().pages()) if (other !== page) await other.close();
    await page.context().clearCookies();
    // A page without script: nothing asks the server on while nobody looks.
    await page.goto('/healthz');
    await page.setViewportSize(viewport);
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
  };
  return {
    /** A page of nobody. */
    take: async (): Promise<Page> => idle.pop() ?? (await browser.newContext({ baseURL })).newPage(),
    giveBack: async (page: Page): Promise<void> => {
      if (page.isClosed()) return page.context().close();
      // One that is on its own way somewhere, e.g. logged out by the clock, is given up.
      const cleaned = await clean(page).then(
        () => true,
        () => false,
      );
      if (cleaned) idle.push(page);
      else await page.context().close();
    },
    /** A browser of its own, which is closed afterwards. */
    open: async (options: Options): Promise<BrowserContext> => browser.newContext({ baseURL, ...options }),
  };
};
