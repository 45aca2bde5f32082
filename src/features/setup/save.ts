/** The filled-in form of a partnership: read, stored, and told to those it concerns. */

import { actions, answer, chosen, heading, text, type Answers, type Block } from "../../card.ts";
import { typing } from "../../commands.ts";
import { localDate } from "../../time/calendar.ts";
import type { Context, EventOf } from "../../feature.ts";
import { isZone } from "../../time/local-time.ts";
import { withInvited } from "../../team/invitation.ts";
import {
  membersOf,
  partnersOf,
  sideOf,
  withChannel,
  type Partnership,
} from "../../team/partnership.ts";
import { addressIn, type Address, type Person, type Role, type Side } from "../../team/person.ts";
import { lookTimer } from "../../meetings/search.ts";
import type { Texts } from "../../texts/index.ts";
import type { Outcome } from "../../ports.ts";
import { CADENCES, elsewhereInput, type Wanted, SETUP } from "./form.ts";
import { found, foundsForOthers, mayFound, teamCalled } from "./found.ts";
import { tell } from "./news.ts";
import { TakenError } from "../../store.ts";
import { readForm } from "../../fields/read.ts";

type Submitted = Context<EventOf<"form">>;
type Problems = Readonly<Record<string, string>>;

export async function save(context: Submitted): Promise<Outcome> {
  const { stores, person, event, texts, timers, now } = context;
  const known = await stores.partnerships.find(event.context || startedBy(event.instance));
  const [current, started] = event.context ? [known, undefined] : [undefined, known];
  // The form of a new team comes again: by then it may be others' alone.
  const isTheirs = known ? sideOf(known, person.id) !== undefined : !event.context;
  if (!isTheirs && !(started && (await foundsForOthers(context)))) return notFound(texts);
  if (!known && !(await mayFound(context))) return await found(context, true);
  const wanted = await read(context, event.answers, current);
  if ("problems" in wanted) return { type: "invalid", problems: wanted.problems };

  try {
    // Who is new could not be told any more from a changed team that is stored: they hear of it before.
    if (current) await tell(context, teamWith(current, wanted, person.id), wanted, current);
    const partnership = await store(context, wanted, current);
    if (!partnership) return notFound(texts);
    if (!current) await tell(context, partnership, wantedIn(partnership, wanted), undefined);
    // A side that was empty may have somebody now.
    await timers.set(lookTimer(partnership.id, stores.districtId, now));
  } catch (error) {
    // Somebody chose the same channel at the same moment.
    if (!(error instanceof TakenError)) throw error;
    return { type: "invalid", problems: { channel: texts.setup.channelTaken } };
  }
  return {
    type: "reply",
    card: {
      title: current
        ? texts.setup.changedTitle(wanted.name)
        : texts.setup.startedTitle(wanted.name),
      body: [
        text(whatWaits(wanted, current, person, texts)),
        ...(current ? [text(texts.setup.startedNext)] : nextSteps(context)),
      ],
    },
  };
}

const notFound = ({ common }: Texts): Outcome => ({
  type: "reply",
  card: { title: common.notFoundHere, body: [] },
});

/** Ids follow from the form that was sent, so that a repeated delivery makes one partnership. */
const startedBy = (instance: string): string => `p-${instance}`;

/** What was asked for, as far as the team that was started is still so. */
const wantedIn = ({ libraryIds, itIds, channels }: Partnership, wanted: Wanted): Wanted => ({
  ...wanted,
  library: wanted.library.filter(({ id }) => libraryIds.includes(id)),
  it: wanted.it.filter(({ id }) => itIds.includes(id)),
  channel: wanted.channel && channels.includes(wanted.channel) ? wanted.channel : undefined,
});

/** Of a new team, as buttons: what makes the rest work. */
function nextSteps({ texts, declared }: Submitted): readonly Block[] {
  const steps = ["goal", "calendar import", "school goals"].flatMap(
    (words) => declared.commands.find((each) => each.words === words) ?? [],
  );
  return [
    heading(texts.finding.nextSteps),
    actions(...steps.map(({ words, command }) => typing(command.words(texts).label, words))),
  ];
}

/** What the team waits for: nobody named for IT yet, or the word of those who are new. */
function whatWaits(
  { library, it }: Wanted,
  current: Partnership | undefined,
  person: Person,
  { setup, locale }: Texts,
): string {
  if (it.length === 0) return setup.waitsForIt;
  const known = [person.id, ...(current ? partnersOf(current) : [])];
  const asked = [...library, ...it].filter(({ id }) => !known.includes(id));
  const names = asked.map(({ name }) => name);
  return names.length > 0
    ? setup.waitsForWord(new Intl.ListFormat(locale).format(names))
    : setup.waitsForNobody;
}

async function read(
  context: Submitted,
  answers: Answers,
  current: Partnership | undefined,
): Promise<Wanted | { readonly problems: Problems }> {
  const { stores, person, texts, event } = context;
  const { setup } = texts;
  const named = readForm(SETUP, context, { missing: { timezone: setup.badTimezone } });
  const channel = (answer(answers, "channel") || undefined) as Address | undefined;
  const library = await readSide(context, "library", current);
  const it = await readSide(context, "it", current);
  const everyone = [...library, ...it].map(({ id }) => id);
  const supervisors = await readSupervisors(context, current);
  const atChannel = channel ? await stores.partnerships.atChannel(channel) : undefined;
  const isForOthers = await foundsForOthers(context);
  const there =
    !current && named.type === "read"
      ? await teamCalled(context, named.values.school, startedBy(event.instance))
      : undefined;
  const problems = {
    ...(named.type === "invalid" ? named.problems : {}),
    ...(library.length > 0 ? {} : { library: setup.needLibrary }),
    ...(new Set(everyone).size === everyone.length ? {} : { it: setup.bothSides }),
    ...(current !== undefined || everyone.includes(person.id) || isForOthers
      ? {}
      : { library: setup.includeYourself }),
    ...(supervisors.some(({ id }) => everyone.includes(id))
      ? { supervisors: setup.supervisorIsPartner }
      : {}),
    ...(named.type === "read" && !isZone(named.values.timezone)
      ? { timezone: setup.badTimezone }
      : {}),
    ...(atChannel && ![current?.id, startedBy(event.instance)].includes(atChannel.id)
      ? { channel: setup.channelTaken }
      : {}),
    ...(channel || current?.channels.length ? {} : { channel: setup.channelHint }),
    ...(there ? { school: there } : {}),
    ...(await notFoundIn(context)),
  };
  if (named.type === "invalid" || Object.keys(problems).length > 0) return { problems };
  const { school: name, timezone, language: locale } = named.values;
  const every = answer(answers, "every");
  const meetsEvery = CADENCES.find((weeks) => String(weeks) === every);
  return { name, timezone, locale, channel, library, it, supervisors, meetsEvery };
}

/** Of an input for people: whom the platform knows. */
async function pickedIn({ event, meet }: Submitted, input: string): Promise<readonly Person[]> {
  const met = await Promise.all(
    chosen(event.answers, input).map((address) => meet(address as Address)),
  );
  return met.flatMap((person) => person ?? []);
}

/** Nobody who was chosen is left out without a word: at each input, how many cannot be found. */
async function notFoundIn(context: Submitted): Promise<Problems> {
  const { event, texts } = context;
  const found = await Promise.all(
    ["library", "it", "supervisors"].map(async (input) => {
      const known = await pickedIn(context, input);
      const missing = new Set(chosen(event.answers, input)).size - known.length;
      const names = new Intl.ListFormat(texts.locale).format(known.map(({ name }) => name));
      return missing > 0 ? [[input, texts.setup.notFoundPeople(missing, names)] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Those picked on this platform, and those of another one: who was there stays unless taken out. */
async function readSide(
  context: Submitted,
  side: Side,
  current: Partnership | undefined,
): Promise<readonly Person[]> {
  const { stores, event } = context;
  const here = await pickedIn(context, side);
  const change = answer(event.answers, elsewhereInput(side));
  const [added] = change.startsWith("+") ? await stores.people.findAll([change.slice(1)]) : [];
  const members = current ? await stores.people.findAll(membersOf(current, side)) : [];
  const there = members.filter(
    (member) => !addressIn(member, event.tenant) && change !== `-${member.id}`,
  );
  const all = [...here, ...there, ...(added ? [added] : [])];
  return all.filter(({ id }, n) => all.findIndex((other) => other.id === id) === n);
}

/** Those picked here, and those of another platform who were named before. */
async function readSupervisors(
  context: Submitted,
  current: Partnership | undefined,
): Promise<readonly Person[]> {
  const { stores, event } = context;
  const here = await pickedIn(context, "supervisors");
  const known = current ? await stores.people.findAll(current.supervisorIds) : [];
  const there = known.filter((person) => !addressIn(person, event.tenant));
  const all = [...here, ...there];
  return all.filter(({ id }, n) => all.findIndex((other) => other.id === id) === n);
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

const idsOf = (people: readonly Person[]): readonly string[] => people.map(({ id }) => id);

/** The partnership as it was filled in. */
function teamWith(partnership: Partnership, wanted: Wanted, byId: string): Partnership {
  const { channel, library, it, supervisors, meetsEvery } = wanted;
  const named = {
    ...partnership,
    ...(meetsEvery ? { meetsEvery } : {}),
    libraryIds: idsOf(library),
    itIds: idsOf(it),
    supervisorIds: idsOf(supervisors),
  };
  const team = withInvited(named, partnersOf(partnership), byId);
  return channel ? withChannel(team, channel) : team;
}

/** A team that was started stays as it is. @returns undefined when it is no longer theirs to change. */
async function store(
  { stores, event, now, person }: Submitted,
  wanted: Wanted,
  current: Partnership | undefined,
): Promise<Partnership | undefined> {
  const { name, timezone, locale } = wanted;
  await giveRole({ stores }, wanted.library, "school_librarian");
  await giveRole({ stores }, wanted.it, "it_technician");
  if (current) {
    const last = { isTheirs: false };
    const changed = await stores.partnerships.update(current.id, (known) => {
      last.isTheirs = sideOf(known, person.id) !== undefined;
      return last.isTheirs ? teamWith(known, wanted, person.id) : known;
    });
    if (!last.isTheirs) return undefined;
    const said = { name, timezone, locale };
    await stores.schools.update(current.schoolId, (known) => ({ ...known, ...said }));
    return changed;
  }
  const schoolId = `s-${event.instance}`;
  const learningGoals: readonly string[] = [];
  await stores.schools.add({
    id: schoolId,
    name,
    timezone,
    locale,
    calendarId: null,
    learningGoals,
  });
  const added: Partnership = {
    id: startedBy(event.instance),
    schoolId,
    libraryIds: [],
    itIds: [],
    supervisorIds: [],
    channels: [],
    closed: [],
    series: null,
    cycle: schoolYearOf(now, timezone),
  };
  return await stores.partnerships.add(teamWith(added, wanted, person.id));
}

/** "2026-27" until the school has a calendar that names its years (CAL-6). */
function schoolYearOf(now: Date, timezone: string): string {
  const [year = "", month = ""] = localDate(now, timezone).split("-");
  const first = Number(year) - (Number(month) < 7 ? 1 : 0);
  return `${String(first)}-${String((first + 1) % 100).padStart(2, "0")}`;
}
