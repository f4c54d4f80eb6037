import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from './rebuild.ts';

const fixture = (name: string): string => join(import.meta.dirname, 'fixtures', name);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'areas-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rebuild = (kenAll: string, ...more: readonly string[]) => {
  main(['--ken-all', fixture(kenAll), '--out', folder, '--partial', ...more]);
  return {
    municipalities: readFileSync(join(folder, 'municipalities.csv'), 'utf8').trimEnd().split('\n'),
    postal: gunzipSync(readFileSync(join(folder, 'postal-codes.tsv.gz')))
      .toString()
      .trimEnd()
      .split('\n'),
  };
};

describe('master data rebuilt from KEN_ALL', () => {
  it('has municipalities under their official names, wards under their city', () => {
    expect(rebuild('utf-ken-all-excerpt.csv').municipalities).toEqual([
      'code,prefectureCode,county,name,kana,towns',
      '011002,01,,札幌市,さっぽろし,1',
      '024058,02,上北郡,六戸町,ろくのへまち,1',
      '035076,03,九戸郡,洋野町,ひろのちょう,1',
      '103446,10,北群馬郡,榛東村,しんとうむら,1',
      '131016,13,,千代田区,ちよだく,1',
      '131032,13,,港区,みなとく,1',
      '133621,13,,利島村,としまむら,1',
      '133817,13,,三宅村,みやけむら,1',
      '194425,19,北都留郡,小菅村,こすげむら,1',
      '222216,22,,湖西市,こさいし,1',
      '232351,23,,弥富市,やとみし,1',
      '243035,24,桑名郡,木曽岬町,きそさきちょう,1',
      '254436,25,犬上郡,多賀町,たがちょう,1',
      '373222,37,小豆郡,土庄町,とのしょうちょう,2',
    ]);
  });

  it('has the towns without the remarks', () => {
    expect(rebuild('utf-ken-all-excerpt.csv').postal).toEqual([
      '0287917\t035076\t種市',
      '0330071\t024058\t犬落瀬',
      '0600000\t011002\t中央区',
      '0600042\t011002\t中央区大通西',
      '1000301\t133621\t',
      '1001101\t133817\t神着',
      '1006001\t131016\t霞が関霞が関ビル',
      '1006090\t131016\t霞が関霞が関ビル',
      '1050011\t131032\t芝公園',
      '3703500\t103446\t',
      '4090142\t194425\t',
      '4310423\t222216\t新所・岡崎・梅田入会地',
      '4980000\t232351\t',
      '4980000\t243035\t',
      '5220317\t254436\t一円',
      '7614101\t373222\t乙',
      '7614101\t373222\t甲',
    ]);
  });

  it('is the same from Shift_JIS with half-width kana and towns cut into lines, and with the list of codes', () => {
    const plain = rebuild('utf-ken-all-excerpt.csv');
    expect(rebuild('ken-all-excerpt.sjis.csv')).toEqual(plain);
    expect(rebuild('ken-all-excerpt.sjis.csv', '--codes', fixture('code-list-excerpt.csv'))).toEqual(plain);
  });

  it('is not made from an excerpt by mistake, nor without a file', () => {
    const kenAll = ['--ken-all', fixture('utf-ken-all-excerpt.csv')];
    expect(() => main([...kenAll, '--out', folder])).toThrow('Only 14 municipalities');
    expect(() => main([...kenAll, '--partial'])).toThrow('Only 14 municipalities');
    expect(() => main([])).toThrow('Usage');
  });
});
