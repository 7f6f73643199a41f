import { int, listOf, open, text } from "./forms";

/** There is no property for the value: it never leaves the service. */
const secret = open({ secret_placeholder: text(100), secret_name: text(255) }, [
  "secret_placeholder",
  "secret_name",
]);

/** The answer to a list, and to a create. */
export const secretList = open({ count: int({ minimum: 0 }), secrets: listOf(secret, 100) }, [
  "count",
  "secrets",
]);
