/**
 * A printed page as values: marks at fixed places, in mm from the top left of an A4 page. The same values become PDF
 * (draw-paper.ts) and a preview on screen.
 */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Where the characters stand. */
      readonly y: number;
      readonly text: string;
      /** Points. */
      readonly size: number;
      readonly align?: 'start' | 'center' | 'end';
    }
  /** One character a box: each in the middle of its pitch, from the left edge of the first box. */
  | {
      readonly kind: 'boxed';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly pitch: number;
    }
  | {
      readonly kind: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly width: number;
      /** 0 black to 1 white. */
      readonly gray?: number;
    }
  | {
      readonly kind: 'area';
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly gray: number;
    }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly size: number; readonly text: string };

/** Marks that are read together, in reading order; what is not read aloud is an `Artifact`. */
export type Block = {
  readonly role: 'H1' | 'P' | 'Artifact';
  readonly marks: readonly Mark[];
  /** What is read aloud instead of the marks. */
  readonly spoken?: string;
};

/** One page. A block that several pages share (the same object) is made only once. */
export type Sheet = readonly Block[];

export type Paper = {
  readonly title: string;
  readonly subject?: string;
  readonly sheets: Iterable<Sheet>;
};

export const pageWidth = 210;
export const pageHeight = 297;
/** mm → points. */
export const points = (mm: number): number => (mm * 72) / 25.4;
/** points → mm. */
export const millimetres = (pt: number): number => (pt * 25.4) / 72;
