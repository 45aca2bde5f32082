/**
 * Between the playground and the bot process it started, over the process's message channel. The
 * playground owns the virtual clock; the bot tells it before each step what time it has become.
 */
export type ToBot =
  /** Move the clock through everything due up to `to`, in order; answered by `advanced`. */
  | { readonly type: "advance"; readonly id: number; readonly to: string }
  /** Answer `settled` when inbox and outbox are empty. */
  | { readonly type: "settle"; readonly id: number }
  /** The stand-in has noted the time of message `id`. */
  | { readonly type: "noted"; readonly id: number };
export type FromBot =
  | { readonly type: "ready"; readonly port: number }
  /** The clock now stands at `at`; the bot waits for `noted` before it acts. */
  | { readonly type: "now"; readonly id: number; readonly at: string }
  | {
      readonly type: "advanced";
      readonly id: number;
      readonly now: string;
      readonly next: string | null;
    }
  | { readonly type: "settled"; readonly id: number; readonly next: string | null };
