/** What holds for every sentence, whoever wrote it. */
import { describe, expect, test } from "@jest/globals";
import { LOCALES } from "../../src/team/person.ts";
import { textsFor, type Texts } from "../../src/texts/index.ts";

/** Every text of a catalogue, with stand-ins for what it mentions. */
function sentences(part: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof part === "string") return [[path, part]];
  if (typeof part === "function") {
    const said: unknown = (part as (...names: readonly string[]) => unknown)(
      "AA",
      "BB",
      "CC",
      "DD",
    );
    return typeof said === "string" ? [[path, said]] : [];
  }
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    sentences(value, path === "" ? key : `${path}.${key}`),
  );
}

const catalogue = (texts: Texts) => sentences({ ...texts, dates: {} });

describe.each(LOCALES)("in %s", (locale) => {
  const texts = textsFor(locale, "America/Chicago");

  test("no text is empty, starts or ends with a blank, or holds two in a row", () => {
    const odd = catalogue(texts).filter(
      ([, said]) => said.trim() !== said || /\s{2}|^$/u.test(said),
    );
    expect(odd).toEqual([]);
  });

  test("the title of every form fits into Slack's 24 characters", () => {
    const {
      agree,
      checkIn,
      goals,
      meetings,
      nudge,
      offers,
      pairs,
      plan,
      reflection,
      setup,
      sharing,
      sheet,
      story,
      working,
      year,
    } = texts;
    const titles = [
      checkIn.formSeries,
      checkIn.formMove,
      checkIn.formSkip,
      checkIn.formTopic,
      checkIn.formNotes,
      checkIn.formThanks,
      goals.formNew,
      goals.formEdit("g-1234"),
      nudge.pauseTitle,
      plan.formAdd,
      plan.formBlocked,
      plan.formReplan,
      plan.formSnooze,
      reflection.notYetTitle,
      reflection.formTitle,
      reflection.jointTitle,
      setup.formTitle,
      agree.changeTitle,
      offers.addTitle,
      offers.promiseTitle,
      pairs.formTitle,
      meetings.prepForm,
      sharing.formTitle,
      sharing.jointForm,
      sharing.askForm,
      sharing.answerForm,
      story.formTitle,
      sheet.formTitle,
      sheet.notTitle,
      sheet.promptsTitle,
      working.formTitle,
      year.formTitle,
    ];
    expect(titles.filter((title) => title.length > 24)).toEqual([]);
  });
});

test("French punctuation stays on the line of the word before it", () => {
  const texts = textsFor("fr", "America/Chicago");
  expect(catalogue(texts).filter(([, said]) => / [:;!?»]|« /u.test(said))).toEqual([]);
});

/** Guilt, comparison, lost streaks, shouting and faces: none of it ever helped anybody (N-9). */
test.each([
  [
    "en",
    /you (?:still |again )?(?:haven't|have not|forgot|failed|missed)|streak|shame|disappoint|should have|behind (?:others|everyone)|than (?:others|your colleagues)|lazy/iu,
  ],
  [
    "es",
    /olvidaste|fallaste|no has hecho|racha|vergüenza|decepcion|deberías haber|que (?:los demás|tus colegas)|qué pena/iu,
  ],
  [
    "fr",
    /vous avez (?:oublié|manqué|échoué)|série en cours|honte|décev|déçu|auriez dû|que (?:les autres|vos collègues)|dommage/iu,
  ],
] as const)("N-9: nothing in %s blames, compares or shouts", (locale, blame) => {
  const texts = textsFor(locale, "America/Chicago");
  const shouted = /!{2}|[\u{1F600}-\u{1F64F}\u{1F534}\u{274C}\u{26A0}]/u;
  expect(catalogue(texts).filter(([, said]) => blame.test(said) || shouted.test(said))).toEqual([]);
});
