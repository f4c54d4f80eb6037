import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, formatPostalCode, lookUpPostalCode, parsePostalCode } from './index.ts';
import { linesWithPrefix } from './sorted-lines.ts';

const addresses = (typed: string): readonly string[] => lookUpPostalCode(typed).map(addressOf);

describe('looking up a postal code', () => {
  it.each(['105-0011', '1050011', '１０５－００１１', '〒105-0011', ' １０５００１１ '])('reads 「%s」', (typed) =>
    expect(addresses(typed)).toEqual(['東京都港区芝公園']),
  );

  it('gives places in two prefectures', () => {
    expect(addresses('498-0000')).toEqual(['愛知県弥富市', '三重県桑名郡木曽岬町']);
  });

  it('gives several towns of one municipality', () => {
    expect(addresses('441-1324')).toEqual(['愛知県新城市井道', '愛知県新城市内井道', '愛知県新城市奥井道']);
  });

  it('names the ward of a designated city in the town', () => {
    expect(lookUpPostalCode('060-0042')).toMatchObject([
      { code: '0600042', municipality: { code: '011002' }, town: '中央区大通西' },
    ]);
  });

  it('knows every floor of a tower block', () => {
    expect(addresses('100-6012')).toEqual(['東京都千代田区霞が関霞が関ビル']);
  });

  it.each(['000-0000', '999-9999', '105-001', '105-00111', '', '芝公園', '1-050011'])(
    'finds nothing for 「%s」',
    (typed) => expect(lookUpPostalCode(typed)).toEqual([]),
  );
});

describe('a postal code', () => {
  it('is read back as it is written', () => {
    const code = fc.stringMatching(/^\d{7}$/);
    fc.assert(fc.property(code, (digits) => parsePostalCode(formatPostalCode(digits)) === digits));
  });
});

describe('sorted lines', () => {
  it('are found like by reading them all', () => {
    const word = fc.stringMatching(/^[あい\t0-2]{0,4}$/);
    fc.assert(
      fc.property(fc.array(word), word, (words, prefix) => {
        const lines = words.filter((one) => one !== '').sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        const text = Buffer.from(lines.map((one) => `${one}\n`).join(''));
        expect(linesWithPrefix(text, prefix)).toEqual(lines.filter((one) => one.startsWith(prefix)));
      }),
    );
  });
});
