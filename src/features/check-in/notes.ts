/** What came out of a meeting, written down by either partner; neither takes back what the other wrote. */

import { createHash } from "node:crypto";
import { answer, type Form, type Input } from "../../card.ts";
import { noteDown, type CheckIn } from "../../check-in/check-in.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isBlank, lengthOf, oneLine } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { afterValue } from "./after-card.ts";
import { answered, askedAbout, withWords } from "./after.ts";

/** In code points. */
const NOTE_LIMIT = 300;

const LINES = ["decision", "library", "it"] as const;
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

const eachLine = (line: (id: keyof Lines) => string): Lines => ({
  decision: line("decision"),
  library: line("library"),
  it: line("it"),
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
  const { checkIn: say, common } = texts;
  const stored = linesOf(checkIn);
  return {
    form: "check-in.notes",
    title: say.formNotes,
    submit: common.save,
    cancel: common.cancel,
    context: [afterValue(checkIn), ...LINES.map((id) => editionOf(stored[id]))].join("|"),
    inputs: [
      ...notes.map((note): Input => ({ type: "note", text: note })),
      ...LINES.map((id): Input => ({
        type: "text",
        id,
        label: labelOf(id, texts),
        hint: say.formNotesHint,
        value: values[id],
        optional: true,
        maxLength: NOTE_LIMIT,
      })),
    ],
  };
}

export async function saveNotes(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, texts } = context;
  const typed = eachLine((id) => {
    const words = oneLine(answer(event.answers, id));
    return isBlank(words) ? "" : words;
  });
  const asked = await askedAbout(context, event.context);
  if ("refusal" in asked)
    return withWords(
      asked.refusal,
      LINES.map((id) => typed[id]),
    );
  const tooLong = LINES.filter((id) => lengthOf(typed[id]) > NOTE_LIMIT);
  if (LINES.every((id) => typed[id] === ""))
    return { type: "invalid", problems: { decision: texts.common.empty } };
  if (tooLong.length > 0)
    return {
      type: "invalid",
      problems: Object.fromEntries(tooLong.map((id) => [id, texts.common.tooLong(NOTE_LIMIT)])),
    };

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
