import assert from "node:assert/strict";
import { WrongAccountError } from "../../../src/platform/http/errors";
import { postSecret } from "../../../src/features/secrets/secretsApi";
import { SecretStore } from "../../../src/features/secrets/secretStore";
import { otherTeam } from "../../sandbox";
import { useService } from "../support/client";
import { holdAnswer } from "../support/heldAnswer";

describe("the lists of secrets", () => {
  const service = useService();
  const ref = (identifier = "T3S70") => ({ ...service.account(), identifier });
  const make = () => new SecretStore(service.sendWith());
  const asked = async () => (await service.control().requests()).length;
  const register = (name: string) => postSecret(service.sendWith(), ref(), { name, value: "x" });
  const names = (list: object | undefined) =>
    list && "secrets" in list ? (list.secrets as { name: string }[]).map(({ name }) => name) : [];

  it("are asked for once, however many want one", async () => {
    const store = make();
    assert.equal(store.list(ref()), undefined);
    await Promise.all([store.ensureListed(ref()), store.refresh(ref())]);
    await store.ensureListed(ref());
    assert.equal(await asked(), 1);
    await store.ensureListed(ref("B1K3S"));
    assert.equal(await asked(), 2);
  });

  it("say why there is none, and ask again only on request", async () => {
    const store = make();
    await service.control().fault({ status: 403, errorCode: "FORBIDDEN" });
    assert.ok("problem" in (await store.ensureListed(ref())));
    assert.ok("problem" in (await store.ensureListed(ref())));
    assert.equal(await asked(), 1);
    await store.refresh(ref());
    assert.deepEqual(names(store.list(ref())), []);
  });

  it("tell when they change", async () => {
    const store = make();
    let told = 0;
    store.onDidChange(() => told++);
    store.put(ref(), await register("a"));
    const [{ placeholder } = assert.fail("none")] = store.list(ref())?.secrets ?? [];
    store.remove(ref(), placeholder);
    assert.deepEqual([names(store.list(ref())), store.list(ref())?.total, told], [[], 0, 2]);
  });

  it("do not take an older list over what was changed meanwhile", async () => {
    const held = holdAnswer(service.sendWith());
    const store = new SecretStore(held.send);
    const slow = store.refresh(ref());
    await held.arrived;
    store.put(ref(), await register("new"));
    held.release();
    await slow;
    assert.deepEqual(names(store.list(ref())), ["new"]);
  });

  it("are forgotten with the account, whatever is under way", async () => {
    const held = holdAnswer(service.sendWith());
    const store = new SecretStore(held.send);
    const slow = store.ensureListed(ref());
    await held.arrived;
    store.clear();
    held.release();
    await slow;
    assert.equal(store.list(ref()), undefined);
  });

  it("of another team are not asked for", async () => {
    const store = make();
    await assert.rejects(store.refresh({ ...ref(), teamId: otherTeam }), WrongAccountError);
    assert.equal(await asked(), 0);
  });
});
