import assert from "node:assert/strict";
import * as fc from "fast-check";
import {
  logoRemarks,
  logoSummary,
  readLogo,
  type LogoImage,
} from "../../../src/features/logo/logoImage";
import { jpeg, png, progressiveJpeg } from "../support/images";

const text = (content: string) => new Uint8Array(new TextEncoder().encode(content));

function image(bytes: Uint8Array<ArrayBuffer>): LogoImage {
  const read = readLogo(bytes);
  return typeof read === "string" ? assert.fail(read) : read;
}

function problem(bytes: Uint8Array<ArrayBuffer>): string {
  const read = readLogo(bytes);
  return typeof read === "string" ? read : assert.fail("It was taken.");
}

describe("readLogo", () => {
  it("knows a PNG and a JPEG by what is in them, and how large they are", () => {
    const seen = [png(), png(512, 300), jpeg, progressiveJpeg].map((bytes) => {
      const { type, width, height } = image(bytes);
      return `${type} ${width} ${height}`;
    });
    assert.deepEqual(seen, [
      "image/png 1 1",
      "image/png 512 300",
      "image/jpeg 8 6",
      "image/jpeg 8 6",
    ]);
  });

  for (const [kind, content] of [
    ["GIF", "GIF89a\x01\x00\x01\x00"],
    ["WebP", "RIFF\x24\x00\x00\x00WEBPVP8 "],
    ["SVG", '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
  ] as const) {
    it(`names ${kind}, whatever the file is called`, () => {
      assert.match(problem(text(content)), new RegExp(`This is a ${kind} image`));
    });
  }

  it("takes nothing else for an image", () => {
    for (const content of ["logo", "PNG", "<html></html>", "\xff\xd8"]) {
      assert.match(problem(text(content)), /^Logos must be PNG or JPEG images/);
    }
    assert.match(problem(text("")), /is empty/);
  });

  it("takes 5,000,000 bytes and no more", () => {
    const large = new Uint8Array(5_000_001);
    large.set(png());
    assert.match(problem(large), /has 5\.01 MB\. .*larger than 5 MB/);
    assert.equal(image(large.slice(0, -1)).bytes.length, 5_000_000);
  });

  it("finds that a part is missing, wherever the image was cut", () => {
    for (const whole of [png(), jpeg, progressiveJpeg]) {
      for (let length = 8; length < whole.length; length++) {
        assert.match(problem(whole.slice(0, length)), /damaged/, `${length} bytes`);
      }
    }
  });

  it("refuses an image without a size", () => {
    assert.match(problem(png(0, 1)), /damaged/);
    assert.match(problem(png(1, 0)), /damaged/);
  });

  it("never fails, whatever comes", () => {
    const starts = [png(), jpeg, progressiveJpeg, new Uint8Array()];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(700),
        fc.uint8Array({ maxLength: 300 }),
        (start, kept, rest) => {
          const read = readLogo(new Uint8Array([...start.slice(0, kept), ...rest]));
          assert.ok(typeof read === "string" || (read.width > 0 && read.height > 0));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("reads bytes that begin in the middle of a larger memory", () => {
    const memory = new Uint8Array([0, 0, 0, ...jpeg]);
    assert.equal(image(memory.subarray(3)).width, 8);
  });
});

describe("what is said of a logo", () => {
  it("is its kind, pixels and size", () => {
    assert.equal(logoSummary(image(png(512, 512))), "PNG · 512 × 512 · 70 bytes");
    assert.match(logoSummary(image(jpeg)), /^JPEG · 8 × 6 · (\d+ bytes|1 kB)$/);
  });

  it("is advice where it is not as advised, and no refusal", () => {
    assert.deepEqual(logoRemarks({ width: 256, height: 256 }), []);
    assert.deepEqual(logoRemarks({ width: 300, height: 256 }), ["Not square."]);
    assert.equal(logoRemarks({ width: 300, height: 255 }).length, 2);
  });
});
