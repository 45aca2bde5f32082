/** The real program as a newcomer starts it, driven through the playground's control interface. */

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type {
  Seen,
  SeenForm,
  SeenHome,
  SeenMessage,
  WorldState,
} from "../../playground/contract.ts";

export interface Program {
  readonly url: string;
  state(): Promise<WorldState>;
  as(personId: string): Someone;
  /** Moves the virtual clock through everything due; answers what was posted meanwhile. */
  clock(to: string): Promise<readonly SeenMessage[]>;
  /** Kills the bot without warning and starts it again on the same data. */
  restart(): Promise<void>;
  reset(data: "demo" | "empty"): Promise<void>;
  fault(
    kind: string,
    times: number,
    match?: string,
    platform?: WorldState["people"][number]["platform"],
  ): Promise<void>;
  /** A call as it is, for what has no words of its own here. */
  call(path: string, body?: object): Promise<{ status: number; body: unknown }>;
  stop(): Promise<void>;
}

export interface Someone {
  /** In the conversation with the bot, or in a channel; there also below a message. */
  say(text: string, where?: string, thread?: string): Promise<Seen>;
  /** Presses a button on the newest message that has it, or on a given one. */
  press(button: string, on?: SeenMessage | SeenHome | SeenForm): Promise<Seen>;
  submit(answers: Readonly<Record<string, string | readonly string[]>>): Promise<Seen>;
  home(): Promise<SeenHome>;
  messages(where?: string): Promise<readonly SeenMessage[]>;
  /** The newest message whose text contains this. */
  message(containing: string): Promise<SeenMessage>;
}

/** A part of a story, told with a program. */
export interface Step {
  readonly name: string;
  readonly tell: (program: Program) => Promise<void>;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export async function startProgram(): Promise<Program> {
  const dataDir = await mkdtemp(join(tmpdir(), "liaison-journey-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], PORT: "0", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const url = await addressOf(child);

  const call = async (path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method: body ? "POST" : "GET",
      ...(body
        ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
        : {}),
    });
    return { status: response.status, body: await response.json() };
  };
  const ask = async <T>(path: string, body?: object): Promise<T> => {
    const answer = await call(path, body);
    if (answer.status !== 200)
      throw new Error(`${path} answered ${String(answer.status)}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };

  return {
    url,
    call,
    state: () => ask("/control/state"),
    as: (personId) => someone(ask, personId),
    clock: async (to) =>
      (await ask<{ sent: readonly SeenMessage[] }>("/control/clock", { to })).sent,
    restart: async () => {
      await ask("/control/restart", {});
    },
    reset: async (data) => {
      await ask("/control/reset", { data });
    },
    fault: async (kind, times, match, platform = "slack") => {
      await ask("/control/fault", { platform, kind, times, ...(match ? { match } : {}) });
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function someone(ask: <T>(path: string, body?: object) => Promise<T>, personId: string): Someone {
  let form: SeenForm | undefined;
  const seen = (answer: Seen): Seen => {
    form = answer.form;
    return answer;
  };
  const messages = async (where?: string): Promise<readonly SeenMessage[]> => {
    const query = new URLSearchParams({ as: personId, ...(where ? { in: where } : {}) });
    const answer = await ask<readonly SeenMessage[] | { messages: readonly SeenMessage[] }>(
      `/control/messages?${query.toString()}`,
    );
    return "messages" in answer ? answer.messages : answer;
  };
  return {
    messages,
    say: async (text, where = "dm", thread) =>
      seen(await ask<Seen>("/control/say", { as: personId, in: where, text, thread })),
    press: async (button, on) => {
      const target = on ?? (await messages()).findLast((message) => buttonOf(message, button));
      const found = target && buttonOf(target, button);
      if (!found) throw new Error(`${personId} sees no button "${button}"`);
      return seen(
        await ask<Seen>("/control/press", {
          as: personId,
          message: target.id,
          button: found.action,
        }),
      );
    },
    submit: async (answers) => {
      if (!form) throw new Error(`${personId} has no form open`);
      return seen(await ask<Seen>("/control/submit", { as: personId, form: form.id, answers }));
    },
    home: async () => {
      const { home } = await ask<Seen>("/control/home", { as: personId });
      if (!home) throw new Error(`${personId} has no home`);
      return home;
    },
    message: async (containing) => {
      const found = (await messages()).findLast(({ text }) => text.includes(containing));
      if (!found) throw new Error(`${personId} sees no message with "${containing}"`);
      return found;
    },
  };
}

/** By label, accessible name, or the action without the place that the adapter adds to it. */
function buttonOf({ buttons }: Pick<SeenMessage, "buttons">, wanted: string) {
  return buttons.find(({ label, action, accessibleName }) =>
    [label, accessibleName, action, action.replace(/:\d+$/u, "")].includes(wanted),
  );
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return await new Promise((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(said)?.[0];
      if (url && said.includes("Liaison is ready")) resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => {
      reject(new Error(`The program ended with ${String(code)}:\n${said}`));
    });
  });
}
