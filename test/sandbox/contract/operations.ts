import { connectorList, connectorWithConfiguration } from "./connector";
import type { Schema } from "./forms";
import { logo } from "./logo";
import { logEntry, logList } from "./logs";
import { schemaDocument } from "./schemaDocument";
import { secretList } from "./secrets";
import { teamAnswer } from "./team";

export interface Operation {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  readonly success: 200 | 201 | 204;
  /** Bare, without an envelope around it; none means an empty body. */
  readonly body?: Schema;
  readonly refusals: readonly number[];
  /** Statuses that the official document leaves out though other rules lead to them. */
  readonly unlisted?: readonly number[];
  /** Absent from the official document; known from the service's pages for people. */
  readonly isUnofficial?: boolean;
}

const team = "/v1/teams/{team_id}";
const connectors = `${team}/connector_builder/connectors`;
const one = `${connectors}/{connector_identifier}`;
const secret = `${one}/secrets/{secret_placeholder}`;

const usual = [401, 403, 404, 429, 500];
const usualAnd400 = [400, ...usual];

export const operations = {
  getTeam: { method: "GET", path: team, success: 200, body: teamAnswer, refusals: usualAnd400 },
  listConnectors: {
    method: "GET",
    path: connectors,
    success: 200,
    body: connectorList,
    refusals: [401, 403, 429, 500],
    unlisted: [400, 404], // a team ID that is none, a team that is not there
  },
  createConnector: {
    method: "POST",
    path: connectors,
    success: 201,
    body: connectorWithConfiguration,
    refusals: usual,
    unlisted: [400, 415, 422], // the title is required and has a limit, and one encoding is listed
  },
  getConnector: {
    method: "GET",
    path: one,
    success: 200,
    body: connectorWithConfiguration,
    refusals: usualAnd400,
  },
  updateConnector: { method: "PUT", path: one, success: 204, refusals: [...usualAnd400, 422] },
  deleteConnector: { method: "DELETE", path: one, success: 204, refusals: usualAnd400 },
  getLogo: {
    method: "GET",
    path: `${one}/logo`,
    success: 200,
    body: logo,
    refusals: usual,
    unlisted: [400], // an identifier that is none; likewise below
  },
  uploadLogo: {
    method: "POST",
    path: `${one}/logo`,
    success: 201,
    body: logo,
    refusals: usualAnd400,
    unlisted: [413], // the official Python client knows it
  },
  listLogs: {
    method: "GET",
    path: `${one}/logs`,
    success: 200,
    body: logList,
    refusals: [400, 401, 403, 429, 500],
    unlisted: [404], // the official Python client expects it
  },
  getLog: {
    method: "GET",
    path: `${one}/logs/{log_id}`,
    success: 200,
    body: logEntry,
    refusals: usual,
    unlisted: [400],
  },
  listSecrets: {
    method: "GET",
    path: `${one}/secrets`,
    success: 200,
    body: secretList,
    refusals: usual,
    unlisted: [400],
  },
  createSecret: {
    method: "POST",
    path: `${one}/secrets`,
    success: 201,
    body: secretList,
    refusals: [...usualAnd400, 409, 422],
  },
  updateSecret: { method: "PUT", path: secret, success: 204, refusals: [...usualAnd400, 422] },
  deleteSecret: {
    method: "DELETE",
    path: secret,
    success: 204,
    refusals: usual,
    unlisted: [400],
  },
  getSchema: {
    method: "GET",
    path: "/connector_builder/v1/schema/{schema_version}",
    success: 200,
    body: schemaDocument,
    refusals: [400],
    unlisted: [429, 500], // every address can be busy or broken
    isUnofficial: true,
  },
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
