/**
 * Who sees what (rules, section 9.3), walked on every path there is: each command, each button that a
 * partner ever got, each form, the home, and each page behind a link.
 */

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { features } from "../../src/features/index.ts";
import type { ChatEvent } from "../../src/ports.ts";
import { NO_ANSWERS, writeSurvey } from "../../src/reflection/reflection.ts";
import { tenantOf } from "../../src/team/person.ts";
import { aGoal, NOW } from "../contracts/entities.ts";
import { DISTRICT, openLiaison, type Rig } from "../rig/index.ts";
import { buttonsOf, wordsOf, type Posted } from "../rig/platform.ts";

const LIBRARIAN = "u-ab-lib";
const TECHNICIAN = "u-ab-it";
const MINUTES = 60_000;

/** One line for each row of the table, by words that nothing else says. */
const MARKS = {
  "draft goal": "A thought that is not ripe",
  "goal of the shared version": "K-2 pupils sign in with a badge",
  "promise of the shared version": "Set up rooms 6 and 7",
  "goal as it changed since": "A title since the sharing",
  "goal of the sheet alone": "Winter benchmark fortnight without a cart failure",
  "when and where": "Wednesday after dismissal",
  "overdue mark": "was due Fri 5 February",
  "reason of a blocked step": "back order",
  "answers of one side": "Nobody read this so far",
  "answers of both sides": "The file came every night",
  "joint column": "name a contact for codes",
  "what was said back": "You mean fewer passwords",
  "prompt on who is left out": "Families without a printer",
  "offer of help": "An hour every Thursday",
  "working agreement": "We bring cake in May",
  "common goal": "A calm August: borrower data in",
} as const;
type Mark = keyof typeof MARKS;
const ALL = Object.keys(MARKS) as readonly Mark[];

const SHARED: readonly Mark[] = ["goal of the shared version", "promise of the shared version"];

/** Section 9.3, by role: everything that is not named must not appear. */
const TABLE: readonly (readonly [role: string, personId: string, sees: readonly Mark[]])[] = [
  ["the supervisor it was shared with", "u-ab-prin", SHARED],
  ["a named supervisor, nothing shared with them", "u-d-itdir", []],
  ["the coordinator", "u-d-coord", []],
  ["an on-call teacher of the school", "u-ab-rel", []],
  ["a partner of another school", "u-tv-lib", []],
];

let rig: Rig;
/** What partners were shown, as anybody could press it who gets hold of the message. */
const buttons = new Map<string, Set<string>>();
const contexts = new Map<string, Set<string>>();
let shownToLibrarian = "";

beforeAll(async () => {
  rig = await openLiaison();
  const librarian = rig.as(LIBRARIAN);
  const technician = rig.as(TECHNICIAN);
  await librarian.say("plan agree");
  await librarian.press("Agree");
  await technician.press("De acuerdo");
  await librarian.say("plan share");
  await librarian.submit({ "reader-u-ab-prin": "yes" });
  await librarian.press("I consent");
  await technician.press("Doy mi consentimiento");
  await writeSecrets();
  await lookAtEverything();
}, 4 * MINUTES);
afterAll(async () => {
  await rig.close();
});

async function writeSecrets(): Promise<void> {
  const { goals, cycles, reflections } = rig.stores;
  await goals.update("g-05", (goal) => ({ ...goal, title: MARKS["goal as it changed since"] }));
  await goals.create(
    aGoal({
      partnershipId: "p-ab",
      ownerId: LIBRARIAN,
      title: MARKS["draft goal"],
      status: "draft",
      origin: "draft",
    }),
  );
  const agreeing = { hash: "x", round: 1, said: [{ personId: LIBRARIAN, at: NOW }] };
  await cycles.update("p-ab/2026-27", (cycle) => ({
    ...cycle,
    understandings: [
      {
        id: "said",
        goalId: "g-12",
        byId: LIBRARIAN,
        words: MARKS["what was said back"],
        status: "asked",
        answeredById: null,
        note: "",
      },
    ],
    notes: [{ goalId: "g-04", leftOut: MARKS["prompt on who is left out"], beliefs: "" }],
    offers: [
      {
        id: "offer",
        side: "it",
        byId: TECHNICIAN,
        goalId: "g-04",
        words: MARKS["offer of help"],
        status: "parked",
        itemId: null,
      },
    ],
    working: {
      lines: ["One", "Two", MARKS["working agreement"]],
      writtenById: LIBRARIAN,
      agreeing,
    },
  }));
  await reflections.update("rf/g-13/2027-02-24", (open) =>
    writeSurvey(
      open,
      TECHNICIAN,
      { ...NO_ANSWERS, met: "met", helped: MARKS["answers of one side"] },
      null,
    ),
  );
}

const SHOWS = /\.(?:show|open|read|turn|log|past|compare|status)$/u;

/** A partner types every command, opens everything that only shows, and every form. */
async function lookAtEverything(): Promise<void> {
  const librarian = rig.as(LIBRARIAN);
  const from = rig.platform.posted.length;
  for (const command of commandWords())
    for (const rest of ["", "g-01", "g-12", "g-13", "a-07"])
      if (!(command === "goal done" && rest)) await librarian.say(`${command} ${rest}`.trim());
  const done = new Set<string>();
  for (const round of [1, 2])
    for (const post of rig.platform.posted.slice(from))
      for (const button of buttonsOf(post.card)) {
        const key = `${button.action} ${button.value}`;
        const isNew = !done.has(key) && post.to === librarian.address;
        if (!isNew || (!SHOWS.test(button.action) && !(button.asks && round === 2))) continue;
        done.add(key);
        await librarian.press(button.action, only(post, button.action, button.value));
        noteForm();
      }
  await librarian.home();
  for (const { card } of [...rig.platform.posted, ...homes()])
    for (const { action, value } of buttonsOf(card)) note(buttons, action, value);
  shownToLibrarian = rig.platform.posted
    .slice(from)
    .filter(({ to }) => to === librarian.address)
    .map(({ card }) => wordsOf(card))
    .join("\n");
}

const only = (post: Posted, action: string, value: string): Posted => ({
  ...post,
  card: {
    title: "",
    body: [{ type: "actions", buttons: [{ label: "It", action, value, asks: true }] }],
  },
});

const homes = () => [...rig.platform.homes.values()].map((card) => ({ card }));
const commandWords = () => features.flatMap(({ commands = {} }) => Object.keys(commands));

function note(into: Map<string, Set<string>>, name: string, value: string): void {
  into.set(name, (into.get(name) ?? new Set()).add(value));
}

function noteForm(): void {
  for (const { form } of rig.platform.forms.values()) {
    note(contexts, form.form, form.context);
    shownToLibrarian += JSON.stringify(form);
  }
}

/** As many of each button as differ in what they are about. */
const VALUES = 4;

/** Everything somebody learns who tries all of it. */
async function walk(personId: string): Promise<string> {
  const { address } = rig.as(personId);
  const from = rig.platform.posted.length;
  let count = 0;
  const heard: string[] = [];
  const happens = async (event: object): Promise<void> => {
    await rig.platform.deliver({
      id: `walk-${personId}-${String(++count)}`,
      tenant: tenantOf(address),
      from: address,
      channel: null,
      via: "{}",
      ...event,
    } as ChatEvent);
    const open = rig.platform.forms.get(address);
    if (open) heard.push(JSON.stringify(open.form));
    heard.push(JSON.stringify(rig.platform.problems.get(address) ?? {}));
  };
  for (const command of commandWords())
    for (const rest of ["", " g-01", " g-12", " a-07"])
      await happens({ type: "command", text: `${command}${rest}` });
  for (const [action, values] of buttons)
    for (const value of [...values].slice(0, VALUES))
      await happens({ type: "action", action, value });
  for (const { forms = {} } of features)
    for (const form of Object.keys(forms))
      for (const context of [...(contexts.get(form) ?? []), "p-ab|g-04"].slice(0, VALUES))
        if (form !== "shared.ask")
          await happens({ type: "form", form, context, answers: {}, instance: `walk-${personId}` });
  for (const page of features.flatMap(({ pages = {} }) => Object.keys(pages)))
    for (const fields of [{}, { as: "csv" }])
      heard.push(
        JSON.stringify(
          await rig.liaison.bot.visit({
            page,
            districtId: DISTRICT,
            personId,
            about: "p-ab",
            sent: false,
            fields,
          }),
        ),
      );
  heard.push(wordsOf(await rig.as(personId).home()), JSON.stringify(rig.platform.files));
  await rig.liaison.idle();
  const told = rig.platform.posted.slice(from).filter(({ to }) => to === address);
  expect(told.length).toBeGreaterThan(100);
  return [...heard, ...told.map(({ card }) => wordsOf(card))].join("\n");
}

/** What stands for somebody's work: it must be as it was, whatever anybody else pressed. */
async function work(): Promise<string> {
  const page = { skip: 0, limit: 500 };
  const partnershipIds = ["p-ab"];
  const all = await Promise.all([
    rig.stores.goals.list({ partnershipIds, page }),
    rig.stores.items.list({ partnershipIds, page }),
    rig.stores.cycles.find("p-ab/2026-27"),
    rig.stores.partnerships.find("p-ab"),
    rig.stores.people.findAll([LIBRARIAN, TECHNICIAN]),
    rig.stores.partnerships.all(),
    rig.stores.reflections.waiting(partnershipIds),
  ]);
  return JSON.stringify(all);
}

const seenIn = (words: string): readonly Mark[] =>
  ALL.filter((mark) => words.includes(MARKS[mark]));

describe("who sees what", () => {
  test("a partner comes to see all of it but what the other has not sent", () => {
    expect(seenIn(shownToLibrarian)).toEqual(ALL.filter((mark) => mark !== "answers of one side"));
  });

  test.each(TABLE)(
    "%s (%s) sees what the table says, and changes nothing",
    async (_role, personId, sees) => {
      const before = await work();
      const words = await walk(personId);

      expect(seenIn(words)).toEqual(sees);
      expect(await work()).toBe(before);
    },
    4 * MINUTES,
  );

  test("the other partner sees their own draft of answers, and no goal that is still a draft", async () => {
    const technician = rig.as(TECHNICIAN);
    const from = rig.platform.posted.length;
    await technician.say("reflect g-13");
    await technician.press("survey.open");
    const written = JSON.stringify(technician.form());
    for (const text of ["goal list", "goal list all", "sheet", "plan agree"])
      await technician.say(text);
    const words = rig.platform.posted
      .slice(from)
      .filter(({ to }) => to === technician.address)
      .map(({ card }) => wordsOf(card))
      .join("\n");

    expect(seenIn(written)).toContain("answers of one side");
    expect(seenIn(words)).toContain("goal of the shared version");
    expect(seenIn(words)).not.toContain("draft goal");
  });
});
