import assert from "node:assert/strict";
import * as z from "zod/mini";
import { ContractError } from "../../../../src/platform/http/errors";
import { otherTeam } from "../../../sandbox";
import type { Fault } from "../../../sandbox/model";
import { thrownBy, useApi } from "../../support/api";

const call = {
  method: "GET",
  path: `/v1/teams/${otherTeam}`,
  schema: z.looseObject({ data: z.looseObject({ name: z.string() }) }),
} as const;
const headers = { "x-request-id": "of-header" };

describe("a success that is not what the API documents", () => {
  const { control, send, account } = useApi();
  const bodies: readonly (readonly [string, Fault, RegExp])[] = [
    ["of another shape", { status: 200, json: { data: { name: 7 } } }, /data\.name/],
    ["without the wanted part", { status: 200, json: {} }, /data/],
    ["that is a list", { status: 200, json: [] }, /^$/],
    ["that is a web page", { status: 200, body: "<html>" }, /not JSON/],
    ["that breaks off", { status: 201, cut: 12 }, /not JSON/],
    ["that is empty", { status: 200 }, /not JSON/],
    ["without a body", { status: 204 }, /not JSON/],
  ];
  for (const [name, fault, words] of bodies) {
    it(`${name} is thrown as such, and not as a refusal`, async () => {
      await control().fault({ headers, ...fault });
      const { message, details } = await thrownBy(
        send({ ...call, account: account() }),
        ContractError,
      );
      assert.match(message, words);
      assert.deepEqual(details, { status: fault.status, requestId: "of-header" });
    });
  }

  it("says that a web page came, also in the place of an answer without a body", async () => {
    const page = { status: 200, body: "<!-- x --><html>Welcome</html>" };
    await control().fault(page);
    const read = send({ ...call, account: account() });
    assert.ok((await thrownBy(read, ContractError)).isPage);
    await control().fault(page);
    const written = send({ ...call, account: account(), method: "PUT", status: 204 });
    assert.ok((await thrownBy(written, ContractError)).isPage);
    await control().fault({ status: 200, json: {} });
    const other = send({ ...call, account: account() });
    assert.ok(!(await thrownBy(other, ContractError)).isPage);
  });

  for (const error of [null, false, 0, []]) {
    it(`is none only because its “error” is ${JSON.stringify(error)}`, async () => {
      await control().fault({ status: 200, json: { data: { name: "A" }, error } });
      assert.equal((await send({ ...call, account: account() })).value.data.name, "A");
    });
  }
});
