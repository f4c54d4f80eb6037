import PDFDocument from 'pdfkit';
import { digitsFace, type Face, faces, runsOf } from './faces.ts';
import { qrBars } from './qr.ts';
import { type Block, type Mark, type Paper, pageHeight, points } from './sheet.ts';

/** What pdfkit keeps to itself and is needed to write content directly: text by its own layout costs ten times as much. */
type Embedded = {
  readonly id: string;
  readonly scale: number;
  readonly font: Face;
  readonly subset: { includeGlyph: (id: number) => number };
  readonly widths: (number | undefined)[];
  readonly unicode: (number[] | undefined)[];
  readonly ref: () => unknown;
};
type Inside = {
  _font: Embedded;
  _root: { data: { ViewerPreferences?: { data: Record<string, unknown> } } };
  page: { fonts: Record<string, unknown> };
  font: (source: unknown, name: string) => void;
};
type Written = { readonly code: string; readonly width: number };

/** Draws a paper; `write` gets its bytes as they come. */
export const drawPaper = (paper: Paper, write: (part: Uint8Array) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const doc = new PDFDocument({
      autoFirstPage: false,
      font: '',
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7',
      lang: 'ja-JP',
      tagged: true,
      displayTitle: true,
      info: {
        Title: paper.title,
        ...(paper.subject && { Subject: paper.subject }),
        Creator: 'V-SYS',
        Producer: 'V-SYS',
      },
    });
    const begun = doc.read() as Uint8Array | null;
    if (begun) write(begun);
    // Straight out instead of through the stream's buffer, which would hold the whole paper until the last page.
    doc.push = (part: Uint8Array | null) => {
      if (part) write(part);
      else resolve();
      return true;
    };
    forPrinting(doc);
    try {
      const pen = makePen(doc);
      const root = doc.struct('Document');
      doc.addStructure(root);
      for (const sheet of paper.sheets) {
        doc.addPage();
        pen.beginPage();
        // A part of its own for each page: when it ends it is written out and forgotten.
        const part = doc.struct('Sect');
        root.add(part);
        for (const block of sheet) drawBlock(doc, part, block, pen.contentOf(block));
        part.end();
        pen.endPage();
      }
      root.end();
      doc.end();
    } catch (thrown) {
      reject(thrown);
    }
  });

/** The print dialog starts with 「実際のサイズ」: forms read by machine must not be scaled. */
const forPrinting = (doc: PDFKit.PDFDocument): void => {
  const preferences = (doc as unknown as Inside)._root.data.ViewerPreferences;
  if (preferences)
    Object.assign(preferences.data, { PrintScaling: 'None', Duplex: 'Simplex', PickTrayByPDFSize: true });
};

const drawBlock = (
  doc: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { role, spoken }: Block,
  content: string,
): void => {
  if (role === 'Artifact') {
    doc.markContent('Artifact', { type: 'Layout' });
    doc.addContent(content);
    doc.endMarkedContent();
    return;
  }
  const marked = doc.markStructureContent(role);
  doc.addContent(content);
  doc.endMarkedContent();
  root.add(doc.struct(role, spoken ? { actual: spoken } : {}, [marked]));
};

type Pen = {
  readonly beginPage: () => void;
  readonly contentOf: (block: Block) => string;
  readonly endPage: () => void;
};

/** Writes marks as content of a page, with the fonts embedded in this document. */
const makePen = (doc: PDFKit.PDFDocument): Pen => {
  const inside = doc as unknown as Inside;
  const fonts = [...faces(), digitsFace()].map((face, i) => {
    inside.font(face, `face${i}`);
    return inside._font;
  });
  const written = new Map<string, Written>();
  const kept = new WeakMap<Block, string>();

  const writeRun = (font: Embedded, text: string): Written => {
    const key = `${font.id} ${text}`;
    const before = written.get(key);
    if (before) return before;
    let [code, width] = ['', 0];
    for (const glyph of font.font.glyphsForString(text)) {
      const id = font.subset.includeGlyph(glyph.id);
      font.widths[id] ??= glyph.advanceWidth * font.scale;
      font.unicode[id] ??= glyph.codePoints;
      code += id.toString(16).padStart(4, '0');
      width += glyph.advanceWidth * font.scale;
    }
    const run = { code, width };
    if (text.length <= 16) written.set(key, run);
    return run;
  };

  const text = (mark: Extract<Mark, { kind: 'text' }>): string => {
    const runs = runsOf(mark.text).map(({ face, text: part }) => {
      const font = fonts[face] as Embedded;
      return { font, ...writeRun(font, part) };
    });
    const width = (runs.reduce((sum, run) => sum + run.width, 0) * mark.size) / 1000;
    let x = points(mark.x) - (mark.align === 'end' ? width : mark.align === 'center' ? width / 2 : 0);
    let out = '';
    for (const run of runs) {
      out += `BT /${run.font.id} ${n(mark.size)} Tf ${n(x)} ${n(points(pageHeight - mark.y))} Td <${run.code}> Tj ET\n`;
      x += (run.width * mark.size) / 1000;
    }
    return out;
  };

  const boxed = (mark: Extract<Mark, { kind: 'boxed' }>): string => {
    const font = fonts.at(-1) as Embedded;
    const run = writeRun(font, mark.text);
    const each = ((run.width / mark.text.length) * mark.size) / 1000;
    const pitch = points(mark.pitch);
    const x = points(mark.x) + (pitch - each) / 2;
    return `BT /${font.id} ${n(mark.size)} Tf ${n(pitch - each)} Tc ${n(x)} ${n(points(pageHeight - mark.y))} Td <${run.code}> Tj 0 Tc ET\n`;
  };

  const write = (mark: Mark): string => {
    switch (mark.kind) {
      case 'text':
        return text(mark);
      case 'boxed':
        return mark.text === '' ? '' : boxed(mark);
      case 'line':
        return `${n(mark.gray ?? 0)} G ${n(points(mark.width))} w ${n(points(mark.x1))} ${n(points(pageHeight - mark.y1))} m ${n(points(mark.x2))} ${n(points(pageHeight - mark.y2))} l S\n`;
      case 'area':
        return `${n(mark.gray)} g ${rectangle(mark.x, mark.y, mark.w, mark.h)} f 0 g\n`;
      case 'qr':
        return `0 g ${qrBars(mark.text)
          .map(({ x, y, w, h }) =>
            rectangle(mark.x + x * mark.size, mark.y + y * mark.size, w * mark.size, h * mark.size),
          )
          .join(' ')} f\n`;
    }
  };

  return {
    beginPage: () => {
      for (const font of fonts) inside.page.fonts[font.id] ??= font.ref();
      // pdfkit turned the page upside down; marks are placed from the paper's own corner.
      doc.addContent(`q 1 0 0 -1 0 ${n(points(pageHeight))} cm 0 g`);
    },
    contentOf: (block) => {
      const before = kept.get(block);
      if (before !== undefined) return before;
      const content = block.marks.map(write).join('');
      kept.set(block, content);
      return content;
    },
    endPage: () => {
      doc.addContent('Q');
    },
  };
};

const n = (value: number): string => String(Math.round(value * 1000) / 1000);
const rectangle = (x: number, y: number, w: number, h: number): string =>
  `${n(points(x))} ${n(points(pageHeight - y - h))} ${n(points(w))} ${n(points(h))} re`;
