/** The upload page: a file or pasted dates, looked at, decided about, saved. */

import { randomUUID } from "node:crypto";
import type { PageContext } from "../../feature.ts";
import type { PageAnswer, PageBlock } from "../../page.ts";
import { decided, proposed } from "../../school-calendar/propose.ts";
import { calendarPlace, type CalendarPlace } from "../../here/calendar.ts";
import { isBlocking } from "../../school-calendar/review.ts";
import { saveChange } from "./save.ts";
import type { Listed } from "../../school-calendar/entry.ts";
import type { Texts } from "../../texts/index.ts";
import { AUTO, endOptions, orderOptions, readCalendar } from "./bring-in.ts";
import { decisionOptions, decisionsIn, undecidedWords } from "./decide.ts";
import { followCalendar, previewOf, reachWords, type Preview } from "./preview.ts";
import { consequenceWords, problemWords, rangeWords, takenWords } from "./words.ts";

export async function calendarPage(context: PageContext): Promise<PageAnswer> {
  const place = await calendarPlace(context, context.about);
  if (!place) return shown(context, context.texts.calendar.notYours, []);
  const id = context.fields["change"];
  if (id === undefined)
    return context.sent ? await upload(context, place) : uploadPage(context, place);
  const change = await context.stores.calendarChanges.find(id);
  if (change?.schoolId !== place.school.id) return uploadPage(context, place);
  const preview = await previewOf(context, place, change);
  return context.sent ? await answerPreview(context, preview) : previewPage(context, preview);
}

const shown = (
  { texts }: Pick<PageContext, "texts">,
  title: string,
  body: readonly PageBlock[],
  about = texts.pages.about,
): PageAnswer => ({ type: "page", page: { title, locale: texts.locale, about, body } });

/** A text of this length still goes back into the page, so that nobody has to find the file again. */
const GIVEN_BACK = 400_000;

function uploadPage(
  { texts, fields }: PageContext,
  { school, mayChangeAll, sharedBy }: CalendarPlace,
  problem?: { readonly said: string; readonly field: string; readonly text: string },
): PageAnswer {
  const { calendar: say, locale } = texts;
  const chosen = (id: string): string => fields[id] ?? AUTO;
  const isLong = (problem?.text.length ?? 0) > GIVEN_BACK;
  const page: readonly PageBlock[] = [
    ...(problem ? [{ type: "text" as const, text: problem.said, tone: "problem" as const }] : []),
    { type: "text", text: say.importBody },
    {
      type: "form",
      inputs: [
        {
          type: "file",
          id: "file",
          label: say.fileLabel,
          hint: say.fileHint,
          accept: ".ics,.ical,.csv,.tsv,.txt,text/calendar,text/csv",
        },
        {
          type: "text",
          id: "text",
          label: say.orPaste,
          hint: say.pasteHint,
          value: isLong ? "" : (problem?.text ?? ""),
          ...(problem?.field === "text" ? { problem: problem.said } : {}),
        },
        {
          type: "choice",
          id: "order",
          label: say.order,
          value: chosen("order"),
          options: orderOptions(texts),
        },
        {
          type: "choice",
          id: "ends",
          label: say.ends,
          value: chosen("ends"),
          options: endOptions(texts),
        },
        ...(mayChangeAll && sharedBy > 1
          ? [
              {
                type: "choice" as const,
                id: "for",
                label: say.forWhom,
                value: fields["for"] ?? "all",
                options: [
                  { label: say.forAll(sharedBy), value: "all" },
                  { label: say.forOne(school.name), value: "one" },
                ],
              },
            ]
          : []),
      ],
      buttons: [{ id: "look", label: say.look, primary: true }],
    },
  ];
  return {
    type: "page",
    page: { title: say.importTitle(school.name), locale, about: texts.pages.about, body: page },
  };
}

async function upload(context: PageContext, place: CalendarPlace): Promise<PageAnswer> {
  const { fields, person, now, stores } = context;
  const text = [fields["file"], fields["text"]].find((one) => one?.trim()) ?? "";
  const read = await readCalendar(context, text, fields, place);
  if ("problem" in read)
    return uploadPage(context, place, { said: read.problem, field: read.field, text });
  const change = await stores.calendarChanges.add(
    proposed(place, {
      id: `change/${randomUUID()}`,
      source: "import",
      byId: person.id,
      at: now,
      after: read.after,
      forAll: fields["for"] === "all",
      reading: read.reading,
      unread: read.unread,
    }),
  );
  return { type: "go", fields: { change: change.id } };
}

function previewPage(context: PageContext, preview: Preview, said?: string): PageAnswer {
  const { texts } = context;
  const { calendar: say } = texts;
  const { change, place, problems, added, removed } = preview;
  if (change.status !== "proposed") return endPage(context, preview);
  const mend = problems.filter(isBlocking);
  const look = problems.filter((problem) => !isBlocking(problem));
  const consequences = consequenceWords(preview.consequences, place.isPartner, texts);
  const isSame = added.length + removed.length + change.undecided.length === 0;
  const reach = reachWords(preview, texts);
  const lines = (title: string, list: readonly string[]): readonly PageBlock[] =>
    list.length > 0
      ? [
          { type: "heading", text: title },
          { type: "list", lines: list },
        ]
      : [];
  return shown(context, say.previewTitle(place.school.name), [
    ...(said ? [{ type: "text" as const, text: said, tone: "problem" as const }] : []),
    ...(isSame ? [{ type: "text" as const, text: say.unchanged }] : []),
    ...lines(
      say.mustMend,
      mend.map((one) => problemWords(one, texts)),
    ),
    ...lines(
      say.worthALook,
      look.map((one) => problemWords(one, texts)),
    ),
    ...lines(
      say.taken,
      change.taken.map((one) => takenWords(one, texts)),
    ),
    ...lines(say.unreadLines, change.unread),
    ...changeTable(preview, texts),
    ...(isSame
      ? []
      : lines(say.consequences, consequences.length > 0 ? consequences : [say.noConsequences])),
    ...(reach ? [{ type: "text" as const, text: reach }] : []),
    ...decisions(preview, texts),
    {
      type: "form",
      inputs: [],
      buttons: [
        ...(mend.length === 0 && !isSame
          ? [
              {
                id: "save",
                label: change.undecided.length > 0 ? say.saveWithout : say.save,
                primary: true as const,
              },
            ]
          : []),
        { id: "drop", label: isSame ? say.another : say.drop },
      ],
    },
  ]);
}

function changeTable({ added, removed, place }: Preview, texts: Texts): readonly PageBlock[] {
  const { calendar: say } = texts;
  const row = (change: string) => (entry: Listed) => [
    entry.title,
    say.kinds[entry.kind],
    rangeWords(entry, place.today, texts),
    change,
  ];
  if (added.length + removed.length === 0) return [];
  return [
    {
      type: "table",
      caption: say.tableCaption,
      columns: [say.columnWhat, say.columnKind, say.columnWhen, say.columnChange],
      rows: [...added.map(row(say.isNew)), ...removed.map(row(say.goesAway))],
    },
  ];
}

/** Every title that was not understood, each with what it may be. */
function decisions({ change, place }: Preview, texts: Texts): readonly PageBlock[] {
  const { calendar: say } = texts;
  const options = decisionOptions(texts);
  if (change.undecided.length === 0) return [];
  return [
    { type: "heading", text: say.unknownTitle(change.undecided.length) },
    { type: "text", text: say.unknownHint },
    {
      type: "form",
      inputs: change.undecided.map((one, n) => ({
        type: "choice",
        id: `what${String(n)}`,
        label: undecidedWords(one, place.today, texts),
        value: options[0]?.value ?? "",
        options,
      })),
      buttons: [{ id: "decide", label: say.apply }],
    },
  ];
}

async function answerPreview(context: PageContext, preview: Preview): Promise<PageAnswer> {
  const { fields, stores, texts } = context;
  const { change, place } = preview;
  const again: PageAnswer = { type: "go", fields: { change: change.id } };
  if (fields["decide"]) {
    const answers = decisionsIn(change, (n) => fields[`what${String(n)}`] ?? "");
    await stores.calendarChanges.update(change.id, (current) =>
      current.status === "proposed" ? decided(current, answers) : current,
    );
    return again;
  }
  if (fields["drop"]) {
    await stores.calendarChanges.update(change.id, (current) =>
      current.status === "proposed" ? { ...current, status: "dropped" } : current,
    );
    return again;
  }
  if (!fields["save"]) return again;
  const saved = await saveChange(context, change);
  if (saved.kind === "stale") return previewPage(context, preview, texts.calendar.stale);
  if (saved.kind === "done") await followCalendar(context, place);
  return again;
}

function endPage(context: PageContext, { change, place }: Preview): PageAnswer {
  const { calendar: say } = context.texts;
  const isSaved = change.status === "saved";
  return shown(context, isSaved ? say.savedTitle(place.school.name) : say.droppedTitle, [
    { type: "text", text: isSaved ? say.pageSaved : say.pageDropped, tone: "good" },
    ...(isSaved ? [{ type: "text" as const, text: say.savedBody }] : []),
  ]);
}
