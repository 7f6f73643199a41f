import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createApi } from "./api";
import { letColleagueAct } from "./colleague";
import { createControlPlane } from "./controlPlane";
import { createLoginPage } from "./data/loginPage";
import { corsHeaders, decorate } from "./headers";
import { faultAnswer, replacesAnswer, takeFault, withHeaders } from "./faults";
import { limited } from "./limit";
import type { Fault, RecordedRequest, World } from "./model";
import { seed } from "./seed";
import { listen } from "./listen";

export interface Sandbox {
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts a local Supermetrics API on this computer, with the seed's teams, keys and connectors. */
export async function startSandbox({ port = 0 }: { port?: number } = {}): Promise<Sandbox> {
  let world = seed();
  const api = createApi(() => world);
  const control = createControlPlane(
    () => world,
    (next) => (world = next),
  );
  const loginPage = createLoginPage(() => world);
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await toRequest(incoming);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/__sandbox/")) {
      await write(outgoing, await control.fetch(request));
    } else if (pathname.startsWith("/login/")) {
      await write(outgoing, await loginPage.fetch(request));
    } else if (request.method === "OPTIONS") {
      const headers = corsHeaders(world.settings, false);
      await write(
        outgoing,
        new Response(null, { status: world.settings.cors === "full" ? 204 : 405, headers }),
      );
    } else {
      await serve(request, outgoing);
    }
  }

  async function serve(request: Request, outgoing: ServerResponse): Promise<void> {
    const recorded = await record(world, request);
    const fault = takeFault(world, request.method, recorded.path) ?? {};
    if (fault.hold) {
      await new Promise<void>((resolve) => world.held.push(resolve));
    }
    await sleep(world.settings.delayMs + (fault.delayMs ?? 0));
    const replaces = replacesAnswer(fault);
    const real = async () => limited(world) ?? (await api.fetch(request));
    const isReal = fault.apply || !(replaces || fault.reset);
    letColleagueAct(world, fault, "before");
    const answer = isReal ? await real() : undefined;
    letColleagueAct(world, fault, "after");
    await sleep(fault.answerDelayMs ?? 0);
    if (fault.reset) {
      outgoing.destroy();
      return;
    }
    const final = await decorate(
      replaces || !answer ? faultAnswer(fault) : withHeaders(answer, fault),
      world,
      { isAsGiven: replaces, path: recorded.path },
    );
    recorded.status = final.status;
    await write(outgoing, final, fault);
  }

  return listen(server, port);
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] satisfies [string, string]] : [],
  );
  const { method = "GET", url = "/" } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD" && chunks.length > 0;
  const body = hasBody ? Buffer.concat(chunks) : null;
  return new Request(new URL(url, "http://127.0.0.1"), { method, headers, body });
}

async function record(world: World, request: Request): Promise<RecordedRequest> {
  const { pathname, search } = new URL(request.url);
  const recorded: RecordedRequest = {
    n: world.requests.length + 1,
    method: request.method,
    path: pathname,
    query: search,
    headers: Object.fromEntries(request.headers),
    body: await request.clone().text(),
    status: 0,
  };
  world.requests.push(recorded);
  return recorded;
}

/** Sends an answer, whole or broken as the fault says. */
async function write(outgoing: ServerResponse, answer: Response, fault: Fault = {}): Promise<void> {
  const whole = Buffer.from(await answer.arrayBuffer());
  const body = fault.cut === undefined ? whole : whole.subarray(0, fault.cut);
  const headers = Object.fromEntries(answer.headers);
  if (fault.blanks) {
    outgoing.writeHead(answer.status, headers).write(body);
    await writeBlanks(outgoing, fault.blanks);
    return;
  }
  const length = answer.status === 204 ? {} : { "content-length": String(body.length) };
  outgoing.writeHead(answer.status, { ...headers, ...length });
  if (fault.truncate === undefined) {
    outgoing.end(body);
  } else {
    outgoing.write(body.subarray(0, fault.truncate), () => outgoing.destroy());
  }
}

/** Until the reader has gone away, where they have no end. */
async function writeBlanks(
  outgoing: ServerResponse,
  { bytes = Number.POSITIVE_INFINITY, everyMs = 0 }: NonNullable<Fault["blanks"]>,
): Promise<void> {
  const part = Buffer.alloc(everyMs > 0 ? 1000 : 64_000, " ");
  for (let left = bytes; left > 0 && !outgoing.destroyed; left -= part.length) {
    await sleep(everyMs);
    await new Promise<void>((resolve) => {
      outgoing.write(part.subarray(0, left), () => resolve());
    });
  }
  outgoing.end();
}
