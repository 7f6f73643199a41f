export { sourceConfiguration } from "./configuration";
export { sourceToken, startSource, type Source, type SourceRequest } from "./server";
