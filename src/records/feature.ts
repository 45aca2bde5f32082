/** All that people can do with the records of a kind, made from the kind and its words. */

import { looksLikeId, notFound, shortId } from "../access.ts";
import { answer, type Form } from "../card.ts";
import type { CommandFeature, Context, EventOf, Feature } from "../feature.ts";
import type { Fields } from "../fields/field.ts";
import type { Outcome } from "../ports.ts";
import type { Texts } from "../texts/index.ts";
import { addTyped, askEdit, askNew, rejudge, submit } from "./form.ts";
import type { AnySays, Kind, Says } from "./kind.ts";
import { FIRST, listCard, readView, SEARCH_MAX, viewFor, writeView } from "./list.ts";
import { handle, named, seenBy, type Handlers, type Part } from "./part.ts";
import { askPress, move, putBack, submitPress, take } from "./press.ts";
import { seeingOf, standingOf } from "./rights.ts";
import { recordCard, show } from "./show.ts";
import { openPage, takeFiles } from "./take.ts";
import { end, isTimed, reconcileTimes, ring } from "./times.ts";

/** The situation it is behind, and for whom; its module, and what the district has to permit for it. */
type Found = Pick<CommandFeature, "situation" | "for"> &
  Pick<Feature, "module" | "needs" | "seasons">;

const listWords = ({ label, names, sentences }: AnySays) => ({
  label,
  ...(names === undefined ? {} : { names }),
  sentences,
});

/** Lines of what waits come after what is due. */
const HOME_ORDER = 80;

/**
 * @param say the kind's words in a language; what is missing there does not compile.
 * @param found where people find it.
 * @param handlers what the kind does beyond that, and the timers of these.
 */
export function recordFeature<F extends Fields, S extends string>(
  kind: Kind<F, S>,
  say: (texts: Texts) => Says<Kind<F, S>>,
  found: Found,
  { timers = {}, ...handlers }: Handlers & Pick<Feature, "timers"> = {},
): Feature {
  const part: Part = { kind, say, handlers };
  const { waits } = kind;
  const { situation, for: audience, ...declared } = found;
  const offered = { situation, ...(audience ? { for: audience } : {}) };
  return {
    name: kind.name,
    ...declared,
    commands: {
      [kind.commands.list]: {
        ...offered,
        summary: (texts) => part.say(texts).summary,
        words: (texts) => listWords(part.say(texts)),
        hint: "[words, #tag or number]",
        run: async (context, rest) => await typed(part, context, rest),
      },
      [kind.commands.add]: {
        ...offered,
        summary: (texts) => part.say(texts).add,
        words: (texts) => {
          const { add, addSentences } = part.say(texts);
          return { label: add, sentences: addSentences };
        },
        hint: "[title]",
        asks: true,
        run: async (context, rest) => await addTyped(part, context, rest),
      },
    },
    actions: {
      [named(part, "list")]: async (context) => await listed(part, context, FIRST, "reply"),
      [named(part, "turn")]: async (context) =>
        await listed(part, context, readView(context.event.value), "replace"),
      [named(part, "find")]: (context) => Promise.resolve(askSearch(part, context)),
      [named(part, "show")]: handle(part, show),
      [named(part, "add")]: async (context) => await askNew(part, context),
      [named(part, "edit")]: handle(part, askEdit),
      [named(part, "to")]: handle(part, move),
      [named(part, "ask")]: handle(part, askPress),
      [named(part, "remove")]: handle(part, take),
      [named(part, "restore")]: handle(part, putBack),
      [named(part, "take")]: handle(part, takeFiles),
    },
    asks: ["find", "add", "edit", "ask"].map((what) => named(part, what)),
    forms: {
      [named(part, "form")]: {
        submit: handle(part, submit),
        ...(handlers.judge ? { change: async (context) => await rejudge(part, context) } : {}),
      },
      [named(part, "press")]: { submit: handle(part, submitPress) },
      [named(part, "find")]: {
        submit: async (context) =>
          await listed(part, context, viewFor(answer(context.event.answers, "words")), "reply"),
      },
    },
    pages: { [named(part, "page")]: async (context) => await openPage(part, context) },
    timers: {
      ...timers,
      ...(isTimed(part)
        ? {
            [named(part, "remind")]: async (context) => {
              await ring(part, context);
            },
            [named(part, "end")]: async (context) => {
              await end(part, context);
            },
          }
        : {}),
    },
    ...(isTimed(part)
      ? {
          reconcile: async (services) => {
            await reconcileTimes(part, services);
          },
        }
      : {}),
    ...(waits === undefined
      ? {}
      : {
          home: {
            order: HOME_ORDER,
            lines: async (context) => await waiting(part, context, waits),
          },
        }),
    ...(kind.of === "person"
      ? {
          personLeft: async ({ stores, person, now }) => {
            for (const { id } of await stores.records.unseen.ownedBy(kind.name, person.id))
              await stores.records.update(id, (record) => ({
                ...record,
                deleted: true,
                changedAt: now,
              }));
          },
        }
      : {}),
  };
}

/** Behind the list's command: nothing, a number, or what to look for. */
async function typed(
  part: Part,
  context: Context<EventOf<"command">>,
  rest: string,
): Promise<Outcome> {
  if (!looksLikeId(part.kind.prefix, rest))
    return await listed(part, context, viewFor(rest), "reply");
  const id = shortId(part.kind.prefix, rest);
  const seen = await seenBy(part, context, id);
  return seen
    ? { type: "reply", card: await recordCard(part, context, seen) }
    : notFound(context, id);
}

const listed = async (
  part: Part,
  context: Context,
  view: Parameters<typeof listCard>[2],
  type: "reply" | "replace",
): Promise<Outcome> => ({ type, card: await listCard(part, context, view) });

function askSearch(part: Part, { texts }: Pick<Context, "texts">): Outcome {
  const { records, common } = texts;
  const form: Form = {
    form: named(part, "find"),
    title: records.find,
    submit: records.find,
    cancel: common.cancel,
    context: "",
    inputs: [
      {
        type: "text",
        id: "words",
        label: part.say(texts).title,
        hint: records.findHint,
        maxLength: SEARCH_MAX,
      },
    ],
  };
  return { type: "ask", form };
}

/** How many wait for this person, with the way to them; nothing where none does. */
async function waiting(part: Part, context: Context<EventOf<"home">>, state: string) {
  const { stores, person, texts } = context;
  const standing = await standingOf(context, person);
  const { total } = await stores.records.list(
    seeingOf(part.kind, standing),
    { state, naming: person.id },
    { skip: 0, limit: 1 },
  );
  const say = part.say(texts);
  if (total === 0 || !say.waiting) return [];
  return [
    {
      title: say.waiting(total),
      button: {
        label: texts.records.show,
        action: named(part, "turn"),
        value: writeView({ ...FIRST, filter: "for" }),
        about: say.title,
      },
    },
  ];
}
