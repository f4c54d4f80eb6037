/** Amounts that are whole boxes and loose vials at once are counted in vials. */
export const toVials = (units: number | null, loose: number | null, vialsPerUnit: number): number | null =>
  units === null && loose === null ? null : (units ?? 0) * vialsPerUnit + (loose ?? 0);

/** 240 vials of 195 a box → 「1箱と45バイアル」; 0 → 「0箱」; below zero with a minus in front. */
export const showMixed = (vials: number, vialsPerUnit: number, unitName: string): string => {
  const whole = Math.trunc(Math.abs(vials) / vialsPerUnit);
  const loose = Math.abs(vials) % vialsPerUnit;
  const parts = [
    ...(whole > 0 || loose === 0 ? [`${whole.toLocaleString('ja-JP')}${unitName}`] : []),
    ...(loose > 0 ? [`${loose.toLocaleString('ja-JP')}バイアル`] : []),
  ];
  return `${vials < 0 ? '-' : ''}${parts.join('と')}`;
};
