import * as l10n from "@vscode/l10n";
import type { NetworkError } from "../http/errors";
import type { Meaning } from "./errorMeaning";
import { plainText } from "./plainText";

/** Why no answer came, in words, and the setting that helps where one does. */
export function networkMeaning(error: NetworkError): Meaning {
  switch (error.reason) {
    case "timeout":
      return {
        text: l10n.t("No whole answer came in time (setting supermetrics.requestTimeout)."),
        steps: ["tryAgain", "openTimeoutSetting"],
      };
    case "reset":
      return {
        text: l10n.t("The connection broke before the answer was complete."),
        steps: ["tryAgain"],
      };
    case "refused":
      return { text: l10n.t("Nothing accepts connections at that address."), steps: ["tryAgain"] };
    case "hostNotFound":
      return {
        text: l10n.t("The host was not found: check the network connection."),
        steps: ["tryAgain", "openProxySettings"],
      };
    case "unreachable":
      return {
        text: l10n.t("The network is down or does not reach the service."),
        steps: ["tryAgain"],
      };
    case "tls":
      return {
        text: l10n.t(
          "The server’s certificate was not accepted ({0}). Behind a company’s proxy, see the settings http.systemCertificates and http.proxyStrictSSL.",
          code(error),
        ),
        steps: ["openProxySettings", "tryAgain"],
      };
    case "proxy":
      return {
        text: l10n.t("The proxy did not let the request through: see the setting http.proxy."),
        steps: ["openProxySettings", "tryAgain"],
      };
    case "redirect":
      return {
        text: l10n.t(
          "The server answered with a redirect. It was not followed, because the key goes to one address only: check the setting supermetrics.apiBaseUrl.",
        ),
        steps: ["openBaseUrlSetting"],
      };
    case "opaque":
      return {
        text: l10n.t(
          "The browser gave no reason. You may be offline, or the service does not allow calls from a browser (CORS): then use VS Code on the desktop or a remote host.",
        ),
        steps: ["tryAgain"],
      };
    case "unknown":
      return {
        text: l10n.t("The service could not be reached: {0}", plainText(error.message)),
        steps: ["tryAgain"],
      };
  }
}

function code(error: NetworkError): string {
  return /\b[A-Z]+(_[A-Z]+)+\b/.exec(error.message)?.[0] ?? "TLS";
}
