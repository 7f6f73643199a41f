/** In pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** The kinds of pictures that are told apart, by their names for people. */
export type ImageKind = "PNG" | "JPEG" | "GIF" | "WebP" | "SVG";

/** What the first bytes say that a file is, whatever its name says. */
export function imageKindOf(bytes: Uint8Array): ImageKind | undefined {
  const start = latin(bytes, 0, 512);
  if (start.startsWith("\x89PNG\r\n\x1a\n")) {
    return "PNG";
  }
  if (start.startsWith("\xff\xd8\xff")) {
    return "JPEG";
  }
  if (/^GIF8[79]a/.test(start)) {
    return "GIF";
  }
  if (/^RIFF[^]{4}WEBP/.test(start)) {
    return "WebP";
  }
  return /<svg[\s>]/.test(start) ? "SVG" : undefined;
}

/** How large an image is; undefined for one that is damaged or cut off. */
export function imageSize(bytes: Uint8Array, kind: "PNG" | "JPEG"): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { width, height } = kind === "PNG" ? pngSize(view) : jpegSize(view);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined; // a RangeError: the bytes end where more should come
  }
}

/** Follows the chunks to the last one. Throws a RangeError when it is not there. */
function pngSize(view: DataView): ImageSize {
  let at = 8;
  if (chunkAt(view, at) !== "IHDR" || view.getUint32(at) !== 13) {
    throw new RangeError();
  }
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  while (chunkAt(view, at) !== "IEND") {
    at += view.getUint32(at) + 12;
  }
  view.getUint32(at + 8); // its checksum
  return size;
}

function chunkAt(view: DataView, at: number): string {
  view.getUint32(at + 4);
  return latin(new Uint8Array(view.buffer, view.byteOffset + at + 4, 4), 0, 4);
}

/** Follows the segments to the picture, and looks for its end. Throws a RangeError when something is missing. */
function jpegSize(view: DataView): ImageSize {
  let size: ImageSize | undefined;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) {
      throw new RangeError();
    }
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // a filling byte
      continue;
    }
    if (isFrame(marker)) {
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
    if (marker === 0xda) {
      requireEnd(view, at);
      break;
    }
  }
  if (!size) {
    throw new RangeError();
  }
  return size;
}

/** All start-of-frame markers; three others stand among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** In the picture itself, the two bytes can be nothing but the end. */
function requireEnd(view: DataView, start: number): void {
  let at = start;
  while (view.getUint16(at) !== 0xffd9) {
    at++;
  }
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}
