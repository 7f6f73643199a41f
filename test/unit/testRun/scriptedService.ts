import type { Send } from "../../../src/platform/http/send";

/** A service that gives these answers in their order, the last again and again. */
export function scriptedService(answers: readonly unknown[]) {
  const origin = "https://api.supermetrics.com";
  const asked: string[] = [];
  const send: Send = async (call) => {
    asked.push(`${call.method} ${call.path}`);
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    const text = JSON.stringify(answer);
    return { value: call.schema.parse(JSON.parse(text)), text };
  };
  return { send, origin, asked, account: { origin, teamId: "9007199254740993" } };
}
