import assert from "node:assert/strict";
import { inspect } from "node:util";
import { ApiError, ContractError } from "../../../src/platform/http/errors";
import {
  deleteSecret,
  listSecrets,
  postSecret,
  putSecret,
} from "../../../src/features/secrets/secretsApi";
import { defaultTeam } from "../../sandbox";
import { thrownBy, useApi } from "../support/api";

const path = `/v1/teams/${defaultTeam}/connector_builder/connectors/T3S70/secrets`;
const value = 's3cr3t / "quoted" & é 🚲';

describe("the secrets' API", () => {
  const { control, exchanges, send, ref } = useApi();
  const list = () => listSecrets(send, ref("T3S70"));
  const post = (name: string, secret = value) =>
    postSecret(send, ref("T3S70"), { name, value: secret });
  const asked = async () =>
    (await control().requests()).map(({ method, path: to, body }) => [`${method} ${to}`, body]);

  it("lists names and placeholders", async () => {
    assert.deepEqual(await list(), { secrets: [], total: 0 });
    await post("client_id");
    const { secrets, total } = await list();
    assert.deepEqual([secrets.map(({ name }) => name), total], [["client_id"], 1]);
    assert.match(secrets[0]?.placeholder ?? "", /^sec_/);
  });

  it("registers with the documented body, and gives the whole list", async () => {
    await post("a");
    await control().clearRequests();
    const { secrets } = await post("b");
    assert.deepEqual(secrets.map(({ name }) => name).toSorted(), ["a", "b"]);
    assert.deepEqual(await asked(), [
      [`POST ${path}`, JSON.stringify({ secret_name: "b", secret_value: value })],
    ]);
  });

  it("replaces and deletes by the placeholder, encoded", async () => {
    const [secret = assert.fail("nothing")] = (await post("a")).secrets;
    await putSecret(send, ref("T3S70"), secret.placeholder, "new");
    await deleteSecret(send, ref("T3S70"), secret.placeholder);
    assert.deepEqual((await list()).secrets, []);
    await thrownBy(deleteSecret(send, ref("T3S70"), "a/../b"), ApiError);
    const urls = (await asked()).map(([to]) => to?.replace(path, ""));
    assert.deepEqual(urls.slice(1), [
      `PUT /${secret.placeholder}`,
      `DELETE /${secret.placeholder}`,
      "GET ",
      "DELETE /a%2F..%2Fb",
    ]);
  });

  it("takes nothing but 204 for done", async () => {
    await control().fault({ status: 200, json: {} });
    await thrownBy(putSecret(send, ref("T3S70"), "sec_1", "x"), ContractError);
  });

  it("leaves out what cannot be read, and counts it", async () => {
    const fit = { secret_placeholder: "sec_1", secret_name: "a", more: 1 };
    const unfit = [{ secret_name: "b" }, null, { secret_placeholder: "..", secret_name: "c" }];
    await control().fault({ status: 200, json: { count: "4", secrets: [fit, ...unfit] } });
    assert.deepEqual(await list(), {
      secrets: [{ name: "a", placeholder: "sec_1" }],
      total: 4,
    });
  });

  describe("keeps a value out of all that is reported and thrown", () => {
    const secret = "p4ss/wörd \"with\" 'all' & more";
    const everything = (error: unknown) => inspect([exchanges, error], { depth: null });
    const spelled = [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      "p4ss",
    ];
    const echo = `The value ${secret} is too simple.`;

    for (const [how, fault] of [
      ["a success", undefined],
      ["a refusal that repeats it", { status: 422, errorCode: "X", errorMessage: echo }],
      ["a description that repeats it", { status: 422, errorCode: "X", errorDescription: echo }],
      ["a page that repeats it", { status: 502, body: `<html><title>${echo}</title>` }],
      ["a lost connection", { reset: true }],
      ["an answer that is cut", { status: 201, body: JSON.stringify({ secrets: secret }) }],
    ] as const) {
      it(`after ${how}`, async () => {
        if (fault) {
          await control().fault(fault);
        }
        const error: unknown = await post("a", secret).catch((cause: unknown) => cause);
        const text = everything(error);
        assert.equal(exchanges.length, 1);
        assert.match(exchanges[0]?.requestBody?.() ?? "", /"secret_value":"•••"/);
        assert.deepEqual(
          spelled.filter((spelling) => text.includes(spelling)),
          [],
        );
      });
    }

    it("however JSON spells it", async () => {
      const message = JSON.stringify(`It is ${secret}`).replaceAll("ö", "\\u00f6");
      const body = `{"error":{"code":"X","message":${message.replaceAll("&", "\\u0026")}}}`;
      await control().fault({ status: 422, body, contentType: "application/json" });
      const error = await thrownBy(post("a", secret), ApiError);
      assert.doesNotMatch(everything(error), /p4ss/);
    });

    for (const [how, echoed] of [
      ["without the white space around it", "s3cr3t line\n  s3cr3t end"],
      ["on one line", "s3cr3t line s3cr3t end"],
    ] as const) {
      it(`also where it is repeated ${how}`, async () => {
        const errorMessage = `The value ${echoed} is too simple.`;
        await control().fault({ status: 422, errorCode: "X", errorMessage });
        const error = await thrownBy(post("a", "s3cr3t line\n  s3cr3t end\n"), ApiError);
        assert.doesNotMatch(everything(error), /s3cr3t/);
      });
    }

    it("also where it comes back as a key or a number", async () => {
      const body = '{"error":{"code":"X","fields":{"48151623":48151623}}}';
      await control().fault({ status: 422, body, contentType: "application/json" });
      const error = await thrownBy(post("a", "48151623"), ApiError);
      assert.doesNotMatch(everything(error), /48151623/);
    });

    it("and leaves the other words of a refusal", async () => {
      await control().fault({ status: 422, errorCode: "X", errorMessage: echo });
      const error = await thrownBy(post("a", secret), ApiError);
      assert.equal(error.message, "The value ••• is too simple.");
    });
  });
});
