import { locate } from "../../platform/json/places";
import { hasParts, type Place } from "../../platform/json/scan";
import { itemsOf } from "../../platform/json/parsedValue";
import type { FieldSuggestion } from "./fieldSuggestions";
import type { PreviewTarget } from "./previewTargets";

/** A text to put in the place of another. */
export interface TextEdit {
  readonly place: Place;
  readonly text: string;
}

/**
 * The edit that adds fields to a report type, behind those that it has and laid out as they are.
 * @param text of the configuration; JSON
 * @returns undefined where the report type has something else under `fields`, or isn't in the text
 */
export function addFieldsEdit(
  text: string,
  { path, owner }: PreviewTarget,
  fields: readonly FieldSuggestion[],
  eol: string,
): TextEdit | undefined {
  const given = itemsOf(owner["fields"]);
  const fieldsPath = [...path, "fields"];
  const [type, list, last] = locate(text, [path, fieldsPath, [...fieldsPath, given.length - 1]]);
  if (!type || ("fields" in owner && !Array.isArray(owner["fields"]))) {
    return undefined;
  }
  const unit = unitOf(text, type.value.offset);
  const lines = (indent: string) =>
    fields.map((field) => indented(fieldJson(field), indent, unit, eol)).join(`,${eol}`);
  if (last) {
    const indent = indentAt(text, last.value.offset);
    const offset = last.value.offset + last.value.length;
    return { place: { offset, length: 0 }, text: `,${eol}${lines(indent)}` };
  }
  const outer = indentAt(text, type.value.offset) + unit;
  const whole = `[${eol}${lines(outer + unit)}${eol}${outer}]`;
  if (list) {
    return { place: list.value, text: whole };
  }
  // As the last member, behind what stands there.
  const inner = text.slice(type.value.offset + 1, type.value.offset + type.value.length - 1);
  const offset = type.value.offset + 1 + inner.trimEnd().length;
  return {
    place: { offset, length: 0 },
    text: `${inner.trim() === "" ? "" : ","}${eol}${outer}"fields": ${whole}`,
  };
}

function fieldJson({ id, label, dataType, path }: FieldSuggestion): string {
  const value = { source: "jsonPath", value: path };
  return JSON.stringify({ id, label, dataType, value }, undefined, 2);
}

function indented(json: string, indent: string, unit: string, eol: string): string {
  return json
    .split("\n")
    .map((line) => indent + line.replace(/^(?: {2})+/, (spaces) => unit.repeat(spaces.length / 2)))
    .join(eol);
}

/** The white space that the line of a place begins with. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

/** What one level is indented by: as it is between an object and its first member. */
function unitOf(text: string, offset: number): string {
  if (!hasParts(text, offset)) {
    return "  ";
  }
  const outer = indentAt(text, offset);
  const [, inner = ""] = /^[{[][ \t]*\r?\n([ \t]*)/.exec(text.slice(offset, offset + 1000)) ?? [];
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : "  ";
}
