/** The form of a kind: to add records, to change one, and what is done when it comes back. */

import { notFound } from "../access.ts";
import { answer, type Answers, type Form } from "../card.ts";
import { isList, standsIn, withAnswer } from "../fields/draw.ts";
import type { Fields, FieldValue } from "../fields/field.ts";
import { formOf } from "../fields/form.ts";
import { readForm } from "../fields/read.ts";
import type { Context, EventOf } from "../feature.ts";
import { lengthOf, oneLine, shorten } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import { localDate } from "../time/calendar.ts";
import { askedOf, readingOf, withUnseen, type Filled } from "./filling.ts";
import { formFields, type AnyKind } from "./kind.ts";
import { named, seenBy, type Judged, type Part } from "./part.ts";
import { placesFor, SCOPE, scopeInput, type Place } from "./places.ts";
import { newRecord, refill, type KeptRecord } from "./record.ts";
import { standingOf, type Standing } from "./rights.ts";
import { manyCard, recordCard } from "./show.ts";
import { setTimes } from "./times.ts";

/** Whose it is, what stands in it, and the one it changes. */
interface Setting {
  readonly standing: Standing;
  readonly places: readonly Place[];
  readonly record: KeptRecord | undefined;
}

/** What the form asks for; a new one may take several of one field. */
function fieldsOf(kind: AnyKind, record: KeptRecord | undefined): Fields {
  const { each } = kind;
  const fields = formFields(kind);
  return each && !record
    ? { ...fields, [each.field]: { type: "addresses", max: each.most } }
    : fields;
}

export async function askNew(part: Part, context: Context, given: Filled = {}): Promise<Outcome> {
  const standing = await standingOf(context, context.person);
  const places = await placesFor(part, context, standing);
  if (places.length === 0) return mayNot(context);
  const values = { ...startOf(part, context), ...given };
  const setting: Setting = { standing, places, record: undefined };
  return { type: "ask", form: await formFor(part, context, setting, values) };
}

const mayNot = ({ texts }: Pick<Context, "texts">): Outcome => ({
  type: "reply",
  card: { title: texts.records.mayNot, body: [] },
});

export async function askEdit(part: Part, context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event } = context;
  const seen = await seenBy(part, context, event.value);
  if (!seen || seen.record.deleted || !seen.mayChange) return notFound(context, event.value);
  const { record, standing } = seen;
  const setting: Setting = { standing, places: [], record };
  return { type: "ask", form: await formFor(part, context, setting, record.values) };
}

/** Adds one from the words behind the command, where its title is all that it needs. */
export async function addTyped(
  part: Part,
  context: Context<EventOf<"command">>,
  typed: string,
): Promise<Outcome> {
  const { kind } = part;
  const title = oneLine(typed);
  const field = kind.fields[kind.title];
  const max = field && "max" in field ? field.max : 0;
  const needsMore = Object.entries(formFields(kind)).some(
    ([id, each]) => id !== kind.title && !each.optional,
  );
  const standing = await standingOf(context, context.person);
  const [place, ...others] = await placesFor(part, context, standing);
  if (!title || !place || others.length > 0 || needsMore || lengthOf(title) > max)
    return await askNew(part, context, { [kind.title]: shorten(title, max) });
  return await keep(part, context, context.event.id, {
    scopeId: place.id,
    values: { [kind.title]: title },
  });
}

/** The form as it should be after something in it that is judged has changed. */
export async function rejudge(
  part: Part,
  context: Context<EventOf<"change">>,
): Promise<Form | undefined> {
  const setting = await settingOf(part, context);
  return setting && (await formFor(part, context, setting, {}, context.event.answers));
}

/** Undefined for a record that this person may not change. */
async function settingOf(
  part: Part,
  context: Context<EventOf<"change"> | EventOf<"form">>,
): Promise<Setting | undefined> {
  const { event } = context;
  if (event.context === "") {
    const standing = await standingOf(context, context.person);
    return { standing, places: await placesFor(part, context, standing), record: undefined };
  }
  const seen = await seenBy(part, context, event.context);
  return seen?.mayChange && !seen.record.deleted
    ? { standing: seen.standing, places: [], record: seen.record }
    : undefined;
}

export async function submit(part: Part, context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, stores, texts, now } = context;
  const { kind } = part;
  const setting = await settingOf(part, context);
  if (!setting) return notFound(context, event.context);
  const { standing, places, record } = setting;
  if (!record && places.length === 0) return mayNot(context);
  const scopeId = scopeIn(setting, event.answers);
  const fields = fieldsOf(kind, record);
  const reading = await readingOf(part, context, standing, event.answers);
  const read = readForm(fields, context, reading);
  const judged = await judge(part, context, setting, event.answers);
  const problems = {
    ...(scopeId === undefined ? { [SCOPE]: texts.chat.chooseOne } : {}),
    ...judged.problems,
    ...(read.type === "invalid" ? read.problems : {}),
  };
  if (read.type === "invalid" || scopeId === undefined || Object.keys(problems).length > 0)
    return { type: "invalid", problems };
  const filled = { ...read.values, ...judged.values };
  if (!record)
    return await keep(part, context, event.instance, {
      scopeId,
      values: filled,
      ...(judged.state === undefined ? {} : { state: judged.state }),
    });
  const values = await withUnseen(context, part, record, filled);
  const saved = await stores.records.update(record.id, (current) =>
    kind.changeIn?.includes(current.state) === false ? current : refill(kind, current, values, now),
  );
  return saved ? await told(part, context, [saved]) : notFound(context, event.context);
}

function scopeIn({ places, record }: Setting, answers: Answers): string | undefined {
  if (record) return record.scopeId;
  const chosen = answer(answers, SCOPE);
  const [only, ...others] = places;
  return (places.find(({ id }) => id === chosen) ?? (others.length === 0 ? only : undefined))?.id;
}

const NOTHING: Judged = {};

async function judge(
  part: Part,
  context: Context,
  setting: Setting,
  answers: Answers,
): Promise<Judged> {
  const { judge: rule } = part.handlers;
  if (!rule) return NOTHING;
  const { record, standing } = setting;
  const reading = await readingOf(part, context, standing, answers);
  const filled = { ...context, event: { answers } };
  const each = Object.entries(fieldsOf(part.kind, record)).map(([id, field]) => {
    const read = readForm({ [id]: field }, filled, reading);
    return read.type === "read" ? read.values : {};
  });
  const values = Object.assign({}, ...each) as Readonly<Record<string, FieldValue>>;
  return await rule.of(context, { scopeId: scopeIn(setting, answers), values, answers, record });
}

/** What one form makes: as many records as it has of what it takes several of; once, however often it arrives. */
async function keep(
  part: Part,
  context: Context,
  origin: string,
  made: Pick<KeptRecord, "scopeId" | "values"> & { readonly state?: string },
): Promise<Outcome> {
  const { stores, person, now } = context;
  const { kind } = part;
  const whole = `${kind.name}/${origin}`;
  const several = kind.each ? made.values[kind.each.field] : undefined;
  const rows = isList(several) ? several : [undefined];
  const records: KeptRecord[] = [];
  for (const [n, one] of rows.entries())
    records.push(
      await stores.records.create(
        kind.prefix,
        newRecord(kind, {
          ...made,
          values: { ...made.values, ...(kind.each && one ? { [kind.each.field]: one } : {}) },
          byId: person.id,
          origin: kind.each ? `${whole}/${String(n)}` : whole,
          ...(kind.each ? { group: whole } : {}),
          at: now,
        }),
      ),
    );
  return await told(part, context, records);
}

async function told(
  part: Part,
  context: Context,
  records: readonly KeptRecord[],
): Promise<Outcome> {
  for (const record of records) {
    await setTimes(part, context, record);
    await part.handlers.kept?.(context, record);
  }
  const said = (await part.handlers.said?.(context, records)) ?? [];
  const say = part.say(context.texts);
  const seen = await Promise.all(records.map(async ({ id }) => await seenBy(part, context, id)));
  const [first, ...others] = seen.flatMap((each) => each ?? []);
  const title =
    records.length > 1 && say.savedMany
      ? say.savedMany(records.length)
      : say.saved(records[0]?.id ?? "");
  if (!first) return { type: "reply", card: { title, body: said } };
  const card =
    others.length > 0
      ? manyCard(part, context.texts, [first, ...others], title)
      : await recordCard(part, context, first, title);
  return { type: "reply", card: { ...card, body: [...said, ...card.body] } };
}

/** What stands in a new one: a day that is past is mostly today. */
function startOf({ kind }: Part, { now, person }: Context): Filled {
  return Object.fromEntries(
    Object.entries(kind.fields).flatMap(([id, field]) =>
      field.type === "day" && field.past ? [[id, localDate(now, person.timezone)]] : [],
    ),
  );
}

/** @param answers what was typed so far, which stands in it again. */
async function formFor(
  part: Part,
  context: Context,
  setting: Setting,
  values: Filled,
  answers?: Answers,
): Promise<Form> {
  const { texts, person } = context;
  const { standing, places, record } = setting;
  const fields = fieldsOf(part.kind, record);
  const ask = await askedOf(part, context, standing, values, fields);
  const where = {
    chosen: places.find(({ id }) => id === person.schoolId)?.id,
    isLive: part.handlers.judge !== undefined,
  };
  const drawn = ({ readings = {}, inputs = [] }: Judged): Form =>
    formOf(texts, fields, {
      form: named(part, "form"),
      title: part.say(texts).add,
      context: record?.id ?? "",
      before: places.length > 1 ? [scopeInput(places, texts.common.chooseSchool, where)] : [],
      ask: Object.fromEntries(
        Object.entries(ask).map(([id, asking]) => {
          const reading = readings[id];
          return [id, reading === undefined ? asking : { ...asking, reading }];
        }),
      ),
      values,
      after: inputs,
    });
  const standsNow = answers ?? standsIn(drawn(NOTHING).inputs);
  const form = drawn(await judge(part, context, setting, standsNow));
  return answers
    ? { ...form, inputs: form.inputs.map((input) => withAnswer(input, answers)) }
    : form;
}
