import * as l10n from "@vscode/l10n";
import { mostAnswerBytes } from "../http/boundedBody";
import type { NetworkError } from "../http/errors";
import type { Meaning } from "./errorMeaning";
import { plainText } from "./plainText";

/** Why no answer came, for the person, and the setting that helps where one does. */
export function networkMeaning(error: NetworkError): Meaning {
  switch (error.reason) {
    case "timeout":
      return {
        text: l10n.t("Supermetrics didn't respond in time (setting supermetrics.requestTimeout)."),
        steps: ["tryAgain", "openTimeoutSetting"],
      };
    case "reset":
      return {
        text: l10n.t("The connection broke before the response was complete."),
        steps: ["tryAgain"],
      };
    case "refused":
      return { text: l10n.t("The server refused the connection."), steps: ["tryAgain"] };
    case "hostNotFound":
      return {
        text: l10n.t("Host not found. Check your network connection."),
        steps: ["tryAgain", "openProxySettings"],
      };
    case "unreachable":
      return {
        text: l10n.t("Supermetrics isn't reachable from this network."),
        steps: ["tryAgain"],
      };
    case "tls":
      return {
        text: l10n.t(
          "The server's certificate isn't trusted ({0}). Behind a company proxy, check the settings http.systemCertificates and http.proxyStrictSSL.",
          code(error),
        ),
        steps: ["openProxySettings", "tryAgain"],
      };
    case "proxy":
      return {
        text: l10n.t("The proxy blocked the request. Check the setting http.proxy."),
        steps: ["openProxySettings", "tryAgain"],
      };
    case "redirect":
      return {
        text: l10n.t(
          "The server sent a redirect, which isn't followed to protect your API key. Check the setting supermetrics.apiBaseUrl.",
        ),
        steps: ["openBaseUrlSetting"],
      };
    case "tooLarge":
      return {
        text: l10n.t(
          "The response is larger than {0} MB, so it wasn't read to the end.",
          mostAnswerBytes / 1e6,
        ),
        steps: ["tryAgain"],
      };
    case "opaque":
      return {
        text: l10n.t(
          "The browser blocked the request. Check that you're online. If Supermetrics doesn't allow requests from a browser (CORS), use VS Code on the desktop or with a remote host.",
        ),
        steps: ["tryAgain"],
      };
    case "unknown":
      return {
        text: l10n.t("Couldn't reach Supermetrics: {0}", plainText(error.message)),
        steps: ["tryAgain"],
      };
  }
}

function code(error: NetworkError): string {
  return /\b[A-Z]+(_[A-Z]+)+\b/.exec(error.message)?.[0] ?? "TLS";
}
