import { checkText } from "../../src/features/checks/checkText";
import { compare, type Comparison } from "./measure";
import { tidyConfiguration, wrongConfiguration } from "./texts";

/** All checks of a configuration in which nothing is wrong, beside `JSON.parse` of it. */
export function benchTidyChecks(megabytes: number, rounds: number): Promise<Comparison> {
  const text = tidyConfiguration(megabytes);
  if (checkText(text, {})?.length !== 0) {
    throw new Error("Something is wrong in the tidy configuration");
  }
  return compare(
    rounds,
    () => JSON.parse(text),
    () => checkText(text, {}),
  );
}

/** All checks of a configuration with something wrong in every line, and 100 secrets of which none is used. */
export function benchWrongChecks(megabytes: number, rounds: number): Promise<Comparison> {
  const text = wrongConfiguration(megabytes);
  const secrets = Array.from({ length: 100 }, (_, n) => ({
    name: `unused_${n}`,
    placeholder: `sec_${n}_unused`,
  }));
  const known = { secrets: { secrets, total: secrets.length } };
  return compare(
    rounds,
    () => JSON.parse(text),
    () => checkText(text, {}, known),
  );
}
