import { list, object, ref, text } from "./parts";

const types = [
  "user_input",
  "oauth2",
  "single_step_oauth2",
  "oauth1",
  "basic",
  "cookie",
  "jwt",
  "amazon_s3",
  "exchange",
];

const userInput = object(
  { id: text, label: text, type: { enum: ["text", "password"] } },
  { required: ["id"] },
);

export const authentication = object(
  {
    type: { enum: types, docs: "How people sign in to the source." },
    description: { ...text, docs: "Shown on the sign-in screen." },
    userInputs: list(userInput, { minItems: 1 }),
    oauth1: object({
      consumerKey: text,
      consumerSecret: text,
      requestTokenEndpoint: object({ request: ref("request") }),
      authorizationEndpoint: object({ request: ref("request") }),
      accessTokenEndpoint: object({ request: ref("request") }),
    }),
    validation: object({ request: ref("request") }),
  },
  {
    docs: "How a user's credential is obtained.",
    if: { properties: { type: { const: "user_input" } }, required: ["type"] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
    then: { required: ["userInputs"] },
  },
);

export const dataSourceUser = object(
  {
    userInfo: object({ id: ref("pair"), label: ref("pair"), accessToken: ref("pair") }),
    request: ref("request"),
  },
  { docs: "What is stored about the user who signed in." },
);

export const accounts = object(
  {
    fetchers: list(
      object({
        request: ref("request"),
        accountInfo: object({ id: ref("pair"), label: ref("pair"), group: ref("pair") }),
      }),
    ),
    filter: list(object({ value: ref("pair") })),
  },
  { docs: "How the accounts of a user are listed." },
);

export const secrets = object({
  items: list(
    object(
      {
        id: text,
        classification: { enum: ["public", "secret", "pii"] },
        source: { enum: ["userInput", "encrypted", "static"] },
        value: text,
      },
      { required: ["id"], dependentRequired: { source: ["value"] } },
    ),
  ),
});
