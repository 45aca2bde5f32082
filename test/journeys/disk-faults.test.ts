/** A disk that is read-only or full: it is said, and nothing acknowledged is lost. */

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { openStandIn, type StandIn } from "../adapters/slack/stand-in.ts";
import { fillFolder, goalsOf, refusalOf, slackSettings, startBot, until } from "./real-bot.ts";

const LIBRARIAN = "u-ab-lib";
const MINUTES = 60_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "liaison-faults-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const isRoot = process.getuid?.() === 0;
const mounts = isRoot && canMount();

/** A container may take the right to mount even from its root. */
function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), "liaison-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", place], { stdio: "ignore" });
    execFileSync("umount", [place], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A folder that cannot be written; for root only a read-only disk is one. */
function makeReadOnly(place: string): () => void {
  if (!isRoot) {
    chmodSync(place, 0o555);
    return () => {
      chmodSync(place, 0o755);
    };
  }
  execFileSync("mount", ["-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", place]);
  return () => {
    execFileSync("umount", [place]);
  };
}

(isRoot && !mounts ? describe.skip : describe)("a folder that cannot be written", () => {
  test("is named by the playground, with what to do", async () => {
    const undo = makeReadOnly(folder);

    const { code, said } = await refusalOf(folder);

    undo();
    expect(code).toBe(1);
    expect(said).toBe(
      `The data folder ${folder} cannot be written. Start with another one: DATA_DIR=… npm start\n`,
    );
  });
});

(mounts ? describe : describe.skip)("a full disk (a mount of a few megabytes, as root)", () => {
  let standIn: StandIn;
  let disk: string;

  beforeAll(async () => {
    standIn = await openStandIn();
    disk = mkdtempSync(join(tmpdir(), "liaison-disk-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", disk]);
    mkdirSync(join(disk, "data"));
    await fillFolder(join(disk, "data"));
  }, 2 * MINUTES);
  afterAll(async () => {
    await standIn.stop();
    execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  test(
    "is said to the person, who loses nothing, and is over when there is room again",
    async () => {
      const dataDir = join(disk, "data");
      const bot = await startBot(standIn, dataDir);
      const say = (text: string) => standIn.control("say", { as: LIBRARIAN, in: "dm", text });
      const lastWords = async () => (await standIn.messages(LIBRARIAN)).at(-1)?.text;

      await say("/goal Saved before");
      await until(async () => (await goalsOf(dataDir)).includes("Saved before"));
      fill(join(disk, "filler"));
      await say("/goal Typed while the disk was full");
      await until(async () => (await lastWords())?.includes("could not save") === true);
      const refused = await lastWords();
      rmSync(join(disk, "filler"));
      await say("/goal Saved after");
      await until(async () => (await goalsOf(dataDir)).includes("Saved after"));

      expect(refused).toMatch(/^I could not save that just now, so nothing was changed/u);
      expect([...(await goalsOf(dataDir))].sort()).toEqual(["Saved after", "Saved before"]);
      bot.child.kill("SIGTERM");
      expect(await bot.ended).toBe(0);
    },
    2 * MINUTES,
  );

  test("at the start is named with its folder", async () => {
    fill(join(disk, "filler"));

    const { code, said } = await refusalOf(join(disk, "new"), slackSettings(standIn));

    rmSync(join(disk, "filler"));
    expect(code).toBe(1);
    expect(said).toContain("The disk of");
    expect(said).toContain("is full");
  });
});

(mounts ? test : test.skip)(
  "a disk that fills up while the bot starts is named as the reason",
  async () => {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=300k", "tmpfs", folder]);

    const { code, said } = await refusalOf(folder);

    execFileSync("umount", ["-l", folder]);
    expect(code).toBe(1);
    expect(said).toMatch(/The disk is full|The database in .* ended: .*disk.* has room/u);
  },
  MINUTES,
);

/** Writes until the disk takes no more, in ever smaller pieces. */
function fill(file: string): void {
  for (let size = 1 << 20; size >= 1; size >>= 1) while (writes(file, size));
}

function writes(file: string, size: number): boolean {
  try {
    writeFileSync(file, Buffer.alloc(size, 1), { flag: "a" });
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ENOSPC") return false;
    throw error;
  }
}
