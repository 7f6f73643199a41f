import * as l10n from "@vscode/l10n";
import { imageSize, imageKindOf, type ImageSize } from "./imageContent";

/** A picture that can be uploaded as a logo. */
export interface LogoImage extends ImageSize {
  readonly type: "image/png" | "image/jpeg";
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The documentation says 5 MB: the smaller one of what that can mean, so that nothing is sent in vain. */
const largest = 5_000_000;

/** What the documentation advises, in pixels. */
const advisedSide = 256;

/**
 * Judges by its content whether a file can be sent as a logo.
 * @returns the image, or a sentence for the person why it can't
 */
export function readLogo(bytes: Uint8Array<ArrayBuffer>): LogoImage | string {
  const problem = sizeProblem(bytes.length);
  if (problem) {
    return problem;
  }
  const kind = imageKindOf(bytes);
  if (kind !== "PNG" && kind !== "JPEG") {
    return kind
      ? l10n.t("This is a {0} image. Logos must be PNG or JPEG images.", kind)
      : l10n.t("Logos must be PNG or JPEG images.");
  }
  const size = imageSize(bytes, kind);
  return size
    ? { ...size, type: kind === "PNG" ? "image/png" : "image/jpeg", bytes }
    : l10n.t("This {0} image is damaged or incomplete.", kind);
}

/** Why a file of so many bytes can be no logo, known before it is read. */
export function sizeProblem(length: number): string | undefined {
  if (length === 0) {
    return l10n.t("The file is empty.");
  }
  return length > largest
    ? l10n.t("This file has {0}. Logos can't be larger than 5 MB.", formatSize(length))
    : undefined;
}

/** What would make a logo look better; no reason not to send it. */
export function logoRemarks({ width, height }: ImageSize): string[] {
  return [
    ...(width === height ? [] : [l10n.t("Not square.")]),
    ...(Math.min(width, height) < advisedSide
      ? [l10n.t("Smaller than the recommended {0} × {0} pixels.", advisedSide)]
      : []),
  ];
}

/** Kind, pixels and size of an image, in one line. */
export function logoSummary({ type, width, height, bytes }: LogoImage): string {
  const kind = type === "image/png" ? "PNG" : "JPEG";
  return `${kind} · ${width} × ${height} · ${formatSize(bytes.length)}`;
}

function formatSize(length: number): string {
  if (length < 1000) {
    return l10n.t("{0} bytes", length);
  }
  // Rounded up: a file that is a little too large must not look as if it were not.
  return length < 1_000_000
    ? `${Math.ceil(length / 1000)} kB`
    : `${(Math.ceil(length / 10_000) / 100).toFixed(2)} MB`;
}
