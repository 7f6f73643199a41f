export { sourceConfiguration, sourceToken } from "./configuration";
export { startSource, type Source, type SourceRequest } from "./server";
