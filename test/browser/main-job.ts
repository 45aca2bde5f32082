/**
 * The main job on the page, by mouse and keyboard: a goal is logged, planned, checked in on, nudged,
 * finished and reflected on, by the librarian (left, in English) and the technician (right, in
 * Spanish). Its pictures are those of the README.
 */
import { strict as assert } from "node:assert";
import type { Journey, Seat, Stage } from "./stage.ts";

const GOAL = "Every fourth grader can cite a source";

export const journey: Journey = {
  name: "The main job, on the page",
  run: async (stage) => {
    await logGoal(stage);
    await planIt(stage);
    await meet(stage);
    await beNudged(stage);
    const goal = await finishIt(stage);
    await lookBack(stage, goal);
    await meetAndTell(stage);
    await goHome(stage);
  },
};

async function logGoal({ page, left, step, picture, accessible, ticked }: Stage): Promise<void> {
  await step("The page opens calm and empty", async () => {
    await left.pane.getByText("Quiet so far").waitFor();
    await picture("start");
  });
  await step("A goal in one line is saved at once", async () => {
    await page.getByRole("button", { name: "Type it for me: Log a goal" }).click();
    await page.keyboard.press("Enter");
    await left
      .message(/Saved as goal g-\d+/)
      .getByText(GOAL)
      .first()
      .waitFor();
    await ticked("Log a goal");
    await accessible();
  });
}

async function planIt({ page, left, step, picture, ticked }: Stage): Promise<void> {
  await step("The goal gets its first step", async () => {
    await page.getByRole("button", { name: "Show me: Give it a first step" }).click();
    await page.keyboard.press("Enter");
    await left.dialog.waitFor();
    await left.dialog.getByLabel("What will be done?").fill("Write the one-page source guide");
    await left.dialog.getByLabel("When and where").fill("Friday after lunch, at the library desk");
    await left.dialog.getByLabel("Due date").fill("next Tuesday");
    await left.dialog.getByRole("button", { name: "Save" }).click();
    await left.message(/Added as a-\d+/).waitFor();
    await ticked("Give it a first step");
  });
  await step("A form reads the date as it is typed and keeps what is refused", async () => {
    await left.type("/goal");
    await left.dialog.waitFor();
    await left.dialog.getByLabel("Due date").fill("31 February");
    await page.keyboard.press("Tab");
    await left.dialog
      .getByText(/There is no “31 February”/)
      .first()
      .waitFor();
    await left.dialog.getByRole("button", { name: "Save" }).click();
    await left.dialog.locator(".problem").first().waitFor();
    await left.dialog.getByLabel("Goal", { exact: true }).fill("Two robot kits run at every lunch");
    await left.dialog.getByLabel("Due date").fill("in 3 weeks");
    await page.keyboard.press("Tab");
    await left.dialog.getByText("I read this as").waitFor();
    await picture("goal-form");
    await left.dialog.getByRole("button", { name: "Save" }).click();
    await left.message("Two robot kits run at every lunch").waitFor();
  });
  await step("The plan shows both directions", async () => {
    await left.type("/liaison plan");
    await left.message("IT supports the library").getByText("The library supports IT").waitFor();
    await ticked("See both directions");
    await picture("plan");
  });
}

async function beNudged({ left, right, step, picture, ticked, clockTo }: Stage): Promise<void> {
  await step("On Monday at 08:10 each gets one message in their language", async () => {
    await clockTo("2027-03-08", "08:10");
    await right.go("Liaison");
    await right.message("Esta semana").waitFor();
    await left.go("Liaison");
    await left.message("This week").waitFor();
    await ticked("Let Monday come");
    await picture("monday");
  });
  await step("One press settles an item, and the message says so", async () => {
    const done = right
      .message("Esta semana")
      .getByRole("button", { name: /^Hecho/ })
      .first();
    await done.click();
    await right
      .message("Esta semana")
      .getByText(/^Hecho/)
      .first()
      .waitFor();
  });
}

async function finishIt({ page, left, right, step, accessible, ticked }: Stage): Promise<string> {
  let goal = "";
  await step("The librarian says the goal is done, by keyboard", async () => {
    await left.go("alder-library-tech");
    const saved = await left.message(new RegExp(`Saved as goal g-\\d+: ${GOAL}`)).textContent();
    goal = /g-\d+/.exec(saved ?? "")?.[0] ?? "";
    assert.notEqual(goal, "");
    await left.type(`/goal ${goal}`);
    const done = left.message(goal).getByRole("button", { name: /^Done/ });
    await done.focus();
    await page.keyboard.press("Enter");
  });
  await step("The technician confirms, and both are thanked", async () => {
    await right.go("Liaison");
    await right.pane
      .getByRole("button", { name: /^Sí, hecha/ })
      .last()
      .click();
    await left.message(`Done by both sides: ${goal}`).waitFor();
    await ticked("Finish it");
    await accessible();
  });
  return goal;
}

async function answer(
  { pane, dialog }: Seat,
  words: Readonly<Record<"open" | "yes" | "relied" | "save", RegExp>>,
) {
  await pane.getByRole("button", { name: words.open }).last().click();
  await dialog.getByRole("radio", { name: words.yes }).check();
  await dialog.getByRole("radio", { name: words.relied }).check();
  await dialog.getByRole("button", { name: words.save }).click();
  await dialog.waitFor({ state: "detached" });
}

async function lookBack(stage: Stage, goal: string): Promise<void> {
  const { left, right, step, picture, ticked, clockTo } = stage;
  await step("The next morning both answer the survey, each alone", async () => {
    await clockTo("2027-03-09", "08:30");
    await left.go("Liaison");
    await right.go("Liaison");
    await left.message(`How did it go with ${goal}?`).waitFor();
    await answer(left, { open: /^Answer/, yes: /^Yes/, relied: /^5/, save: /^Save/ });
    await answer(right, { open: /^Responder/, yes: /^Sí/, relied: /^4/, save: /^Guardar/ });
    await ticked("Look back, each alone");
  });
  await step("The joint column is written by one and confirmed by both", async () => {
    await left.go("alder-library-tech");
    await left.pane
      .getByRole("button", { name: /^Write the joint column/ })
      .last()
      .click();
    await left.dialog.getByLabel("What we agreed").fill("The guide stays beside every cart.");
    await picture("joint-form");
    await left.dialog.getByRole("button", { name: "Save" }).click();
    await left.message("You said yes to these words").waitFor();
    await right.go("alder-library-tech");
    await right.pane
      .getByRole("button", { name: /^(Read and confirm|Leer y confirmar)/ })
      .last()
      .click();
    await right.pane
      .getByRole("button", { name: /^Confirmar este texto/ })
      .last()
      .click();
    await left.message(`Both sides confirmed the joint column for ${goal}`).waitFor();
    await ticked("Agree on one text");
  });
}

async function goHome({ left, step, picture }: Stage): Promise<void> {
  await step("Home shows what is left to do", async () => {
    await left.go("Home");
    await left.pane.getByText(/^\d+ open goals? of yours/).waitFor();
    await left.pane.getByRole("button", { name: "Show all goals: My goals" }).waitFor();
    await left.pane.getByRole("button", { name: "More…" }).waitFor();
    await picture("home");
  });
}

/** The pair meets already; the technician moves the meetings a quarter of an hour. */
async function meet({ page, right, left, step, picture, ticked }: Stage): Promise<void> {
  await step("The technician sets the regular check-in", async () => {
    await right.type("/liaison checkin");
    await right.pane
      .getByRole("button", { name: /^Cambiar/ })
      .last()
      .click();
    await right.dialog.getByLabel("¿A qué hora?").fill("3 pm");
    await page.keyboard.press("Tab");
    await right.dialog.getByText(/^La próxima:.*15:00/).waitFor();
    await picture("check-in-form");
    await right.dialog.getByRole("button", { name: "Guardar" }).click();
    await right.message("La reunión de seguimiento está organizada").waitFor();
    await left.message(/set the regular check-in/).waitFor();
    await ticked("Set up the check-in");
  });
}

async function meetAndTell({ left, right, step, picture, clockTo }: Stage): Promise<void> {
  await step("The check-in is announced the working day before", async () => {
    await left.go("alder-library-tech");
    await right.go("alder-library-tech");
    await left.message(/Check-in Wed 10 March, 15:00/).waitFor();
  });
  await step("Ten minutes after its end one thread asks how it was", async () => {
    await clockTo("2027-03-10", "15:40");
    const question = left.message(/How was the check-in of/);
    await question.getByRole("button", { name: /^Yes, held/ }).click();
    await question.getByRole("button", { name: /^Write it down/ }).click();
    await left.dialog.getByLabel("One thing you decided").fill("Badges come to room 4 on Friday.");
    await left.dialog.getByRole("button", { name: "Save" }).click();
    await right.message("Badges come to room 4 on Friday.").waitFor();
    await picture("check-in");
  });
}
