/** A partnership is started or changed: who stands on each side, and where shared things are posted. */

import { actions, answer, muted, text, type Answers, type Card, type Form } from "../card.ts";
import { notFound, partnershipFor, partnershipsMeant } from "../access.ts";
import { localDate } from "../time/calendar.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { isZone } from "../time/local-time.ts";
import { firstDigestTimer } from "../nudge/nudge.ts";
import { partnersOf, sideOf, type Partnership } from "../team/partnership.ts";
import { LOCALES, type Address, type Locale, type Person, type Role } from "../team/person.ts";
import { isBlank, lengthOf, oneLine } from "../plain-text.ts";
import type { Outcome } from "../ports.ts";
import { textsFor, type Texts } from "../texts/index.ts";

/** In code points. */
const NAME_LIMIT = 100;

export const setupFeature: Feature = {
  name: "setup",
  commands: {
    setup: {
      summary: ({ setup }) => setup.summary,
      run: setUp,
    },
  },
  actions: { "setup.open": openSetup },
  forms: { setup: { submit: save } },
};

/** The team of the channel, or a person's only one; else they choose, also to start another. */
async function setUp(context: Context<EventOf<"command">>): Promise<Outcome> {
  const { stores, texts, event } = context;
  const meant = (await partnershipsMeant(context)).map(({ partnership }) => partnership);
  const [first] = meant;
  const isMeant = meant.length === 1 && [null, first?.channel].includes(event.channel);
  if (!first || isMeant) return { type: "ask", form: await setupForm(context, first) };
  const schools = await stores.schools.findAll(meant.map(({ schoolId }) => schoolId));
  const buttons = meant.map(({ id, schoolId }) => ({
    label: schools.find((school) => school.id === schoolId)?.name ?? id,
    action: "setup.open",
    value: id,
  }));
  const another = { label: texts.setup.another, action: "setup.open", value: "" };
  return {
    type: "reply",
    card: { title: texts.common.chooseSchool, body: [actions(...buttons, another)] },
  };
}

async function openSetup(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { value } = context.event;
  if (value === "") return { type: "ask", form: await setupForm(context, undefined) };
  const mine = await partnershipFor(context, value);
  return mine
    ? { type: "ask", form: await setupForm(context, mine.partnership) }
    : notFound(context, value);
}

async function setupForm(
  { stores, person, texts, event }: Context,
  partnership: Partnership | undefined,
): Promise<Form> {
  const { setup, common } = texts;
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  const addresses = async (ids: readonly string[]) =>
    (await stores.people.findAll(ids)).flatMap(({ addresses: [primary] }) => primary ?? []);
  const channel = partnership?.channel ?? event.channel;
  return {
    form: "setup",
    title: setup.formTitle,
    submit: common.save,
    cancel: common.cancel,
    context: partnership?.id ?? "",
    inputs: [
      {
        type: "text",
        id: "school",
        label: setup.school,
        value: school?.name ?? "",
        maxLength: NAME_LIMIT,
      },
      {
        type: "people",
        id: "library",
        label: setup.libraryPeople,
        value: await addresses(partnership?.libraryIds ?? []),
      },
      {
        type: "people",
        id: "it",
        label: setup.itPeople,
        value: await addresses(partnership?.itIds ?? []),
      },
      {
        type: "channel",
        id: "channel",
        label: setup.channel,
        hint: setup.channelHint,
        ...(channel ? { value: channel } : {}),
      },
      {
        type: "text",
        id: "timezone",
        label: setup.timezone,
        hint: setup.timezoneHint,
        value: school?.timezone ?? person.timezone,
      },
      {
        type: "choice",
        id: "language",
        label: setup.language,
        value: school?.locale ?? person.locale,
        options: LOCALES.map((value) => ({ label: setup.languages[value], value })),
        open: true,
      },
    ],
  };
}

interface Wanted {
  readonly name: string;
  readonly timezone: string;
  readonly locale: Locale;
  readonly channel: Address;
  readonly library: readonly Person[];
  readonly it: readonly Person[];
}

async function save(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { stores, person, event, texts } = context;
  const current = event.context ? await stores.partnerships.find(event.context) : undefined;
  if (event.context && !(current && sideOf(current, person.id)))
    return { type: "reply", card: { title: texts.common.notFoundHere, body: [] } };
  const wanted = await read(context, event.answers, current);
  if ("problems" in wanted) return { type: "invalid", problems: wanted.problems };

  // Who is new could not be told any more from a changed team that is stored: they hear of it before.
  if (current) await tell(context, current.id, wanted, current);
  await store(context, wanted, current);
  if (!current) await tell(context, `p-${event.instance}`, wanted, undefined);
  return {
    type: "reply",
    card: {
      title: current
        ? texts.setup.changedTitle(wanted.name)
        : texts.setup.startedTitle(wanted.name),
      body: [text(texts.setup.startedNext)],
    },
  };
}

async function read(
  context: Context<EventOf<"form">>,
  answers: Answers,
  current: Partnership | undefined,
): Promise<Wanted | { readonly problems: Readonly<Record<string, string>> }> {
  const { stores, person, texts, event } = context;
  const { setup, common } = texts;
  const name = oneLine(answer(answers, "school"));
  const timezone = answer(answers, "timezone");
  const language = answer(answers, "language");
  const channel = answer(answers, "channel") as Address;
  const library = await meetAll(context, answers["library"]);
  const it = await meetAll(context, answers["it"]);
  const everyone = [...library, ...it].map(({ id }) => id);
  const atChannel = channel ? await stores.partnerships.atChannel(channel) : undefined;
  const problems = {
    ...(isBlank(name) ? { school: common.empty } : {}),
    ...(lengthOf(name) > NAME_LIMIT ? { school: common.tooLong(NAME_LIMIT) } : {}),
    ...(library.length > 0 ? {} : { library: setup.needLibrary }),
    ...(it.length > 0 ? {} : { it: setup.needIt }),
    ...(new Set(everyone).size === everyone.length ? {} : { it: setup.bothSides }),
    ...(current !== undefined ||
    everyone.includes(person.id) ||
    person.role === "district_library_coordinator"
      ? {}
      : { library: setup.includeYourself }),
    ...(isZone(timezone) ? {} : { timezone: setup.badTimezone }),
    ...(atChannel && ![current?.id, `p-${event.instance}`].includes(atChannel.id)
      ? { channel: setup.channelTaken }
      : {}),
    ...(channel ? {} : { channel: setup.channelHint }),
  };
  if (Object.keys(problems).length > 0) return { problems };
  const locale = LOCALES.find((value) => value === language) ?? person.locale;
  return { name, timezone, locale, channel, library, it };
}

/** The people chosen on the platform. */
async function meetAll(
  { meet }: Context,
  chosen: string | readonly string[] | undefined,
): Promise<readonly Person[]> {
  const addresses = typeof chosen === "string" ? [] : (chosen ?? []);
  const people = await Promise.all(addresses.map((address) => meet(address as Address)));
  return people.flatMap((person) => person ?? []);
}

/** A role is given to those who had none. */
async function giveRole(
  { stores }: Pick<Context, "stores">,
  people: readonly Person[],
  role: Role,
): Promise<void> {
  for (const { id } of people)
    await stores.people.update(id, (known) =>
      known.role === "staff" ? { ...known, role } : known,
    );
}

/** Ids follow from the form that was sent, so that a repeated delivery makes one partnership. */
async function store(
  { stores, event, now }: Context<EventOf<"form">>,
  { name, timezone, locale, channel, library, it }: Wanted,
  current: Partnership | undefined,
): Promise<void> {
  await giveRole({ stores }, library, "school_librarian");
  await giveRole({ stores }, it, "it_technician");
  const sides = {
    channel,
    libraryIds: library.map(({ id }) => id),
    itIds: it.map(({ id }) => id),
  };
  const schoolId = current?.schoolId ?? `s-${event.instance}`;
  await stores.schools.add({
    id: schoolId,
    name,
    timezone,
    locale,
    calendarId: null,
    learningGoals: [],
  });
  await stores.schools.update(schoolId, (known) => ({
    ...known,
    name,
    timezone,
    locale,
  }));
  const id = current?.id ?? `p-${event.instance}`;
  await stores.partnerships.add({
    id,
    schoolId,
    ...sides,
    supervisorIds: [],
    series: null,
    cycle: schoolYearOf(now, timezone),
  });
  await stores.partnerships.update(id, (known) => ({ ...known, ...sides }));
}

/** "2026-27" until the school has a calendar that names its years (CAL-6). */
function schoolYearOf(now: Date, timezone: string): string {
  const [year = "", month = ""] = localDate(now, timezone).split("-");
  const first = Number(year) - (Number(month) < 7 ? 1 : 0);
  return `${String(first)}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** Those who were added hear of it once; the channel too when it is a new one. */
async function tell(
  { stores, outbox, timers, person, now }: Context,
  partnershipId: string,
  { name, timezone, locale, channel, library, it }: Wanted,
  before: Partnership | undefined,
): Promise<void> {
  const known = before ? partnersOf(before) : [];
  for (const added of [...library, ...it].filter(({ id }) => !known.includes(id))) {
    await timers.set(firstDigestTimer(added, stores.districtId, now));
    const [address] = added.addresses;
    if (address && added.id !== person.id)
      await outbox.post({
        key: `setup.welcome/${partnershipId}/${added.id}`,
        kind: "setup.welcome",
        to: address,
        card: welcomeCard(textsFor(added.locale, added.timezone), name, person),
      });
  }
  if (channel !== before?.channel)
    await outbox.post({
      key: `setup.channel/${partnershipId}/${channel}`,
      kind: "setup.channel",
      to: channel,
      card: channelCard(textsFor(locale, timezone), library, it),
    });
}

const welcomeCard = ({ setup }: Texts, school: string, by: Person): Card => ({
  title: setup.welcomeTitle(school),
  body: [text(setup.welcomeBody(by.name)), muted(setup.welcomeStop)],
});

function channelCard(
  { setup, locale }: Texts,
  library: readonly Person[],
  it: readonly Person[],
): Card {
  const names = (people: readonly Person[]) =>
    new Intl.ListFormat(locale).format(people.map(({ name }) => name));
  return { title: setup.channelTitle, body: [text(setup.channelBody(names(library), names(it)))] };
}
