/** What a browser journey has in its hands: the two people on the page, pictures, axe. */
import { strict as assert } from "node:assert";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { axeFindings, type Window } from "./chromium.ts";

/** One of the two people on the page. */
export interface Seat {
  readonly pane: Locator;
  /** Goes to a channel (its visible name), to `Liaison` or to `Home`. */
  readonly go: (place: string) => Promise<void>;
  /** Types into the conversation by keyboard and sends with Enter. */
  readonly type: (text: string) => Promise<void>;
  /** The newest message that contains the text. */
  readonly message: (text: string | RegExp) => Locator;
  readonly dialog: Locator;
}

export interface Stage {
  readonly page: Page;
  readonly left: Seat;
  readonly right: Seat;
  /** Says what comes, does it, and names the step when it fails. */
  readonly step: (title: string, act: () => Promise<void>) => Promise<void>;
  /** For the README: the page as it stands, after axe found nothing wrong with it. */
  readonly picture: (name: string) => Promise<void>;
  /** Fails when axe finds anything. */
  readonly accessible: () => Promise<void>;
  /** Moves the virtual clock by the page's own date and time. */
  readonly clockTo: (date: string, time: string) => Promise<void>;
  /** A step of the rail is ticked. */
  readonly ticked: (title: string) => Promise<void>;
}

export interface Journey {
  readonly name: string;
  readonly run: (stage: Stage) => Promise<void>;
}

function seat(page: Page, index: number): Seat {
  const pane = page.locator(`#pane-${index}`);
  return {
    pane,
    dialog: pane.getByRole("dialog"),
    go: async (place) => {
      await pane.getByRole("navigation").getByRole("button", { name: place }).click();
    },
    type: async (text) => {
      const box = pane.getByRole("textbox", { name: /^Message to/ });
      await box.focus();
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
      await pane
        .locator(".composer textarea[aria-label^='Message to']:placeholder-shown")
        .waitFor();
    },
    message: (text) =>
      pane
        .locator("article")
        .filter({ hasText: text })
        .filter({ hasNot: page.locator("article") })
        .last(),
  };
}

export function createStage(
  { page }: Window,
  pictures: string,
  say: (sentence: string) => void,
): Stage {
  const accessible = async () => {
    assert.deepEqual(await axeFindings(page), []);
  };
  return {
    page,
    left: seat(page, 0),
    right: seat(page, 1),
    accessible,
    step: async (title, act) => {
      say(title);
      try {
        await act();
      } catch (error) {
        throw new Error(`“${title}” failed.`, { cause: error });
      }
    },
    picture: async (name) => {
      await accessible();
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
    clockTo: async (date, time) => {
      await page.getByRole("button", { name: "To date…" }).click();
      await page.getByLabel("Date", { exact: true }).fill(date);
      await page.getByLabel("Time", { exact: true }).fill(time);
      await page.getByRole("button", { name: "Move the clock" }).click();
      await page.getByRole("form", { name: "Move the clock" }).waitFor({ state: "detached" });
    },
    ticked: async (title) => {
      await page.getByRole("heading", { name: `${title} (done)` }).waitFor();
    },
  };
}
