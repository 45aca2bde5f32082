/** Follows the playground, which owns the virtual clock and asks over the process's channel. */

import type { Liaison } from "./assembly/front.ts";
import type { VirtualClock } from "./time/clock.ts";

type Asked =
  | { readonly type: "advance"; readonly id: number; readonly to: string }
  | { readonly type: "settle"; readonly id: number }
  | { readonly type: "noted"; readonly id: number };

/** Says that the bot is ready, then moves the clock and settles as it is asked, one after another. */
export async function followPlayground(
  liaison: Liaison,
  clock: VirtualClock,
  port: number,
): Promise<void> {
  const noted = new Map<number, () => void>();
  let steps = 0;

  /** The stand-in learns what time it has become before anything happens at that time. */
  const step = async (at: Date): Promise<void> => {
    clock.moveTo(at);
    steps += 1;
    const id = steps;
    await new Promise<void>((resolve) => {
      noted.set(id, resolve);
      process.send?.({ type: "now", id, at: clock.now().toISOString() });
    });
    noted.delete(id);
  };
  const settle = async (): Promise<string | null> => {
    await liaison.idle();
    await liaison.advance(clock.now(), step);
    await liaison.idle();
    return (await liaison.next())?.toISOString() ?? null;
  };

  let queue: Promise<void> = Promise.resolve();
  const answer = async (asked: Exclude<Asked, { type: "noted" }>): Promise<void> => {
    if (asked.type === "advance") {
      await liaison.advance(new Date(asked.to), step);
      const next = await settle();
      process.send?.({ type: "advanced", id: asked.id, now: clock.now().toISOString(), next });
    } else process.send?.({ type: "settled", id: asked.id, next: await settle() });
  };
  process.on("message", (asked: Asked) => {
    if (asked.type === "noted") noted.get(asked.id)?.();
    else
      queue = queue
        .then(() => answer(asked))
        .catch((error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        });
  });

  process.send?.({ type: "ready", port });
  await queue;
}
