import { Hono } from "hono";
import { Refusal } from "../answers";
import type { Connector, World } from "../model";
import { configurationOf } from "./configuration";
import { stateOf } from "./logins";
import type { LoginLink } from "./model";
import { partOf, textOf } from "./parts";
import { keepLogin, personOf, userInputsOf } from "./signIn";

/**
 * The page that a login link's `login_url` leads to, for a person, a browser, or a plain `fetch`. GET shows the
 * connector's name and a form with a field for each user input, by its ID; POST of that form tries what was typed at
 * the source and makes the login. It is no part of the API: no key, no limit, no faults, and it is not recorded.
 */
export function createLoginPage(world: () => World): Hono {
  const pages = new Hono().basePath("/login");

  pages.get("/:link", (c) => {
    const found = lookUp(c.req.param("link"), world());
    return "problem" in found
      ? page(404, found.problem, "")
      : page(200, titleOf(found.connector), formOf(found.connector));
  });

  pages.post("/:link", async (c) => {
    const found = lookUp(c.req.param("link"), world());
    if ("problem" in found) {
      return page(404, found.problem, "");
    }
    const { link, connector } = found;
    const form = new URLSearchParams(await c.req.text());
    const entries = userInputsOf(connector).map(({ id }) => [id, form.get(id) ?? ""] as const);
    try {
      const inputs = Object.fromEntries(entries);
      const person = await personOf(connector, inputs);
      if (link.requiredUsername !== null && link.requiredUsername !== person.username) {
        return page(422, titleOf(connector), formOf(connector, "This is somebody else's login."));
      }
      const { team, dataSource } = link;
      link.login = keepLogin(world().data, { team, dataSource, inputs, ...person });
    } catch (error) {
      return page(422, titleOf(connector), formOf(connector, problemOf(error)));
    }
    return link.redirectUrl === null
      ? page(200, `Connected to ${connector.name}`, "<p>You can close this page now.</p>")
      : new Response(null, { status: 303, headers: { location: link.redirectUrl } });
  });

  return pages;
}

type LookedUp =
  | { readonly link: LoginLink; readonly connector: Connector }
  | { readonly problem: string };

function lookUp(id: string, { data, teams }: World): LookedUp {
  const link = data.links.get(id);
  const connector = link && teams.get(link.team)?.connectors.get(link.dataSource);
  if (!link || !connector) {
    return { problem: "There is no such login link" };
  }
  if (link.login) {
    return { problem: "This login link has been used" };
  }
  const state = stateOf(link);
  return state === "OPEN"
    ? { link, connector }
    : { problem: `This login link is ${state.toLowerCase()}` };
}

function problemOf(error: unknown): string {
  if (!(error instanceof Refusal)) {
    return "It failed.";
  }
  return error.status === 403
    ? "The data source did not accept it."
    : (error.description ?? error.message);
}

function titleOf({ name }: Connector): string {
  return `Connect to ${name}`;
}

function formOf(connector: Connector, problem?: string): string {
  const { description } = partOf(configurationOf(connector)["authentication"]);
  const inputs = userInputsOf(connector).map(
    ({ id, label, isPassword }) =>
      `<label>${html(label)}<input name="${html(id)}" type="${isPassword ? "password" : "text"}"
        autocomplete="off" required></label>`,
  );
  return `<p>${html(textOf(description))}</p>
    ${problem === undefined ? "" : `<p role="alert">${html(problem)}</p>`}
    <form method="post">${inputs.join("\n")}<button type="submit">Connect</button></form>`;
}

function page(status: number, title: string, content: string): Response {
  const text = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${html(title)}</title>
    <style>
      :root { color-scheme: light dark }
      body { font: 16px system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem }
      label, input { display: block; width: 100%; box-sizing: border-box; margin-bottom: 0.75rem }
      input, button { font: inherit; padding: 0.5rem }
      [role="alert"] { border-left: 4px solid #c33; padding-left: 0.75rem }
    </style>
    <h1>${html(title)}</h1>${content}</html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    // Suites in a browser's worker submit the form, too.
    "access-control-allow-origin": "*",
  };
  return new Response(text, { status, headers });
}

function html(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
