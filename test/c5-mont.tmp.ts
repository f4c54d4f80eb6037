import { chromium as playwright } from '@playwright/test';
import { chromium } from './support/chromium.ts';
const browser = await playwright.launch(chromium);
const page = await (await browser.newContext({viewport:{width:1900,height:1500}})).newPage();
for (const name of ['home','pref','list','filter','nohit','venue','search','postal','none','404','acc','open','report','print','nosite'])
  for (const [width, scale, maxh] of [[1280,0.49,1450],[820,0.76,1450],[360,1.0,1450]] as const) {
    const html = ['ja','easy','en'].map(l=>`<div style="display:inline-block;vertical-align:top;margin-right:8px;max-height:${maxh}px;overflow:hidden;border:2px solid red"><img style="width:${width*scale}px" src="file:///tmp/c5-pics/${name}-${width}-${l}.png"></div>`).join('');
    const { writeFileSync } = await import('node:fs');
    writeFileSync('/tmp/c5-pics/m.html', `<body style="margin:0;white-space:nowrap;background:#888">${html}`);
    await page.goto('file:///tmp/c5-pics/m.html');
    const box = await page.evaluate(()=>({w:document.documentElement.scrollWidth,h:document.body.scrollHeight}));
    await page.screenshot({path:`/tmp/c5-pics/M-${name}-${width}.png`, clip:{x:0,y:0,width:Math.min(1900,box.w),height:Math.min(1460,box.h)}});
  }
await browser.close();
