/** The page for people who use it differently: by keyboard alone, enlarged, in the dark, on a phone. */
import { strict as assert } from "node:assert";
import type { Journey, Stage } from "./stage.ts";

export const journey: Journey = {
  name: "The page for everyone",
  run: async (stage) => {
    await byKeyboard(stage);
    await refused(stage);
    await otherSizes(stage);
    await startOver(stage);
  },
};

async function byKeyboard({ page, left, right, step, accessible }: Stage): Promise<void> {
  const composer = left.pane.getByRole("textbox", { name: /^Message to/ });
  const focused = (script: string) => page.evaluate<unknown>(`document.activeElement${script}`);

  await step("Each stop of the Tab key is in sight", async () => {
    for (let stop = 0; stop < 20; stop += 1) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate<boolean>(`(() => {
        const style = getComputedStyle(document.activeElement);
        return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      })()`);
      assert.ok(seen, `Stop ${stop} of the Tab key does not show its focus.`);
    }
  });
  await step("A slash opens the commands; arrows choose, Tab takes, Escape dismisses", async () => {
    await composer.focus();
    await page.keyboard.type("/");
    const commands = left.pane.getByRole("listbox", { name: "Commands" });
    await commands.waitFor();
    await accessible();
    await page.keyboard.press("Escape");
    await commands.waitFor({ state: "detached" });
    await page.keyboard.type("go");
    await page.keyboard.press("Tab");
    assert.equal(await composer.inputValue(), "/goal ");
    await page.keyboard.press("Enter");
  });
  await step("A dialog holds the focus, Escape closes it, and the focus comes back", async () => {
    await left.dialog.waitFor();
    await accessible();
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Tab");
      assert.ok(await focused(".closest('[role=dialog]') !== null"), "Tab left the dialog.");
    }
    await page.keyboard.press("Escape");
    await left.dialog.waitFor({ state: "detached" });
    await composer.and(page.locator(":focus")).waitFor();
  });
  await step("A message's menu logs it as a goal", async () => {
    await left.type("The badge readers should work before the spring fair");
    const message = left.message("spring fair");
    await message.getByRole("button", { name: /^Message actions/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor();
    await accessible();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await left.dialog.waitFor();
    await page.keyboard.press("Escape");
    await left.dialog.waitFor({ state: "detached" });
  });
  await step("F6 goes from one person to the other", async () => {
    await composer.focus();
    await page.keyboard.press("F6");
    await right.pane.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("F6");
    await left.pane.and(page.locator(":focus")).waitFor();
  });
}

async function refused({ page, left, step, accessible }: Stage): Promise<void> {
  await step("A refusal is said, and nothing typed is lost", async () => {
    const composer = left.pane.getByRole("textbox", { name: /^Message to/ });
    await composer.fill("/gaol Every child borrows a book");
    await page.keyboard.press("Enter");
    await left.pane.getByRole("alert").getByText("/gaol").waitFor();
    assert.equal(await composer.inputValue(), "/gaol Every child borrows a book");
    await accessible();
    await composer.fill("");
    await left.pane.getByRole("button", { name: "Dismiss" }).click();
  });
}

async function otherSizes({ page, left, right, step, accessible, picture }: Stage): Promise<void> {
  const fits = () =>
    page.evaluate<boolean>("document.documentElement.scrollWidth <= window.innerWidth");
  await step("In the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("dark");
    await page.emulateMedia({ colorScheme: "light" });
  });
  for (const [how, width, height] of [
    ["At 200 %", 720, 450],
    ["At 400 %, or on a phone", 320, 640],
  ] as const) {
    await step(`${how}, one person at a time and no sideways scrolling`, async () => {
      await page.setViewportSize({ width, height });
      await page.getByRole("button", { name: "Site technician", exact: true }).click();
      await right.pane.waitFor();
      await left.pane.waitFor({ state: "hidden" });
      await accessible();
      assert.ok(await fits(), `The page is wider than ${width} pixels.`);
      await page.getByRole("button", { name: "School librarian", exact: true }).click();
      await left.pane.waitFor();
    });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function startOver({ page, left, step, accessible }: Stage): Promise<void> {
  await step("Start over asks first, and then the first morning is back", async () => {
    await left.message("spring fair").waitFor();
    await page.getByRole("button", { name: "Menu" }).click();
    await page.getByRole("menuitem", { name: /^Start over/ }).click();
    const question = page.getByRole("dialog", { name: "Start over?" });
    await question.waitFor();
    await accessible();
    await question.getByRole("button", { name: "Start over" }).click();
    await page.getByText("Everything is as it was on the first morning.").waitFor();
    await left.message("spring fair").waitFor({ state: "detached" });
  });
}
