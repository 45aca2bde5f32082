/** Starts the bot behind Microsoft's Agents Playground; see docs/agents-playground.md. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { APP_ID, BOT } from "../playground/teams/ids.ts";
import { openBridge } from "./agents-playground/bridge.ts";

const USAGE = `Usage: node --import tsx scripts/agents-playground.ts [--port 56150]

Starts Liaison, on data of its own, and Microsoft's Agents Playground in front of it. The Playground is
not part of Liaison and has a licence of its own: npm install -g @microsoft/m365agentsplayground

  --port     where the Playground listens; the two ports after it are used too (56150)
  --command  the Playground's program, if it is not on the path (agentsplayground)
  --data     the folder for the data (data/agents-playground)
  --help     show this
`;

const TENANT = "7d3c1f52-0b6e-4a8f-9c25-e1d4a6b80f13";
const SECRET = "only-between-two-programs-on-this-computer";
/** Where another bot on this computer may be connected; this one is given its own. */
const SETTING = /^(?:SLACK|TEAMS|MONGODB)/u;
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 250;

/** The Playground wants five people at least. */
const PEOPLE = [
  "Ana Ruiz",
  "Ben Okafor",
  "Chloe Martin",
  "Dev Patel",
  "Emil Sand",
  "Fay Lindqvist",
];

function person(name: string, index: number): object {
  const [given = "", family = ""] = name.split(" ");
  const email = `${given.toLowerCase()}@example.org`;
  return {
    id: `29:user-${index}`,
    name,
    userPrincipleName: email,
    aadObjectId: `00000000-0000-4000-8000-00000000000${index}`,
    givenName: given,
    surname: family,
    email,
  };
}

/** The Playground's own settings; JSON is YAML as well. */
function playgroundSettings(): object {
  const [currentUser, ...users] = PEOPLE.map(person);
  return {
    version: "0.1.1",
    tenantId: TENANT,
    bot: { id: BOT, name: "Liaison" },
    currentUser,
    users,
    personalChat: { id: "a:personal" },
    groupChat: { id: "19:group@thread.v2", name: "Group chat" },
    team: {
      id: "19:team@thread.tacv2",
      name: "Library and Tech",
      aadGroupId: "00000000-0000-4000-8000-000000000031",
      channels: [{ id: "19:partnership@thread.tacv2", name: "Partnership" }],
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error("Liaison stopped before it was ready.");
    const isReady = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`Liaison was not ready within ${READY_WITHIN_MS / 1000} seconds.`);
}

function startBot(port: number, data: string, base: string): ChildProcess {
  const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  return spawn(process.execPath, ["--import", "tsx", main], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTING.test(name))),
      // Empty ones keep out what .env says of a real workspace.
      NODE_ENV: "",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: data,
      MONGODB_URI: "",
      SLACK_BOT_TOKEN: "",
      SLACK_SIGNING_SECRET: "",
      SLACK_APP_TOKEN: "",
      SLACK_API_URL: "",
      TEAMS_APP_ID: APP_ID,
      TEAMS_APP_PASSWORD: SECRET,
      TEAMS_TENANT_ID: TENANT,
      TEAMS_APP_TYPE: "SingleTenant",
      TEAMS_CONNECTOR_URL: base,
    },
  });
}

/** @throws Error with the remedy when it is not installed. */
async function startPlayground(
  command: string,
  port: number,
  base: string,
  settings: string,
): Promise<ChildProcess> {
  const child = spawn(
    command,
    [
      "start",
      "-e",
      `${base}api/messages`,
      "-c",
      "msteams",
      "-p",
      String(port),
      "--su",
      base,
      "--dt",
    ],
    {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, M365_AGENTS_PLAYGROUND_CONFIG_PATH: settings },
    },
  );
  await new Promise<void>((started, failed) => {
    child.once("spawn", started);
    child.once("error", () => {
      failed(
        new Error(
          "The Agents Playground is not installed. Read its licence (docs/agents-playground.md), then: npm install -g @microsoft/m365agentsplayground",
        ),
      );
    });
  });
  return child;
}

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "56150" },
      command: { type: "string", default: "agentsplayground" },
      data: { type: "string", default: "data/agents-playground" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_533)
    throw new Error("Give --port as a number from 1 to 65533.");
  const data = resolve(values.data);
  mkdirSync(data, { recursive: true });
  const settings = join(data, "playground.yml");
  writeFileSync(settings, JSON.stringify(playgroundSettings(), null, 2));

  const children: ChildProcess[] = [];
  const bridge = await openBridge({
    port: port + 1,
    tenantId: TENANT,
    secret: SECRET,
    bot: `http://127.0.0.1:${port + 2}/api/messages`,
    connector: `http://127.0.0.1:${port}/_connector/`,
  });
  const stop = (): void => {
    for (const child of children) child.kill();
    void bridge.close();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    process.stdout.write("Starting Liaison …\n");
    const bot = startBot(port + 2, data, bridge.base);
    children.push(bot);
    await untilReady(`http://127.0.0.1:${port + 2}/readyz`, bot);
    const playground = await startPlayground(values.command, port, bridge.base, settings);
    children.push(playground);
    process.stdout.write(
      `Open http://127.0.0.1:${port} and write "help". Press Ctrl+C to stop both.\n`,
    );
    for (const child of children) child.once("exit", stop);
  } catch (error) {
    stop();
    throw error;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
