import assert from "node:assert/strict";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { refusal } from "./errors";
import { complete, type Schema } from "./forms";
import { headersFor, telling } from "./headers";
import { operations, type Operation, type OperationName } from "./operations";

export interface Asked {
  /** Values for the places in the operation's path, by name. */
  readonly at: Readonly<Record<string, string>>;
  readonly key?: string | undefined;
  readonly query?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Anything but JSON: text, a form, a multipart form. */
  readonly body?: RequestInit["body"];
  readonly headers?: Readonly<Record<string, string>>;
  /** The body of a success, where the request asks for more than usual. */
  readonly expected?: Schema;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);

/** Makes a request of an operation, and holds nothing against the answer. */
export async function send(origin: string, name: OperationName, asked: Asked): Promise<Answer> {
  const { at, key, query = {}, json } = asked;
  const { method, path } = operations[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, place: string) =>
    encodeURIComponent(at[place] ?? ""),
  );
  const search = new URLSearchParams(query).toString();
  const answer = await fetch(`${origin}${filled}${search && `?${search}`}`, {
    method,
    headers: {
      accept: "application/json",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
      ...(json !== undefined && { "content-type": "application/json" }),
      ...asked.headers,
    },
    body: json === undefined ? (asked.body ?? null) : JSON.stringify(json),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** Makes a request and holds the answer against the contract. */
export async function check(origin: string, name: OperationName, asked: Asked): Promise<Answer> {
  const answer = await send(origin, name, asked);
  const found = breaches(name, answer, asked.expected);
  assert.deepEqual(found, [], `${name} answered ${answer.status} ${answer.text.slice(0, 500)}`);
  return answer;
}

/** What an answer has that the contract does not allow, or lacks. */
export function breaches(name: OperationName, answer: Answer, expected?: Schema): string[] {
  const operation: Operation = operations[name];
  const { status, headers } = answer;
  const isSuccess = status === operation.success;
  if (!isSuccess && ![...operation.refusals, ...(operation.unlisted ?? [])].includes(status)) {
    return [`${name} has no status ${status}`];
  }
  const { body, isUnofficial } = operation;
  // What is not officially modelled may have more than is known.
  const usual = body && (isUnofficial ? body : complete(body));
  const schema = isSuccess ? ((expected && complete(expected)) ?? usual) : refusal;
  return [...bodyBreaches(answer, schema), ...headerBreaches(status, headers)];
}

function bodyBreaches({ headers, text }: Answer, schema: Schema | undefined): string[] {
  const type = headers.get("content-type");
  if (!schema) {
    return text === "" && type === null ? [] : ["the body should be empty"];
  }
  if (type !== "application/json") {
    return [`the content type is ${type}`];
  }
  try {
    return violations(schema, JSON.parse(text), "body");
  } catch (error) {
    return [`the body is not JSON: ${String(error)}`];
  }
}

function headerBreaches(status: number, headers: Headers): string[] {
  const required = headersFor(status);
  const surplus = telling.filter((name) => !(name in required) && headers.has(name));
  const wrong = Object.entries(required).flatMap(([name, schema]) => {
    const value = headers.get(name);
    const isNumber = schema["type"] === "integer" && /^\d+$/.test(value ?? "");
    return violations(schema, isNumber ? Number(value) : value, name);
  });
  return [...surplus.map((name) => `${name} does not belong to ${status}`), ...wrong];
}

/** What a value has that a schema does not allow, or lacks. */
export function violations(schema: Schema, value: unknown, name: string): string[] {
  const validate = ajv.compile(schema);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${name}${instancePath} ${message}`,
  );
}
