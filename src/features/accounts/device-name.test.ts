import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0 Safari/537.36',
    'WindowsのChrome',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/87.0 Safari/537.36 Edg/87.0', 'WindowsのEdge'],
  ['Mozilla/5.0 (iPad; CPU OS 14_4 like Mac OS X) AppleWebKit/605.1 Version/14.0 Mobile Safari/604.1', 'iPadのSafari'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:84.0) Gecko/20100101 Firefox/84.0', 'MacのFirefox'],
  ['curl/7.68', '不明な端末'],
  ['', '不明な端末'],
])('%s', (agent, name) => {
  expect(deviceName(agent)).toBe(name);
});
