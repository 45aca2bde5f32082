import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openJournal } from "../../playground/journal.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "playground-"));
  file = join(folder, "deep", "playground.jsonl");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What a program that starts now finds under `name`. */
function stored(name: string): readonly unknown[] {
  const journal = openJournal(file);
  const values = journal.collection(name).values();
  journal.close();
  return values;
}

describe("the journal", () => {
  test("replays what was put, replaced and deleted, though it was never closed", () => {
    const messages = openJournal(file).collection<string>("message");
    messages.put("a", "one");
    messages.put("b", "two");
    messages.put("a", "one again");
    messages.delete("b");

    expect(stored("message")).toEqual(["one again"]);
  });

  test("drops a last line that was torn, and goes on after it", () => {
    openJournal(file).collection<string>("message").put("a", "kept");
    appendFileSync(file, '{"c":"message","k":"b","v":"to');

    const torn = stored("message");
    openJournal(file).collection<string>("message").put("c", "after");

    expect(torn).toEqual(["kept"]);
    expect(stored("message")).toEqual(["kept", "after"]);
  });

  test("says how to begin anew when it is damaged in the middle", () => {
    openJournal(file).close();
    writeFileSync(file, 'nonsense\n{"c":"message","k":"a","v":1}\n');

    expect(() => openJournal(file)).toThrow("--reset");
  });

  test("is rewritten when it has become mostly history", () => {
    const journal = openJournal(file, 2000);
    const messages = journal.collection<string>("message");
    for (let count = 0; count < 200; count += 1) messages.put("same", `text ${count}`);

    expect(statSync(file).size).toBeLessThan(2100);
    expect(stored("message")).toEqual(["text 199"]);
  });

  test("is empty again after clear, and takes new records", () => {
    const journal = openJournal(file);
    const messages = journal.collection<string>("message");
    messages.put("a", "old");

    journal.clear();
    const isEmpty = journal.isEmpty();
    messages.put("b", "new");

    expect(isEmpty).toBe(true);
    expect(stored("message")).toEqual(["new"]);
    expect(readFileSync(file, "utf8")).not.toContain("old");
  });
});
