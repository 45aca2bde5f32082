import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { LocalDate } from "../../src/time/calendar.ts";
import type { Partnership } from "../../src/team/partnership.ts";
import {
  canAnswer,
  closeWindow,
  confirmJoint,
  NO_ANSWERS,
  openWhenBothIn,
  sidesConfirmed,
  surveyOf,
  writeJoint,
  writeSurvey,
  type Reflection,
} from "../../src/reflection/reflection.ts";

const NOW = new Date("2027-03-03T15:00:00Z");
const partnership: Partnership = {
  id: "p-1",
  schoolId: "s-1",
  libraryIds: ["lib", "lib2"],
  itIds: ["it"],
  supervisorIds: ["principal"],
  channels: [],
  closed: [],
  series: null,
  cycle: "2026-27",
};
const fresh: Reflection = {
  id: "rf/g-1/2027-03-02",
  partnershipId: "p-1",
  goalId: "g-1",
  status: "survey_open",
  surveys: [],
  closesOn: "2027-03-17" as LocalDate,
  thanksKey: "goal.thanks/g-1",
  joint: null,
  startedAt: NOW,
};
const met = { ...NO_ANSWERS, met: "met" } as const;
const text = { agreed: "Start earlier", decision: "revise", nextStep: "" } as const;
const send = (reflection: Reflection, personId: string) =>
  openWhenBothIn(writeSurvey(reflection, personId, met, NOW), partnership);

describe("the survey", () => {
  test("a draft can be left, resumed and sent", () => {
    const draft = writeSurvey(fresh, "lib", { ...NO_ANSWERS, helped: "the file" }, null);
    expect(canAnswer(draft, "lib")).toBe(true);
    expect(surveyOf(draft, "lib")?.answers.helped).toBe("the file");
    expect(canAnswer(writeSurvey(draft, "lib", met, NOW), "lib")).toBe(false);
  });

  test("what was sent stays as it was sent", () => {
    const sent = send(fresh, "lib");
    expect(writeSurvey(sent, "lib", NO_ANSWERS, null)).toBe(sent);
  });

  test("answers open when each side sent one, not when one side sent two", () => {
    const oneSide = send(send(fresh, "lib"), "lib2");
    expect(oneSide.status).toBe("survey_open");
    expect(send(oneSide, "it").status).toBe("answers_open");
  });

  test("a draft does not open anything", () => {
    const sent = send(fresh, "lib");
    const draft = openWhenBothIn(writeSurvey(sent, "it", met, null), partnership);
    expect(draft.status).toBe("survey_open");
  });

  test("when the window ends, what is in opens, and nothing in lapses", () => {
    expect(closeWindow(send(fresh, "lib")).status).toBe("answers_open");
    expect(closeWindow(writeSurvey(fresh, "lib", met, null)).status).toBe("lapsed");
  });
});

describe("the joint column", () => {
  const open = send(send(fresh, "lib"), "it");

  test("cannot be written while the answers are private", () => {
    expect(writeJoint(fresh, text, "lib")).toBe(fresh);
  });

  test("is done when both sides confirmed the same words", () => {
    const written = writeJoint(open, text, "lib");
    const one = confirmJoint(written, partnership, "lib", 1, NOW);
    expect(one.status).toBe("answers_open");
    expect(confirmJoint(one, partnership, "it", 1, NOW).status).toBe("joint_done");
  });

  test("two people of one side are one confirmation", () => {
    const written = writeJoint(open, text, "lib");
    const both = confirmJoint(
      confirmJoint(written, partnership, "lib", 1, NOW),
      partnership,
      "lib2",
      1,
      NOW,
    );
    expect(both.status).toBe("answers_open");
  });

  test("an edit clears a confirmation, and a press on the older text does nothing", () => {
    const one = confirmJoint(writeJoint(open, text, "lib"), partnership, "lib", 1, NOW);
    const edited = writeJoint(one, { ...text, agreed: "Start two weeks earlier" }, "it");
    expect(edited.joint?.confirmedByIds).toEqual([]);
    expect(confirmJoint(edited, partnership, "it", 1, NOW)).toBe(edited);
  });

  test("saving the same words keeps the confirmations", () => {
    const one = confirmJoint(writeJoint(open, text, "lib"), partnership, "lib", 1, NOW);
    expect(writeJoint(one, text, "it")).toBe(one);
  });

  test("nobody outside the two sides can confirm", () => {
    const written = writeJoint(open, text, "lib");
    expect(confirmJoint(written, partnership, "principal", 1, NOW)).toBe(written);
  });

  test("whatever happens, done means that both sides confirmed the text that stands", () => {
    const person = fc.constantFrom("lib", "lib2", "it", "principal");
    const event = fc.oneof(
      fc.record({
        kind: fc.constant("write" as const),
        by: person,
        agreed: fc.constantFrom("a", "b"),
      }),
      fc.record({ kind: fc.constant("confirm" as const), by: person, edition: fc.nat(5) }),
      fc.record({ kind: fc.constant("send" as const), by: person }),
      fc.record({ kind: fc.constant("close" as const) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        let reflection = fresh;
        for (const happened of events) {
          const before = reflection;
          if (happened.kind === "write")
            reflection = writeJoint(reflection, { ...text, agreed: happened.agreed }, happened.by);
          else if (happened.kind === "confirm")
            reflection = confirmJoint(reflection, partnership, happened.by, happened.edition, NOW);
          else if (happened.kind === "send") reflection = send(reflection, happened.by);
          else reflection = closeWindow(reflection);
          if (before.status === "joint_done") expect(reflection).toBe(before);
        }
        const confirmed = reflection.joint ? sidesConfirmed(reflection.joint, partnership) : [];
        expect(reflection.status === "joint_done").toBe(confirmed.length === 2);
      }),
    );
  });
});
