/** `GET /control/events`: tells every open page that something changed. */
import type { Request, Response } from "express";
import type { Changed } from "../contract.ts";
import type { Ground } from "../ground.ts";

export interface Events {
  open(request: Request, response: Response): void;
  stop(): void;
}

export function createEvents(ground: Ground): Events {
  const listeners = new Set<Response>();
  let pending = false;

  function tell(response: Response): void {
    const changed: Changed = { revision: ground.revision() };
    response.write(`data: ${JSON.stringify(changed)}\n\n`);
  }

  const unsubscribe = ground.onChange(() => {
    if (pending) return;
    pending = true;
    setImmediate(() => {
      pending = false;
      listeners.forEach(tell);
    });
  });

  return {
    open: (request, response) => {
      response.set({ "content-type": "text/event-stream", "cache-control": "no-store" });
      response.flushHeaders();
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
      tell(response);
    },
    stop: () => {
      unsubscribe();
      for (const response of listeners) response.end();
    },
  };
}
