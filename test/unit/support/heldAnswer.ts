import type { Send } from "../../../src/platform/http/send";

/**
 * A way to the service that keeps one answer back: the service has done the work, and nobody knows yet.
 * @param before how many answers arrive as usual before it
 */
export function holdAnswer(send: Send, before = 0) {
  let arrive = () => {};
  let release = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const released = new Promise<void>((resolve) => (release = resolve));
  let count = 0;
  const holding: Send = async (call) => {
    const isHeld = count++ === before;
    const answer = await send(call);
    if (isHeld) {
      arrive();
      await released;
    }
    return answer;
  };
  return { send: holding, arrived, release };
}
