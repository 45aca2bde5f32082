/** Teams on the page: a librarian in Teams by mouse and keyboard, then one partnership in two panes. */
import { strict as assert } from "node:assert";
import type { Journey, Seat, Stage } from "./stage.ts";

const GOAL = "Every Year 7 class can check a source";
const CHANNEL = "Learning Commons and ICT";

export const journey: Journey = {
  name: "Teams on the page",
  run: async (stage) => {
    await sitDown(stage, "Teams: Wattle Creek");
    await told(stage);
    await sitAlone(stage.left, "ICT technician, Wattle Creek");
    await sitAlone(stage.right, "Teacher librarian, Wattle Creek");
    await chat(stage);
    await dialogs(stage);
    await people(stage);
    await away(stage);
    await channel(stage);
    await removeAndAdd(stage);
    await otherSizes(stage);
    await across(stage);
  },
};

/** Both seats at once, as the rail offers it. */
async function sitDown({ page, left, right }: Stage, pair: string): Promise<void> {
  await page.getByRole("button", { name: pair }).click();
  for (const { pane } of [left, right]) await pane.locator(".conversation").waitFor();
}

async function told({ page, left, step, accessible }: Stage): Promise<void> {
  await step("The steps are told where the two talk", async () => {
    await page.getByRole("button", { name: "Type it for me: Log a goal" }).click();
    const composer = left.pane.getByRole("textbox", { name: "Message to Liaison" });
    await composer.and(page.locator(":focus")).waitFor();
    assert.equal(
      await composer.inputValue(),
      "goal Every Year 7 class can check a source by June 11",
    );
    await composer.fill("");
    await page.getByRole("button", { name: "Set the clock for me: Let Monday come" }).click();
    await page.getByText("That is Tue 08:10 in Melbourne.").waitFor();
    await accessible();
    await page.keyboard.press("Escape");
  });
}

async function sitAlone({ pane }: Seat, name: string): Promise<void> {
  await pane.getByRole("combobox", { name: /^You are/ }).selectOption({ label: name });
  await pane.locator(".sidebar").getByRole("button", { name: "Liaison" }).waitFor();
}

async function chat({ page, right, step, accessible, picture }: Stage): Promise<void> {
  await step(
    "The chat with the bot is a place of its own, with prompts to start from",
    async () => {
      await right.go("Liaison");
      await right.pane.getByText("Only you and Liaison read this").waitFor();
      await accessible();
      await right.pane.getByRole("button", { name: "View prompts" }).click();
      await accessible();
      await page.getByRole("menuitem", { name: /^home/ }).click();
      await page.keyboard.press("Enter");
      const home = right.message("Your home");
      await home.getByText(/^\d+ open goals? of yours/).waitFor();
      await home.getByRole("button", { name: "More…" }).waitFor();
      await picture("teams-home");
    },
  );
  await step("The ring around a button of a card is seen all around", async () => {
    const button = right.message("Your home").getByRole("button", { name: /^Show all goals/ });
    await button.focus();
    const cut = await page.evaluate<boolean>(`(() => {
      const around = [];
      for (let at = document.activeElement.parentElement; !at.matches(".card"); at = at.parentElement)
        around.push(getComputedStyle(at).overflow);
      return around.some((overflow) => overflow !== "visible");
    })()`);
    assert.ok(!cut, "Something around the button cuts its ring.");
  });
  await step("A goal in one line, typed in plain words", async () => {
    await right.type(`goal ${GOAL} by June 11`);
    await right
      .message(/Saved as goal g-\d+/)
      .getByText(GOAL)
      .first()
      .waitFor();
    await accessible();
  });
}

async function people({ right, step, accessible }: Stage): Promise<void> {
  await step("People are chosen by their names in a form that stands in the chat", async () => {
    await right.type("setup");
    const form = right.message("Library and IT team");
    const it = form.getByRole("group", { name: "People from IT" });
    assert.ok(await it.getByRole("checkbox", { name: /ICT technician/ }).isChecked());
    assert.ok(!(await it.getByRole("checkbox", { name: /Principal/ }).isChecked()));
    await accessible();
    await form.getByRole("button", { name: "Cancel" }).click();
    await right.message("Closed. Nothing was saved.").waitFor();
  });
}

async function away({ right, step }: Stage): Promise<void> {
  await step("What was typed into a form is there after a look elsewhere", async () => {
    await right.type("goal");
    const field = right.message("Log a goal").getByRole("textbox", { name: /^Goal/ });
    await field.fill("Half a goal");
    await right.go(CHANNEL);
    await right.go("Liaison");
    await field.waitFor();
    assert.equal(await field.inputValue(), "Half a goal");
    await right.message("Log a goal").getByRole("button", { name: "Cancel" }).click();
    await right.message("Closed. Nothing was saved.").waitFor();
  });
}

async function dialogs({ page, right, step, accessible }: Stage): Promise<void> {
  const focused = (script: string) => page.evaluate<unknown>(`document.activeElement${script}`);
  await step("A button opens a dialog, which holds the focus", async () => {
    const add = right.message(/Saved as goal/).getByRole("button", { name: /^Add action: g-/ });
    await add.focus();
    await page.keyboard.press("Enter");
    await right.dialog.getByLabel("What will be done?").waitFor();
    await accessible();
    for (let stop = 0; stop < 25; stop += 1) {
      await page.keyboard.press("Tab");
      assert.ok(await focused(".closest('[role=dialog]') !== null"), "Tab left the dialog.");
    }
  });
  await step("What is required is asked for before anything is sent", async () => {
    await right.dialog.getByRole("button", { name: "Save", exact: true }).click();
    await right.dialog.getByText("Write a few words here.").waitFor();
    await right.dialog.locator(":focus[aria-invalid=true]").waitFor();
    await accessible();
  });
  await step(
    "What was typed stays when the bot reads it along, and so does the focus",
    async () => {
      await right.dialog.getByLabel("What will be done?").fill("Draft the source check page");
      await right.dialog.getByLabel("Due date").fill("in 2 weeks");
      await right.dialog.getByRole("button", { name: /^Check my answers/ }).click();
      await right.dialog.getByText(/I read this as/).waitFor();
      assert.equal(
        await right.dialog.getByLabel("What will be done?").inputValue(),
        "Draft the source check page",
      );
      assert.match(String(await focused(".getAttribute('aria-label')")), /^Check my answers/);
      await right.dialog.getByRole("button", { name: "Save", exact: true }).click();
      await right.message(/Added as a-\d+/).waitFor();
      await accessible();
    },
  );
}

async function channel({ page, right, step, accessible, picture }: Stage): Promise<void> {
  await step("A post of the channel becomes a goal from its menu", async () => {
    await right.go(CHANNEL);
    await right.type("The badge readers should work before the book fair");
    const post = right.message("book fair");
    await post.getByRole("button", { name: /^Message actions/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Log as goal" }).click();
    await right.dialog.getByRole("textbox").first().waitFor();
    assert.match(await right.dialog.getByRole("textbox").first().inputValue(), /book fair/);
    await page.keyboard.press("Escape");
    await right.dialog.waitFor({ state: "detached" });
  });
  await step("A reply stands below the post", async () => {
    const post = right.message("book fair");
    await post.getByRole("button", { name: /^Message actions/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Reply" }).click();
    await page.keyboard.type("I can look at them on Thursday");
    await page.keyboard.press("Enter");
    await right.pane.getByRole("list", { name: "Replies" }).getByText("on Thursday").waitFor();
    await accessible();
    await picture("teams-channel");
  });
}

async function removeAndAdd({ page, right, step, accessible }: Stage): Promise<void> {
  await step("The app is removed and added again by the person", async () => {
    await right.go("Liaison");
    await right.pane.getByRole("button", { name: "Apps" }).click();
    await page.getByRole("menuitem", { name: /^Remove Liaison/ }).click();
    await right.pane.getByText("You have removed Liaison").waitFor();
    await accessible();
    await right.pane.getByRole("button", { name: "Add Liaison" }).click();
    await right.pane.getByRole("button", { name: "View prompts" }).waitFor();
  });
}

async function otherSizes({ page, right, step, accessible }: Stage): Promise<void> {
  await right.go("Liaison");
  await step("In the dark", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await accessible();
    await page.emulateMedia({ colorScheme: "light" });
  });
  for (const [how, width, height] of [
    ["At 200 %", 720, 450],
    ["At 400 %, or on a phone", 320, 640],
  ] as const) {
    await step(`${how}, without sideways scrolling`, async () => {
      await page.setViewportSize({ width, height });
      await page.getByRole("button", { name: "Teacher librarian", exact: true }).click();
      await right.message(/Added as a-\d+/).waitFor();
      await accessible();
      const fits = "document.documentElement.scrollWidth <= window.innerWidth";
      assert.ok(await page.evaluate<boolean>(fits), `The page is wider than ${width} pixels.`);
    });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function across(stage: Stage): Promise<void> {
  const { page, left, right, step, accessible, clockTo, picture } = stage;
  await step(
    "One partnership in two panes: the librarian in Slack, the technician in Teams",
    async () => {
      await sitDown(stage, "Both: Tamarack Valley High");
      await clockTo("2027-03-04", "09:00");
      await left.message("How was the check-in of Thu 4 March?").waitFor();
      const post = right.message("How was the check-in of Thu 4 March?");
      await post.getByRole("button", { name: /^Yes, held/ }).click();
      await left.message("Held").getByText("yes").first().waitFor();
      await right.message("Held: yes").waitFor();
      await page.evaluate(`
        for (const post of document.querySelectorAll(".messages article:not(article article)"))
          if (post.innerText.includes("Held: yes") || post.innerText.includes("Held\\nyes"))
            post.scrollIntoView();
      `);
      await picture("two-platforms");
    },
  );
  await step("Both accounts of one person side by side", async () => {
    await sitAlone(left, "School librarian, Tamarack Valley High");
    await sitAlone(right, "School librarian, Tamarack Valley High · Teams");
    await accessible();
  });
}
