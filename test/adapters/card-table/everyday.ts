/** What people see every week, in each language: the digest, an invitation, the survey. */

import { invitationCard, surveyForm } from "../../../src/features/reflect/survey-cards.ts";
import type { Card } from "../../../src/card.ts";
import type { Goal } from "../../../src/goal/goal.ts";
import { digestCard } from "../../../src/telling/digest-card.ts";
import type { DigestEntry } from "../../../src/nudge/nudge.ts";
import type { ActionItem } from "../../../src/plan/action-item.ts";
import { rowOf } from "../../../src/protocol/plan-text.ts";
import { NO_ANSWERS, type Reflection } from "../../../src/reflection/reflection.ts";
import { LOCALES, type Locale } from "../../../src/team/person.ts";
import { textsFor } from "../../../src/texts/index.ts";
import type { LocalDate } from "../../../src/time/calendar.ts";
import type { FormRow } from "./forms.ts";

const day = (date: string) => date as LocalDate;
const TODAY = day("2027-03-08");

const goal: Goal = {
  id: "g-41",
  partnershipId: "p-ab",
  ownerId: "lib",
  department: "library",
  title: "Every fourth grader can cite a source",
  horizon: "short",
  why: "Pupils copy without a source.",
  measure: { unit: "percent of pupils", baseline: "20", target: "80", current: "42" },
  start: day("2027-02-01"),
  due: day("2027-05-14"),
  servesSchoolGoal: null,
  scope: "department",
  status: "on_track",
  claim: null,
  doneOn: null,
  stoppedReason: null,
  origin: "e-1",
  deleted: false,
  createdAt: new Date(0),
};

const step = (id: string, title: string, more: Partial<ActionItem> = {}): ActionItem => ({
  id,
  partnershipId: "p-ab",
  goalId: "g-41",
  direction: "own_work",
  ownerId: "lib",
  title,
  plan: "",
  due: day("2027-03-10"),
  status: "open",
  blockedReason: null,
  quietUntil: null,
  doneOn: null,
  overdueNudges: 0,
  origin: id,
  deleted: false,
  createdAt: new Date(0),
  ...more,
});

const steps = [
  step("a-81", "Charge the carts before Monday", { plan: "when the bell rings, I plug both in" }),
  step("a-82", "Unblock the catalogue", {
    status: "blocked",
    blockedReason: "Waits for the firewall list",
  }),
  step("a-83", "Print the citation cards", { status: "done", doneOn: TODAY }),
];

const reflection: Reflection = {
  id: "rf-g-41",
  partnershipId: "p-ab",
  goalId: "g-41",
  status: "survey_open",
  surveys: [],
  closesOn: day("2027-03-19"),
  thanksKey: "thanks/g-41",
  joint: null,
  startedAt: new Date(0),
};

const entryOf = ({ id, due }: ActionItem): DigestEntry => ({
  kind: "item",
  id,
  partnershipId: "p-ab",
  due,
  overdueNudges: 0,
});

interface InLanguage {
  readonly locale: Locale;
}

const localized = <T extends object>(
  name: string,
  make: (locale: Locale) => T,
): readonly (readonly [string, T & InLanguage])[] =>
  LOCALES.map((locale) => [`${name}-${locale}`, { ...make(locale), locale }]);

const digest = (locale: Locale): Card =>
  digestCard(
    {
      digest: {
        id: "digest/lib/2027-03-08",
        personId: "lib",
        date: TODAY,
        entries: steps.map(entryOf),
        more: 2,
        pressedAt: null,
      },
      lines: steps.map((item) => ({ kind: "item", item, entry: entryOf(item), today: TODAY })),
      moved: [{ kind: "goal", title: "Carts come back charged" }],
      movedSince: day("2027-03-01"),
      promises: { given: 2, received: 3, to: "it" },
    },
    textsFor(locale, "America/Chicago"),
  );

export const EVERYDAY_CARDS: readonly (readonly [string, InLanguage & { readonly card: Card }])[] =
  [
    ...localized("digest", (locale) => ({ card: digest(locale) })),
    ...localized("invitation", (locale) => {
      const texts = textsFor(locale, "America/Chicago");
      const { formTitle: title, inviteWhy: why } = texts.reflection;
      return { card: invitationCard(texts, goal, reflection, { title, why }) };
    }),
  ];

export const EVERYDAY_FORMS: readonly (readonly [string, FormRow & InLanguage])[] = localized(
  "survey",
  (locale) => ({
    form: surveyForm(
      textsFor(locale, "America/Chicago"),
      reflection,
      { goal, row: rowOf(goal, steps), names: new Map(), today: TODAY, working: [] },
      { ...NO_ANSWERS, met: "partly", helped: "The carts were charged" },
    ),
  }),
);
