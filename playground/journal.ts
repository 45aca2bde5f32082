/**
 * Records that survive a crash: every change is one line of JSON, appended before the call that made
 * it returns; on start the lines are replayed. A last line that was torn by a crash is dropped. When
 * most of the file is history it is rewritten beside itself and renamed into place.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { isBag, parseJson } from "./bag.ts";
import { CannotStart } from "./cannot-start.ts";

/** Documents of one kind by key. Values are replaced whole, never changed in place. */
export interface Collection<T> {
  get(key: string): T | undefined;
  put(key: string, value: T): void;
  delete(key: string): void;
  values(): readonly T[];
  keys(): readonly string[];
}

export interface Journal {
  /** What is stored under `name` is trusted to be `T`: only this program writes the file. */
  collection<T>(name: string): Collection<T>;
  /** True when nothing was ever stored, or all of it was cleared. */
  isEmpty(): boolean;
  clear(): void;
  close(): void;
}

const COMPACT_FROM_BYTES = 8_000_000;

/** Opens the journal, creating it and its folder. `compactFrom` is in bytes. */
export function openJournal(file: string, compactFrom = COMPACT_FROM_BYTES): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const stored = new Map<string, Map<string, unknown>>();
  replay(file, stored);
  let handle = openSync(file, "a");
  let size = fstatSync(handle).size;
  let limit = compactFrom;

  function append(name: string, key: string, value: unknown): void {
    size += writeSync(handle, line(name, key, value));
    if (size > limit) compact();
  }

  function compact(): void {
    const beside = `${file}.new`;
    const out = openSync(beside, "w");
    for (const [name, rows] of stored) {
      for (const [key, value] of rows) writeSync(out, line(name, key, value));
    }
    fsyncSync(out);
    closeSync(out);
    closeSync(handle);
    renameSync(beside, file);
    handle = openSync(file, "a");
    size = fstatSync(handle).size;
    limit = Math.max(compactFrom, 2 * size);
  }

  return {
    collection: <T>(name: string): Collection<T> => {
      const rows = (): Map<string, unknown> => {
        const existing = stored.get(name);
        if (existing) return existing;
        const created = new Map<string, unknown>();
        stored.set(name, created);
        return created;
      };
      return {
        get: (key) => rows().get(key) as T | undefined,
        put: (key, value) => {
          rows().set(key, value);
          append(name, key, value);
        },
        delete: (key) => {
          if (rows().delete(key)) append(name, key, undefined);
        },
        values: () => [...rows().values()] as T[],
        keys: () => [...rows().keys()],
      };
    },
    isEmpty: () => [...stored.values()].every((rows) => rows.size === 0),
    clear: () => {
      stored.clear();
      compact();
    },
    close: () => {
      closeSync(handle);
    },
  };
}

function line(name: string, key: string, value: unknown): string {
  return `${JSON.stringify(value === undefined ? { c: name, k: key } : { c: name, k: key, v: value })}\n`;
}

function replay(file: string, stored: Map<string, Map<string, unknown>>): void {
  if (!existsSync(file)) return;
  const content = readFileSync(file);
  const end = content.lastIndexOf("\n") + 1;
  if (end < content.length) truncateSync(file, end);
  for (const text of content.subarray(0, end).toString("utf8").split("\n")) {
    if (text === "") continue;
    const entry = parseJson(text);
    if (!isBag(entry) || typeof entry["c"] !== "string" || typeof entry["k"] !== "string") {
      throw new CannotStart(
        `The playground's journal ${file} is damaged; start with --reset to begin anew.`,
      );
    }
    const rows = stored.get(entry["c"]) ?? new Map<string, unknown>();
    stored.set(entry["c"], rows);
    if ("v" in entry) rows.set(entry["k"], entry["v"]);
    else rows.delete(entry["k"]);
  }
}
