import assert from "node:assert/strict";
import { logIn, LoginLinkError } from "../../../src/features/testRun/loginLinkFollowing";
import { ApiError, CancelledError } from "../../../src/platform/http/errors";
import { thrownBy } from "../support/api";
import { InstantClock, useDataService, type Scripted } from "./dataService";

const url = "https://login.example.com/x";

describe("logIn", () => {
  const { answer, api, account, asked, paths } = useDataService();
  const closed: string[] = [];
  const opened: string[] = [];
  beforeEach(() => {
    closed.length = 0;
    opened.length = 0;
  });

  /** @param states what the link says, one after the other, the last again and again */
  function serve(
    states: readonly object[],
    others: (path: string) => Scripted = () => ({ data: [] }),
  ) {
    let asking = 0;
    answer(({ method, path }) => {
      if (method === "PUT") {
        closed.push(path);
        return { status: 500, body: "" };
      }
      if (!path.startsWith("/v2/ds/login/link")) {
        return others(path);
      }
      const state = states[Math.min(asking++, states.length - 1)];
      return { data: { link_id: "l1", login_url: url, status_code: "OPEN", ...state } };
    });
  }
  const start = (signal?: AbortSignal, isOpened = true, clock = new InstantClock()) =>
    logIn(
      api(),
      account(),
      { dsId: "T3S70", description: "For a test run" },
      {
        clock,
        signal,
        open: async (address) => {
          opened.push(address);
          return isOpened;
        },
      },
    );
  /** The link is closed, which nobody waits for. */
  const closes = async () => {
    while (closed.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    assert.deepEqual(closed, ["/v2/ds/login/link/l1/close"]);
  };

  it("opens the page, waits for the login, and closes the link", async () => {
    serve([{}, {}, {}, { login_id: "9", login_username: "ann@example.com" }]);
    const clock = new InstantClock();
    const begin = clock.now();
    assert.equal(await start(undefined, true, clock), "ann@example.com");
    assert.deepEqual(opened, [url]);
    assert.deepEqual(clock.waits, [2000, 2000, 2000]);
    assert.deepEqual(JSON.parse(asked[0]?.body ?? ""), {
      ds_id: "T3S70",
      expiry_time: new Date(begin + 3_600_000).toISOString().replace(".000", ""),
      description: "For a test run",
    });
    await closes();
  });

  it("finds the username of a login that is told by its ID only", async () => {
    const logins = [{ login_id: 9, username: "ann", ds_info: { ds_id: "T3S70" } }];
    serve([{}, { login_id: 9 }], () => ({ data: logins }));
    assert.equal(await start(), "ann");
    serve([{}, { login_id: 8 }], () => ({ data: logins }));
    const { message } = await thrownBy(start(), LoginLinkError);
    assert.match(message, /doesn't list it yet/);
  });

  it("opens nothing that isn't secure", async () => {
    serve([{ login_url: "http://login.example.com/" }]);
    const { message } = await thrownBy(start(), LoginLinkError);
    assert.match(message, /isn't secure/);
    assert.deepEqual(opened, []);
    await closes();
  });

  it("ends where the person opens nothing", async () => {
    serve([{}]);
    await thrownBy(start(undefined, false), CancelledError);
    await closes();
  });

  it("ends where the link does", async () => {
    for (const [state, words] of [
      ["CLOSED", /was closed/],
      ["EXPIRED", /expired/],
    ] as const) {
      serve([{}, { status_code: state }]);
      assert.match((await thrownBy(start(), LoginLinkError)).message, words);
    }
  });

  it("takes a login also of a link that is closed by then", async () => {
    serve([{}, { status_code: "CLOSED", login_username: "ann" }]);
    assert.equal(await start(), "ann");
  });

  it("waits no longer than the link lives, ever less often", async () => {
    const link = { id: "l1", url, status: "open" as const };
    let count = 0;
    const ended: string[] = [];
    const endless = {
      createLoginLink: async () => link,
      loginLink: async () => (count++, link),
      closeLoginLink: async (_: unknown, id: string) => void ended.push(id),
      logins: async () => [],
    };
    const clock = new InstantClock();
    const begin = clock.now();
    const login = logIn(endless, account(), { dsId: "T3S70" }, { clock, open: async () => true });
    assert.match((await thrownBy(login, LoginLinkError)).message, /expired/);
    assert.equal(clock.now() - begin, 3_600_000);
    assert.ok(count < 500, String(count));
    assert.deepEqual(ended, ["l1"]);
  });

  it("ends at once when the person cancels, and closes the link all the same", async () => {
    const cancelled = new AbortController();
    serve([{}]);
    const waiting = start(cancelled.signal);
    while (paths().length < 3) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    cancelled.abort();
    await thrownBy(waiting, CancelledError);
    await closes();
  });

  it("closes a link also that was made while the person canceled", async () => {
    const cancelled = new AbortController();
    answer(({ method, path }) => {
      cancelled.abort();
      if (method === "PUT") {
        closed.push(path);
      }
      return { data: { link_id: "l1", login_url: url } };
    });
    await thrownBy(start(cancelled.signal), CancelledError);
    assert.deepEqual(opened, []);
    await closes();
    await thrownBy(start(AbortSignal.abort()), CancelledError);
    assert.equal(asked.length, 2);
  });

  describe("tells whether the link is closed:", () => {
    const link = { id: "l1", url, status: "open" as const, username: "ann" };
    /** @param made what the service does otherwise */
    async function isClosed(made: object, others: object = {}): Promise<unknown> {
      let told: unknown;
      const service = {
        createLoginLink: async () => link,
        loginLink: async () => link,
        logins: async () => [],
        closeLoginLink: async (_: unknown, id: string) => void closed.push(id),
        ...made,
      };
      const options = {
        open: async () => true,
        closing: (one: unknown) => (told = one),
        ...others,
      };
      await logIn(service, account(), { dsId: "T3S70" }, options).catch(() => undefined);
      return told;
    }

    it("it is", async () => {
      assert.equal(await isClosed({}), true);
      assert.deepEqual(closed, ["l1"]);
    });

    it("it couldn't be", async () => {
      const closeLoginLink = () => Promise.reject(new Error("lost"));
      assert.equal(await isClosed({ closeLoginLink }), false);
    });

    it("none was made", async () => {
      const createLoginLink = () => Promise.reject(new Error("refused"));
      assert.equal(await isClosed({ createLoginLink }), true);
      assert.deepEqual(closed, []);
    });

    it("another key is in use, which may not", async () => {
      assert.equal(await isClosed({}, { mayClose: () => false }), false);
      assert.deepEqual(closed, []);
    });
  });

  it("ends when the person cancels while the page is being opened", async () => {
    const cancelled = new AbortController();
    serve([{}]);
    const open = () => {
      cancelled.abort();
      return new Promise<boolean>(() => {});
    };
    const login = logIn(api(), account(), { dsId: "T3S70" }, { signal: cancelled.signal, open });
    await thrownBy(login, CancelledError);
    await closes();
  });

  it("survives answers that get lost, but no refusal", async () => {
    let count = 0;
    answer(({ method }) => {
      if (method !== "GET") {
        return { data: { link_id: "l1", login_url: url } };
      }
      count++;
      return count < 3
        ? { status: 504, body: "" }
        : { data: { link_id: "l1", login_username: "ann" } };
    });
    assert.equal(await start(), "ann");
    const body = JSON.stringify({ error: "LINK_NOT_FOUND", message: "Gone." });
    answer(({ method }) =>
      method === "GET" ? { status: 404, body } : { data: { link_id: "l1", login_url: url } },
    );
    await thrownBy(start(), ApiError);
  });
});
