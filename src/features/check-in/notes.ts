/** What came out of a meeting, written down by either partner; neither takes back what the other wrote. */

import { createHash } from "node:crypto";
import { answer, type Form } from "../../card.ts";
import { noteDown, type CheckIn } from "../../check-in/check-in.ts";
import type { Context, EventOf } from "../../feature.ts";
import { line, optional } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";
import { readForm } from "../../fields/read.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { afterValue } from "./after-card.ts";
import { answered, askedAbout, withWords } from "./after.ts";

const LINES = ["decision", "library", "it"] as const;
const NOTE = optional(line(300));
const NOTES = { decision: NOTE, library: NOTE, it: NOTE };
type Lines = Readonly<Record<(typeof LINES)[number], string>>;

export async function askNotes(context: Context<EventOf<"action">>): Promise<Outcome> {
  const asked = await askedAbout(context, context.event.value);
  return "refusal" in asked
    ? asked.refusal
    : { type: "ask", form: notesForm(asked.checkIn, linesOf(asked.checkIn), context.texts) };
}

const linesOf = ({ decision, needs }: CheckIn): Lines => ({
  decision: decision ?? "",
  library: needs.library ?? "",
  it: needs.it ?? "",
});

const eachLine = (words: (id: keyof Lines) => string): Lines => ({
  decision: words("decision"),
  library: words("library"),
  it: words("it"),
});

/** Names the words of a line, so that it can be told whether anybody changed them. */
const editionOf = (words: string): string =>
  createHash("sha256").update(words).digest("hex").slice(0, 8);

const labelOf = (id: keyof Lines, { checkIn: say }: Texts): string =>
  id === "decision" ? say.formDecision : say.formNeeds[id];

/** With the editions of the lines as they are stored now. */
function notesForm(
  checkIn: CheckIn,
  values: Lines,
  texts: Texts,
  notes: readonly string[] = [],
): Form {
  const { checkIn: say } = texts;
  const stored = linesOf(checkIn);
  const asked = (id: keyof Lines) => ({ label: labelOf(id, texts), hint: say.formNotesHint });
  return formOf(texts, NOTES, {
    form: "check-in.notes",
    title: say.formNotes,
    context: [afterValue(checkIn), ...LINES.map((id) => editionOf(stored[id]))].join("|"),
    before: notes.map((note) => ({ type: "note", text: note })),
    ask: { decision: asked("decision"), library: asked("library"), it: asked("it") },
    values,
  });
}

export async function saveNotes(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts } = context;
  const asked = await askedAbout(context, event.context);
  if ("refusal" in asked)
    return withWords(
      asked.refusal,
      LINES.map((id) => answer(event.answers, id)),
    );
  const read = readForm(NOTES, context);
  if (read.type === "invalid") return read;
  const typed = read.values;
  if (LINES.every((id) => typed[id] === ""))
    return { type: "invalid", problems: { decision: texts.common.empty } };
  const stored = linesOf(asked.checkIn);
  const [, , ...opened] = event.context.split("|");
  const before = (id: keyof Lines) => opened[LINES.indexOf(id)] ?? "";
  const mine = eachLine((id) => (editionOf(typed[id]) === before(id) ? "" : typed[id]));
  const overtaken = LINES.filter(
    (id) => mine[id] !== "" && mine[id] !== stored[id] && editionOf(stored[id]) !== before(id),
  );
  if (overtaken.length > 0)
    return {
      type: "ask",
      form: notesForm(
        asked.checkIn,
        eachLine((id) => mine[id] || stored[id]),
        texts,
        overtaken.map((id) => texts.checkIn.notesOvertaken(labelOf(id, texts), stored[id])),
      ),
    };
  const { decision, ...needs } = mine;
  await answered(context, asked, (checkIn) =>
    noteDown(checkIn, { decision, needs }, context.person.id),
  );
  return { type: "reply", card: { title: texts.checkIn.notesSaved, body: [] } };
}
