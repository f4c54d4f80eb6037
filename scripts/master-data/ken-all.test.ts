import { describe, expect, it } from 'vitest';
import { buildMasterData } from './build.ts';
import { readCodeList } from './code-list.ts';
import { readKenAll } from './ken-all.ts';
import { townNames } from './town-names.ts';

const line = (code: string, town: string, jisCode = '01101', city = '札幌市中央区'): string =>
  `${jisCode},"060  ","${code}","ﾎｯｶｲﾄﾞｳ","ｻｯﾎﾟﾛｼﾁｭｳｵｳｸ","","北海道","${city}","${town}",0,0,0,0,0,0\r\n`;

describe('the column of the town', () => {
  it.each([
    ['以下に掲載がない場合', ['']],
    ['小菅村の次に６６４番地以降がくる場合', ['']],
    ['古河市の次に番地がくる場合', ['']],
    ['琴平町の次に１～４２６番地がくる場合（川東）', ['']],
    ['利島村一円', ['']],
    ['一円', ['一円']],
    ['旭ケ丘', ['旭ケ丘']],
    ['大通西（１～１９丁目）', ['大通西']],
    ['犬落瀬（内金矢、下久保「１７４を除く」、大曲）', ['犬落瀬']],
    ['種市第１５地割～第２１地割（鹿糠、小路合）', ['種市']],
    ['井道、奥井道、内井道', ['井道', '奥井道', '内井道']],
    ['新所・岡崎・梅田入会地', ['新所・岡崎・梅田入会地']],
  ])('%s', (column, names) => expect(townNames(column)).toEqual(names));
});

describe('KEN_ALL', () => {
  it('makes a town whole that is cut into lines', () => {
    const [row, next] = readKenAll(
      line('0600001', '北一条西（１～') + line('0600001', '１９丁目）') + line('0600002', '北二条西'),
    );
    expect(row?.townColumn).toBe('北一条西（１～１９丁目）');
    expect(next?.townColumn).toBe('北二条西');
  });

  it('is refused when a parenthesis stays open or a line is something else', () => {
    expect(() => readKenAll(line('0600001', '北一条西（１～') + line('0600002', '北二条西'))).toThrow('never closed');
    expect(() => readKenAll(line('0600001', '北一条西（１～'))).toThrow('never closed');
    expect(() => readKenAll('code,name\r\n')).toThrow('Not a line of KEN_ALL');
  });
});

describe('what does not fit together', () => {
  it('a ward of a city missing in the table', () => {
    expect(() => buildMasterData(readKenAll(line('0600001', '北一条西')), [])).toThrow('designated-cities.csv');
  });

  it('a municipality only the list of codes knows', () => {
    const rows = readKenAll(line('0400001', '五稜郭町', '01202', '函館市'));
    const list = readCodeList('012025,北海道,函館市,ﾎｯｶｲﾄﾞｳ,ﾊｺﾀﾞﾃｼ\n012033,北海道,小樽市,ﾎｯｶｲﾄﾞｳ,ｵﾀﾙｼ\n');
    expect(() => buildMasterData(rows, [], list)).toThrow('In only one of the two files: 012033');
  });
});
