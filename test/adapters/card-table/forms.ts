/** Forms with every input there is, and with everything that can be wrong with their words. */

import type { Answers, Form, Input } from "../../../src/card.ts";
import { HOSTILE } from "./cards.ts";
import { brief, type Brief } from "../../../src/texts/brief.ts";

export interface FormRow {
  readonly form: Form;
  readonly answers?: Answers;
  readonly problems?: Readonly<Record<string, string>>;
  /** Stands in the chat, where no dialog can be opened. */
  readonly inChat?: true;
  /** The bot is in no channel that could be chosen. */
  readonly noChannels?: true;
}

const framed = (inputs: readonly Input[], more: Partial<Form> = {}): Form => ({
  form: "goal",
  title: brief("A new goal"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "p-ab|g-41",
  inputs,
  ...more,
});

const SCHOOLS = ["Wattle Creek", "Tamarack Valley", "Bluebonnet"].map((label, n) => ({
  label,
  value: `s-${n + 1}`,
}));

const everyInput = framed([
  { type: "note", text: "For Wattle Creek, as the library." },
  { type: "note", title: "g-41", text: "Every fourth grader can cite a source\nDue Friday" },
  {
    type: "choice",
    id: "school",
    label: "Which school is it for?",
    value: "s-2",
    options: SCHOOLS,
    live: true,
  },
  { type: "text", id: "title", label: "Goal", hint: "At most 140 characters.", maxLength: 140 },
  {
    type: "text",
    id: "due",
    label: "Due",
    hint: 'Write it as you say it: "May 14", "in two weeks".',
    value: "Fri 14 May",
    optional: true,
    live: true,
  },
  { type: "text", id: "why", label: "Why", multiline: true, optional: true },
  {
    type: "choice",
    id: "horizon",
    label: "How long",
    value: "short",
    options: [
      { label: "About 12 weeks", value: "short" },
      { label: "A semester or more", value: "long" },
      { label: "I can't tell yet", value: "" },
    ],
    open: true,
  },
  {
    type: "choices",
    id: "themes",
    label: "Themes",
    hint: "As many as fit.",
    value: ["ai"],
    options: [
      { label: "AI literacy", value: "ai" },
      { label: "Digital citizenship", value: "citizens" },
      { label: "Inquiry", value: "inquiry" },
    ],
    optional: true,
  },
  {
    type: "choices",
    id: "standards",
    label: "Standards",
    value: ["s-11"],
    options: Array.from({ length: 14 }, (_, n) => ({ label: `4.${n}`, value: `s-${n}` })),
    optional: true,
  },
  { type: "money", id: "cost", label: "What does it cost, in dollars?", value: "1200.5" },
  {
    type: "days",
    id: "weeks",
    label: "From",
    endLabel: "Until",
    hint: "School days only.",
    value: ["2027-03-15", "2027-03-26"],
  },
  { type: "people", id: "library", label: "For the library", value: ["slack:T1/U1", "teams:t/1"] },
  { type: "people", id: "it", label: "For IT", optional: true },
  {
    type: "channel",
    id: "channel",
    label: "Channel",
    hint: "Where both sides read.",
    value: "teams:t/19:b",
  },
]);

const mended: FormRow = {
  form: everyInput,
  answers: {
    school: "s-3",
    title: "",
    due: "the 31st of June",
    why: "Pupils copy without a source.\nParents ask.",
    horizon: "",
    themes: ["citizens", "inquiry"],
    cost: "a lot",
    weeks: ["2027-03-16", ""],
    library: ["teams:t/2"],
    it: [],
    channel: "teams:t/19:a",
  },
  problems: {
    title: "Write a few words here.",
    due: "June has 30 days. Did you mean June 30?",
    library: "Nobody here is in the library.",
  },
};

const hostile = framed(
  HOSTILE.flatMap((words, n): readonly Input[] => [
    { type: "note", title: words, text: words },
    { type: "text", id: `text${n}`, label: words, hint: words, value: words, multiline: true },
    {
      type: "choice",
      id: `choice${n}`,
      label: words,
      value: "v",
      options: [{ label: words, value: "v" }],
      open: true,
    },
  ]),
  { title: HOSTILE.join(" ") as Brief, submit: HOSTILE[1] as Brief, cancel: HOSTILE[0] as Brief },
);

const longLists = framed([
  {
    type: "choice",
    id: "goal",
    label: "Goal",
    value: "g-149",
    options: Array.from({ length: 150 }, (_, n) => ({
      label: `g-${n} Every grade can cite a source from the new catalogue`,
      value: `g-${n}`,
    })),
  },
  {
    type: "choice",
    id: "week",
    label: "Week",
    options: Array.from({ length: 14 }, (_, n) => ({ label: `Week ${n + 1}`, value: String(n) })),
    open: true,
  },
  { type: "choice", id: "none", label: "School goals", hint: "None are set.", options: [] },
]);

export const FORMS: Readonly<Record<string, FormRow>> = {
  "form-every-input": { form: everyInput },
  "form-in-chat": { form: everyInput, inChat: true },
  "form-mended": mended,
  "form-hostile": { form: hostile },
  "form-long-lists": { form: longLists },
  "form-long-lists-in-chat": { form: longLists, inChat: true },
  "form-without-channels": { form: everyInput, noChannels: true },
};
