import { formatConfiguration } from "../../platform/json/format";

/**
 * Both sides as Git leaves them in a file: for what has these marks the merge editor does all that needs no
 * decision.
 * @param theirs JSON text as the service has it
 * @param mine as it was typed
 */
export function conflictText(theirs: string, mine: string): string {
  const laidOut = new TextDecoder().decode(formatConfiguration(theirs));
  return `<<<<<<< Theirs\n${laidOut}=======\n${mine}\n>>>>>>> Mine\n`;
}
