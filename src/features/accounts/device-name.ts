const systems: readonly (readonly [RegExp, string])[] = [
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrom(e|ium)|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const first = (list: typeof systems, agent: string): string | undefined => list.find(([mark]) => mark.test(agent))?.[1];

/** 「WindowsのChrome」 out of what a browser says of itself. */
export const deviceName = (agent: string): string => {
  const [system, browser] = [first(systems, agent), first(browsers, agent)];
  if (system && browser) return `${system}の${browser}`;
  return system ?? browser ?? '不明な端末';
};
