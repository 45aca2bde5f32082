/** The three pages of the method as people open them: on a screen, on a phone, in the dark, on paper. */
import { strict as assert } from "node:assert";
import type { Journey, Stage } from "./stage.ts";

export const journey: Journey = {
  name: "The printed pages",
  run: async ({ page, step, accessible }) => {
    const program = new URL(page.url()).origin;
    for (const [who, language] of [
      ["u-ab-lib", "en"],
      ["u-ab-it", "es"],
      ["u-tv-it", "fr"],
    ] as const)
      await step(`Pages 2, 3 and 4 in ${language}`, async () => {
        const links = await linksOf(program, who);
        assert.equal(links.length, 3);
        for (const link of links) {
          await page.goto(link);
          assert.equal(await page.locator("html").getAttribute("lang"), language);
          await accessible();
          await inOtherLight(page, accessible);
          await onPaper(page);
        }
      });
  },
};

async function inOtherLight(page: Stage["page"], accessible: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 320, height: 640 });
  await accessible();
  const fits = await page.evaluate<boolean>(
    "document.documentElement.scrollWidth <= window.innerWidth",
  );
  assert.ok(fits, "The page scrolls sideways.");
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Dark ink on white paper, whatever the screen was; across a sheet; tagged for screen readers. */
async function onPaper(page: Stage["page"]): Promise<void> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const ink = await page.evaluate<string>("getComputedStyle(document.body).color");
  assert.equal(ink, "rgb(0, 0, 0)");
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
  const [, width = "0", height = "0"] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/u.exec(pdf) ?? [];
  assert.ok(Number(width) > Number(height), "The page is not printed across the sheet.");
  assert.match(pdf, /\/MarkInfo/u);
  await page.emulateMedia({ media: "screen", colorScheme: "light" });
}

async function linksOf(program: string, as: string): Promise<readonly string[]> {
  const response = await fetch(`${program}/control/say`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as, in: "dm", text: "/liaison plan export" }),
  });
  const said = JSON.stringify(await response.json());
  return [...new Set(said.match(/http:[^"<>|\\ ]+\/pages\/[^"<>|\\ ]+/gu))];
}
