import { isDeepStrictEqual } from "node:util";
import { refusal } from "./errors";
import type { Schema } from "./forms";
import { headersFor } from "./headers";
import { asNode, createReader, mapValues, type Node } from "./openapi";
import { operations, type Operation } from "./operations";

/** Where an official OpenAPI document and this contract say different things, one per line. */
export function differences(document: Node): string[] {
  const { resolve, plain } = createReader(document);
  const theirs = new Map(
    Object.entries(asNode(document["paths"])).flatMap(([path, item]) =>
      Object.entries(resolve(item))
        .filter(([method]) => methods.has(method))
        .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, resolve(operation)]),
    ),
  );
  const ours = new Map(
    Object.values<Operation>(operations)
      .filter(({ isUnofficial }) => !isUnofficial)
      .map((operation) => [`${operation.method} ${operation.path}`, operation]),
  );

  function compareOperation(name: string, operation: Operation, official: Node): string[] {
    const responses = asNode(official["responses"]);
    const statuses = [operation.success, ...operation.refusals].map(String);
    return [
      ...compareNames(`${name}: status`, statuses, Object.keys(responses)),
      ...statuses
        .filter((status) => status in responses)
        .flatMap((status) =>
          compareAnswer(`${name} ${status}`, operation, Number(status), resolve(responses[status])),
        ),
    ];
  }

  function compareAnswer(
    name: string,
    operation: Operation,
    status: number,
    official: Node,
  ): string[] {
    const schema = status === operation.success ? operation.body : refusal;
    const media = asNode(asNode(official["content"])["application/json"]);
    const theirHeaders = mapValues(asNode(official["headers"]), (one) =>
      plain(resolve(one)["schema"]),
    );
    const lowered = Object.fromEntries(
      Object.entries(theirHeaders).map(([header, one]) => [header.toLowerCase(), one]),
    );
    return [
      ...compareSchemas(name, schema ?? {}, media["schema"] ? plain(media["schema"]) : {}),
      ...compareProperties(`${name} header`, headersFor(status), lowered),
    ];
  }

  return [
    ...compareNames("operation", [...ours.keys()], [...theirs.keys()]),
    ...[...ours].flatMap(([name, operation]) => {
      const official = theirs.get(name);
      return official ? compareOperation(name, operation, official) : [];
    }),
  ];
}

const methods = new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace"]);

function compareSchemas(name: string, ours: Schema, theirs: Schema): string[] {
  const keywords = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  return [...keywords].flatMap((keyword) => {
    const [left, right] = [ours[keyword], theirs[keyword]];
    if (keyword === "properties") {
      return compareProperties(name, asNode(left), asNode(right));
    }
    if (keyword === "items") {
      return compareSchemas(`${name}[]`, asNode(left), asNode(right));
    }
    return isDeepStrictEqual(inOrder(left, keyword), inOrder(right, keyword))
      ? []
      : [`${name}: ${keyword} is ${JSON.stringify(left)} here, ${JSON.stringify(right)} there`];
  });
}

function compareProperties(name: string, ours: Node, theirs: Node): string[] {
  return [
    ...compareNames(`${name}: property`, Object.keys(ours), Object.keys(theirs)),
    ...Object.keys(ours)
      .filter((property) => property in theirs)
      .flatMap((property) =>
        compareSchemas(`${name}.${property}`, asNode(ours[property]), asNode(theirs[property])),
      ),
  ];
}

function compareNames(name: string, ours: string[], theirs: string[]): string[] {
  return [
    ...ours.filter((one) => !theirs.includes(one)).map((one) => `${name} ${one} is only here`),
    ...theirs.filter((one) => !ours.includes(one)).map((one) => `${name} ${one} is only there`),
  ];
}

/** A list of required names has no order, and an empty one says as much as none. */
function inOrder(value: unknown, keyword: string): unknown {
  return keyword === "required" ? [...((value as string[] | undefined) ?? [])].toSorted() : value;
}
