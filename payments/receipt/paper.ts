import PDFDocument from 'pdfkit';
import type { Day } from '../../membership/rules/calendar.ts';
import type { Language } from '../../membership/rules/catalogue.ts';
import { runsOf, type Weight } from './fonts.ts';

const margin = 56;

const colours = { ink: '#1f1f1f', soft: '#5c5c5c', line: '#c8c8c8' } as const;

export interface Style {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: keyof typeof colours;
}

/** A part of the page's width, from 0 to 1. */
export interface Column extends Style {
  readonly from: number;
  readonly to: number;
  /** At the column's right edge, in one line and one script. */
  readonly right?: true;
}

/** A page on which things are put from top to bottom; a new one follows when it is full. */
export interface Paper {
  /** Texts side by side, each in its column; what comes next begins below the tallest. */
  row(...cells: readonly (readonly [text: string, column: Column])[]): void;
  space(points: number): void;
  rule(): void;
  /** The bytes; nothing can be put on it afterwards. */
  end(): Promise<Uint8Array>;
}

type Document = InstanceType<typeof PDFDocument>;

const bytesOf = async (document: Document): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve).on('error', reject);
  });
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  document.end();
  await ended;
  return Buffer.concat(chunks);
};

/** From a line's top to where its letters stand, in parts of the size; the same for all fonts, which differ in it. */
const ascent = 1.07;
/** A line's height, at least. */
const lineHeight = 1.36;

/** @returns where the next line would begin */
const put = (document: Document, text: string, column: Column, top: number): number => {
  const { from, to, right, size = 10, weight = 'regular', colour = 'ink' } = column;
  const whole = document.page.width - 2 * margin;
  const width = (to - from) * whole;
  const runs = runsOf(text, weight);
  const [{ text: start, font }] = runs;
  document.fontSize(size).fillColor(colours[colour]).font(font);
  const left = margin + from * whole + (right ? width - document.widthOfString(start) : 0);
  const y = top + ascent * size;
  runs.forEach((run, index) => {
    const continued = index < runs.length - 1;
    document.font(run.font);
    if (index > 0) document.text(run.text, { continued, baseline: 'alphabetic' });
    else {
      const lines = right ? { lineBreak: false } : { width };
      document.text(run.text, left, y, { ...lines, continued, baseline: 'alphabetic' });
    }
  });
  const oneLine = top + lineHeight * size;
  return right ? oneLine : Math.max(oneLine, document.y - ascent * size);
};

/** @param about what viewers and readers aloud are told of the document */
export const paper = (about: {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly dated: Day;
}): Paper => {
  const document = new PDFDocument({
    size: 'A4',
    margin,
    // None before the first text: a font that is not embedded would be named in the file.
    font: '',
    lang: about.language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: about.title,
      Author: about.author,
      // Not today's: the same receipt is the same file.
      CreationDate: new Date(`${about.dated}T00:00:00Z`),
    },
  });
  const roomFor = (points: number): void => {
    if (document.y + points > document.page.height - margin) document.addPage();
  };
  return {
    row: (...cells) => {
      roomFor(60);
      const top = document.y;
      const bottoms = cells.map(([text, column]) => put(document, text, column, top));
      document.y = Math.max(...bottoms);
    },
    space: (points) => {
      document.y += points;
    },
    rule: () => {
      roomFor(30);
      const { y } = document;
      document
        .moveTo(margin, y)
        .lineTo(document.page.width - margin, y)
        .lineWidth(0.5)
        .strokeColor(colours.line)
        .stroke();
      document.y = y + 8;
    },
    end: () => bytesOf(document),
  };
};
