/** The real program on a free port and an empty folder, as somebody who types `npm start` has it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const READY = /http:\/\/127\.0\.0\.1:\d+/;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;

export interface Program {
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("No port is free.");
  return address.port;
}

/** Resolves when the program has printed its address; throws with its last words otherwise. */
export async function startProgram(): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), "liaison-data-"));
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: data },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let said = "";
  const stop = async () => {
    child.kill("SIGTERM");
    const kill = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
    if (child.exitCode === null && child.signalCode === null) await ended;
    clearTimeout(kill);
    rmSync(data, { recursive: true, force: true });
  };
  const ready = new Promise<string>((resolve) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = READY.exec(said)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
  });
  const timeout = new AbortController();
  const late = new Promise<null>((resolve) => {
    const timer = setTimeout(resolve, READY_WITHIN_MS, null);
    timeout.signal.addEventListener("abort", () => {
      clearTimeout(timer);
    });
  });
  const url = await Promise.race([ready, ended.then(() => null), late]);
  timeout.abort();
  if (url !== null) return { url, stop };
  await stop();
  throw new Error(`The program did not become ready. Its last words:\n${said.slice(-2000)}`);
}
