import { readFileSync, writeFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** Enough for the text of a workbench; a palette holds 256 at most. */
const colorCount = 48;

/** The palette's entry after the colors: what shows through to the frame before. */
const transparent = colorCount;

/** One picture of a moving one. */
export interface Frame {
  /** Path of a PNG file; all of them are of one size. */
  readonly file: string;
  readonly seconds: number;
}

/**
 * Writes an animated PNG that begins anew without end. So that it stays small, frames are scaled down, their colors are
 * reduced to a few, and each has only what differs from the one before.
 * @param page any page: its browser reads and scales the pictures
 * @param width in pixels
 */
export async function writeMovingPicture(
  page: Page,
  frames: readonly Frame[],
  file: string,
  width: number,
): Promise<void> {
  const pixels: Pixels[] = [];
  for (const frame of frames) {
    pixels.push(await read(page, frame.file, width));
  }
  const [{ height } = { height: 0 }] = pixels;
  const { palette, indexOf } = reduceColors(pixels.map(({ rgb }) => rgb));
  let sequence = 0;
  const parts = [
    chunk("IHDR", numbers([4, width], [4, height], [1, 8], [1, 3], [1, 0], [1, 0], [1, 0])),
    chunk("acTL", numbers([4, frames.length], [4, 0])),
    chunk("PLTE", Buffer.concat([palette, Buffer.alloc(3)])),
    chunk("tRNS", Buffer.concat([Buffer.alloc(transparent, 255), Buffer.alloc(1)])),
  ];
  let before: Uint8Array | undefined;
  for (const [at, { rgb }] of pixels.entries()) {
    const indexes = Uint8Array.from(rgb, indexOf);
    const isOverBefore = before ? 1 : 0;
    const hundredths = Math.round((frames[at]?.seconds ?? 1) * 100);
    const size = [
      [4, width],
      [4, height],
      [4, 0],
      [4, 0],
    ] as const;
    const timing = [
      [2, hundredths],
      [2, 100],
      [1, 0],
      [1, isOverBefore],
    ] as const;
    parts.push(chunk("fcTL", numbers([4, sequence++], ...size, ...timing)));
    const lines = deflateSync(changedLines(indexes, before, width), { level: 9, memLevel: 9 });
    before = indexes;
    parts.push(
      at === 0
        ? chunk("IDAT", lines)
        : chunk("fdAT", Buffer.concat([numbers([4, sequence++]), lines])),
    );
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  writeFileSync(file, Buffer.concat([signature, ...parts, chunk("IEND", Buffer.alloc(0))]));
}

interface Pixels {
  readonly height: number;
  /** Of each pixel its color as one number. */
  readonly rgb: Uint32Array;
}

async function read(page: Page, file: string, width: number): Promise<Pixels> {
  const url = `data:image/png;base64,${readFileSync(file).toString("base64")}`;
  const { height, text } = await page.evaluate(
    async ([source, wide]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const tall = Math.round((image.height * wide) / image.width);
      const context = new OffscreenCanvas(wide, tall).getContext("2d");
      if (!context) {
        throw new Error("There is no canvas.");
      }
      context.imageSmoothingQuality = "high";
      context.drawImage(image, 0, 0, wide, tall);
      const { data } = context.getImageData(0, 0, wide, tall);
      let binary = "";
      for (let i = 0; i < data.length; i += 4) {
        binary += String.fromCharCode(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0);
      }
      return { height: tall, text: btoa(binary) };
    },
    [url, width] as const,
  );
  const bytes = Buffer.from(text, "base64");
  const rgb = Uint32Array.from({ length: bytes.length / 3 }, (_, i) => bytes.readUIntBE(i * 3, 3));
  return { height, rgb };
}

/** The most frequent colors, and for every color the one of them that is nearest. */
function reduceColors(pictures: readonly Uint32Array[]) {
  const counts = new Map<number, number>();
  for (const rgb of pictures) {
    for (const color of rgb) {
      const rounded = color & 0xfcfcfc; // so that shades of one color count together
      counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
    }
  }
  const colors = Array.from(counts)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, colorCount)
    .map(([color]) => color);
  const known = new Map(colors.map((color, index) => [color, index]));
  const indexOf = (color: number) => {
    const rounded = color & 0xfcfcfc;
    let index = known.get(rounded);
    if (index === undefined) {
      const distances = colors.map((one) => distance(one, rounded));
      index = distances.indexOf(Math.min(...distances));
      known.set(rounded, index);
    }
    return index;
  };
  return { palette: numbers(...colors.map((color) => [3, color] as const)), indexOf };
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, at) => sum + (((a >> at) & 255) - ((b >> at) & 255)) ** 2, 0);
}

/** Lines of palette entries, each without a filter: of a frame all, or what differs from the one before. */
function changedLines(indexes: Uint8Array, before: Uint8Array | undefined, width: number): Buffer {
  const height = indexes.length / width;
  const lines = Buffer.alloc(height * (width + 1));
  for (const [at, index] of indexes.entries()) {
    const place = at + Math.floor(at / width) + 1;
    lines[place] = before?.[at] === index ? transparent : index;
  }
  return lines;
}

/** A part of a PNG file, with its length and check sum. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([numbers([4, data.length]), body, numbers([4, crc32(body)])]);
}

/** Numbers in network byte order, each with how many bytes it takes. */
function numbers(...all: readonly (readonly [bytes: number, value: number])[]): Buffer {
  return Buffer.concat(
    all.map(([bytes, value]) => {
      const one = Buffer.alloc(bytes);
      one.writeUIntBE(value, 0, bytes);
      return one;
    }),
  );
}
