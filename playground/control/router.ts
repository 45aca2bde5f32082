/** The control interface: `/control/*`, as `docs/playground.md` describes it. */
import express, { type NextFunction, type Request, type Response, type Router } from "express";
import type { Refusal, ResetBody } from "../contract.ts";
import { Refused } from "../refused.ts";
import { act, openHome } from "./act.ts";
import { archive, deactivate, doNotDisturb, install, membership } from "./admin.ts";
import { bodies, read } from "./bodies.ts";
import { moveClock } from "./clock.ts";
import type { Events } from "./events.ts";
import type { Gate } from "./gate.ts";
import { messages, screen, worldState } from "./screen.ts";
import type { Stage } from "./stage.ts";

/** What a reset starts with; what is left out is the demo data and the first instant. */
export interface Beginning {
  readonly data?: ResetBody["data"] | undefined;
  readonly now?: ResetBody["now"] | undefined;
}

export interface Lifecycle {
  /** Empties the world and the bot's data and starts anew. */
  reset(to: Beginning): Promise<void>;
  /** Kills the bot and starts it again on the same data. */
  restart(): Promise<void>;
}

export function controlRouter(
  stage: Stage,
  events: Events,
  gate: Gate,
  lifecycle: Lifecycle,
): Router {
  const router = express.Router();
  const calls: string[] = [];

  function get(path: string, answer: (query: unknown) => unknown): void {
    calls.push(`GET /control${path}`);
    router.get(path, (request, response) => {
      response.json(answer(request.query));
    });
  }

  function post(path: string, answer: (body: unknown) => Promise<unknown>, alone = false): void {
    calls.push(`POST /control${path}`);
    router.post(path, async (request, response) => {
      const work = (): Promise<unknown> => answer(request.body);
      response.json(await (alone ? gate.alone(work) : gate.shared(work)));
    });
  }

  router.use(express.json({ type: () => true, limit: "1mb" }));
  get("/state", () => worldState(stage));
  get("/screen", (query) => screen(stage, read(bodies.screen, query).as));
  get("/messages", (query) => messages(stage, read(bodies.messages, query)));
  calls.push("GET /control/events");
  router.get("/events", (request, response) => {
    events.open(request, response);
  });

  post("/say", (body) => act(stage, read(bodies.say, body), (on, who, it) => on.say(who, it)));
  post("/press", (body) =>
    act(stage, read(bodies.press, body), (on, who, it) => on.press(who, it)),
  );
  post("/shortcut", (body) =>
    act(stage, read(bodies.shortcut, body), (on, who, it) => on.shortcut(who, it)),
  );
  post("/submit", (body) =>
    act(stage, read(bodies.submit, body), (on, who, it) => on.submit(who, it)),
  );
  post("/change", (body) =>
    act(stage, read(bodies.submit, body), (on, who, it) => on.change(who, it)),
  );
  post("/close", (body) =>
    act(stage, read(bodies.close, body), (on, who, it) => on.close(who, it)),
  );
  post("/home", (body) => openHome(stage, read(bodies.home, body).as));
  post("/archive", (body) => archive(stage, read(bodies.archive, body)));
  post("/deactivate", (body) => deactivate(stage, read(bodies.deactivate, body)));
  post("/dnd", (body) => Promise.resolve(doNotDisturb(stage, read(bodies.dnd, body))));
  post("/membership", (body) => membership(stage, read(bodies.membership, body)));
  post("/install", (body) => install(stage, read(bodies.install, body)));
  post("/fault", (body) => {
    const fault = read(bodies.fault, body);
    const platform = stage.platforms.find(({ name }) => name === fault.platform);
    if (!platform) throw new Refused(409, `${fault.platform} is not played here.`);
    platform.fault({ kind: fault.kind, times: fault.times, match: fault.match ?? null });
    return Promise.resolve(fault);
  });
  post("/clock", (body) => moveClock(stage, read(bodies.clock, body).to), true);
  post(
    "/reset",
    async (body) => {
      await lifecycle.reset(read(bodies.reset, body));
      return worldState(stage);
    },
    true,
  );
  post(
    "/restart",
    async () => {
      await lifecycle.restart();
      return worldState(stage);
    },
    true,
  );

  router.use((request) => {
    throw new Refused(
      404,
      `There is no ${request.method} /control${request.path}. There are: ${calls.join(", ")}.`,
    );
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, sentence } = explain(error);
    if (status === 500) stage.log(`A control call failed: ${sentence}`);
    const refusal: Refusal = { error: sentence };
    response.status(status).json(refusal);
  });
  return router;
}

function explain(error: unknown): { readonly status: number; readonly sentence: string } {
  if (error instanceof Refused) return { status: error.status, sentence: error.message };
  if (error instanceof Error && "type" in error && error.type === "entity.parse.failed") {
    return { status: 400, sentence: "The body is not JSON. See docs/playground.md." };
  }
  return { status: 500, sentence: error instanceof Error ? error.message : String(error) };
}
