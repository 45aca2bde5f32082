/** Child processes of the benchmark: started as users start them, watched until they are ready. */

import { fork, spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly process: ChildProcess;
  readonly port: number;
  stop(): Promise<void>;
}

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** What `npm start` tells Node. */
export function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(at("package.json"), "utf8")) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

/** Starts a program of dist/ that tells its port over its message channel. */
export async function startChild(
  path: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  nodeFlags: readonly string[] = [],
): Promise<Child> {
  const child = fork(at(`dist/${path}`), [...args], {
    execArgv: [...nodeFlags],
    env: { ...process.env, ...env },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.on("message", (message: { type: string; port: number; id?: number }) => {
      if (message.type === "ready") resolve(message.port);
      if (message.type === "now") child.send({ type: "noted", id: message.id });
    });
    child.once("exit", (code) => {
      reject(new Error(`${path} ended with ${String(code)} before it was ready`));
    });
  });
  return { process: child, port, stop: () => stopped(child) };
}

/** Starts `npm start` and resolves with the seconds until it says that it is ready. */
export async function startProgram(
  env: Readonly<Record<string, string>>,
): Promise<{ readonly seconds: number; readonly process: ChildProcess; stop(): Promise<void> }> {
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: at("."),
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Liaison is ready")) resolve();
    });
    child.once("exit", (code) => {
      reject(new Error(`npm start ended with ${String(code)}`));
    });
  });
  return {
    seconds: (performance.now() - startedAt) / 1000,
    process: child,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.pid) process.kill(-child.pid, "SIGTERM");
      await ended;
    },
  };
}

/** Resident memory of a process and of everything it started, in MB, largest first. */
export function memoryOf(
  pid: number,
): readonly { readonly command: string; readonly mb: number }[] {
  const rows = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, "utf8");
        const read = (field: string) =>
          Number(new RegExp(`^${field}:\\s+(\\d+)`, "mu").exec(status)?.[1] ?? 0);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return { pid: Number(name), parent: read("PPid"), mb: read("VmRSS") / 1024, command };
      } catch {
        return [];
      }
    });
  const below = (parent: number): typeof rows =>
    rows.filter((row) => row.parent === parent).flatMap((row) => [row, ...below(row.pid)]);
  return [...rows.filter((row) => row.pid === pid), ...below(pid)].sort((a, b) => b.mb - a.mb);
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}
