import QRCode from 'qrcode';

/** A dark bar of a QR code, in parts of its side. */
type QrBar = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

const kept = new Map<string, readonly QrBar[]>();

/** The dark parts of a QR code as bars; the last one made is kept, because all pages of a paper carry the same. */
export const qrBars = (text: string): readonly QrBar[] => {
  const before = kept.get(text);
  if (before) return before;
  const bars = makeBars(text);
  kept.clear();
  kept.set(text, bars);
  return bars;
};

const makeBars = (text: string): QrBar[] => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const bars: QrBar[] = [];
  for (let row = 0; row < size; row += 1)
    for (let from = 0; from < size; from += 1) {
      if (!data[row * size + from]) continue;
      let to = from + 1;
      while (to < size && data[row * size + to]) to += 1;
      bars.push({ x: from / size, y: row / size, w: (to - from) / size, h: 1 / size });
      from = to;
    }
  return bars;
};
