/** Cards with every block there is, and with everything that can be wrong with their words. */

import {
  actions,
  type Button,
  type Card,
  divider,
  facts,
  heading,
  item,
  muted,
  quote,
  text,
} from "../../../src/card.ts";

/** Each of them is harmless when it is shown exactly as it stands. */
export const HOSTILE = [
  "<!channel> <@U1> <at>Everyone</at> @everyone",
  "*bold* _italics_ ~struck~ `code` **more** [click](https://example.org)",
  "1. not a list\n- nor this\n> nor a quotation\n# nor a heading",
  "{{DATE(2027-03-08T00:00:00Z,SHORT)}} {{TIME(2027-03-08T00:00:00Z)}} ${name}",
  '<img src=x onerror=alert(1)> &amp; &lt;b&gt; "quoted" \\*escaped\\*',
  "\u202eturned round\u202c and \u2067isolated",
  "null\u0000 bell\u0007 half \ud83d a character",
  "👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301",
] as const;

const press = (label: string, more: Partial<Button> = {}): Button => ({
  label,
  action: "goal.done",
  value: "g-41",
  ...more,
});

const everyBlock: Card = {
  title: "Library and IT at Wattle Creek, this week",
  body: [
    text("Two things are open. The check-in is on Thursday.\n\nNothing else is due."),
    heading("The goal"),
    facts(
      { label: "Goal", value: "g-41 Every fourth grader can cite a source" },
      { label: "Due", value: "Friday, 14 May" },
      { label: "Now", value: "42 percent of pupils" },
    ),
    divider,
    heading("What is open"),
    item("a-81 Charge the carts before Monday", "Due tomorrow", press("Done", { about: "a-81" })),
    item("a-82 Unblock the catalogue for the reading room computers", "No date"),
    quote("Carts come back empty on Fridays, so Monday starts late.\nCould we charge overnight?"),
    {
      type: "columns",
      left: { title: "IT for the library", lines: ["a-81 Charge carts", "a-84 Reset the kiosk"] },
      right: { title: "The library for IT", lines: ["a-83 Report broken keyboards"] },
    },
    muted("You get this because you are in the team of Wattle Creek."),
    actions(
      press("Done", { style: "primary", about: "g-41 Every fourth grader can cite a source" }),
      press("Ask for help", { action: "goal.help", asks: true }),
      press("Stop this goal", { action: "goal.stop", style: "danger" }),
      press("Why this?", { action: "why", value: "" }),
    ),
  ],
};

const hostile: Card = {
  title: HOSTILE.join(" "),
  body: [
    ...HOSTILE.map(heading),
    ...HOSTILE.map(text),
    muted(HOSTILE.join("\n")),
    quote(HOSTILE.join("\n")),
    facts(...HOSTILE.map((words) => ({ label: words, value: words }))),
    item(HOSTILE[1], HOSTILE[0], press(HOSTILE[0], { about: HOSTILE[1] })),
    {
      type: "columns",
      left: { title: HOSTILE[0], lines: HOSTILE },
      right: { title: "", lines: ["", "  "] },
    },
    text("   "),
    heading(""),
  ],
};

const longTitle: Card = {
  title: "A goal whose title nobody kept short ".repeat(12).trim(),
  body: [text("word ".repeat(900)), text("x".repeat(4_000)), quote("😀".repeat(2_000))],
};

const longList: Card = {
  title: "All steps of the plan",
  body: [
    ...Array.from({ length: 160 }, (_, n) =>
      item(
        `a-${n + 1} Charge the carts and count the keyboards that came back`,
        "Due on Friday, 14 May. Your plan: when the last bell rings, I will plug in both carts.",
        press("Done", { value: `a-${n + 1}`, about: `a-${n + 1}` }),
      ),
    ),
    actions(press("Previous", { action: "list", value: "1" }), press("More", { action: "list" })),
  ],
};

const longColumns: Card = {
  title: "The plan in both directions",
  body: [
    {
      type: "columns",
      left: {
        title: "IT for the library",
        lines: Array.from({ length: 45 }, (_, n) => `a-${n + 1} Charge carts`),
      },
      right: { title: "The library for IT", lines: ["a-83 Report broken keyboards in one list"] },
    },
  ],
};

const manyButtons: Card = {
  title: "Which school is it for?",
  body: [
    actions(
      ...Array.from({ length: 14 }, (_, n) =>
        press(`School number ${n + 1}`, { action: "choose", value: `s-${n + 1}` }),
      ),
    ),
    actions(press("A label that goes on for much longer than any button should ever be, and on")),
  ],
};

const rightToLeft: Card = {
  title: "مرحبا بالعالم",
  body: [
    heading("الأهداف"),
    text("يمكن لكل تلميذ في الصف الرابع ذكر مصدر (g-41) قبل 14 مايو."),
    facts({ label: "Goal", value: "שלום עולם (g-42)" }, { label: "Due", value: "Friday" }),
    item("a-81 شحن العربات", "شحن العربات, due Friday", press("تم", { about: "a-81" })),
    quote("שלום, למה הספרייה סגורה?"),
    actions(press("نعم", { style: "primary" }), press("לא")),
  ],
};

export const CARDS: Readonly<Record<string, Card>> = {
  "every-block": everyBlock,
  hostile,
  "long-title": longTitle,
  "long-list": longList,
  "long-columns": longColumns,
  "many-buttons": manyButtons,
  "right-to-left": rightToLeft,
  "title-alone": { title: "Saved. I remind you on Monday.", body: [] },
};
