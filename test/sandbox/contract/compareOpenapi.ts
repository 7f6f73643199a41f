import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { differences } from "./differences";
import { asNode } from "./openapi";

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("Usage: compareOpenapi.ts FILE, an official OpenAPI document in YAML or JSON");
  process.exit(2);
}
const found = differences(asNode(parse(readFileSync(file, "utf8"))));
console.log(found.length > 0 ? found.join("\n") : "The contract agrees with the document.");
process.exit(found.length > 0 ? 1 : 0);
