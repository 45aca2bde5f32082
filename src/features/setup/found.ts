/** Before a team is founded: whether there is one already, and who may (`District.founders`). */

import { actions, muted, text, type Block, type Card } from "../../card.ts";
import type { Context, EventOf } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { readHeld, holds } from "../../rights.ts";
import { partnersOf, type Partnership } from "../../team/partnership.ts";
import type { Person } from "../../team/person.ts";
import { tellPeople } from "../../telling/tell.ts";
import type { Texts } from "../../texts/index.ts";
import { localDate } from "../../time/calendar.ts";
import { standingOf } from "../../finding/standing.ts";
import { notFound } from "../../access.ts";
import type { Right } from "../../team/grant.ts";
import { setupForm } from "./form.ts";

/** They may found a team for others, and where the district says so nobody else may. */
const FOUNDERS: readonly Right[] = ["district_library_coordinator", "administrator"];
/** Somebody reads along in few; the others stand behind the form's own refusal. */
const MOST_SHOWN = 5;

type Asking = Pick<Context, "stores" | "person">;

export const foundsForOthers = async (asking: Asking): Promise<boolean> =>
  await holds(asking, ...FOUNDERS);

export const mayFound = async (asking: Asking): Promise<boolean> =>
  (await asking.stores.district())?.founders !== "district" || (await foundsForOthers(asking));

/**
 * The form of a new team; or, kindly, why there is none and whom to ask.
 * @param isWanted they saw that there is a team, and mean another school.
 */
export async function found(context: Context, isWanted = false): Promise<Outcome> {
  const { texts } = context;
  if (!isWanted) {
    const { read } = await standingOf(context);
    if (read.length > 0 && !(await foundsForOthers(context)))
      return { type: "reply", card: await readAlong(context, read) };
  }
  if (await mayFound(context)) return { type: "ask", form: await setupForm(context, undefined) };
  const founders = await foundersOf(context);
  const card: Card = {
    title: texts.setup.foundedByDistrict,
    body:
      founders.length > 0
        ? [
            text(texts.setup.whoFounds(listed(founders, texts))),
            actions({ label: texts.setup.askFounders, action: "setup.ask_founders", value: "" }),
          ]
        : [text(texts.setup.nobodyFounds)],
  };
  return { type: "reply", card };
}

async function readAlong({ stores, texts }: Context, teams: readonly Partnership[]): Promise<Card> {
  const { setup } = texts;
  const shown = await Promise.all(
    teams.slice(0, MOST_SHOWN).map(async (team): Promise<readonly Block[]> => {
      const { name, members } = await whoIsIn(stores, team, texts);
      return [
        text(setup.hasTeam(name, members)),
        actions({ label: setup.askIn, action: "setup.ask_in", value: team.id, about: name }),
      ];
    }),
  );
  return {
    title: setup.youRead,
    body: [...shown.flat(), actions({ label: setup.another, action: "setup.open", value: "" })],
  };
}

async function whoIsIn(
  stores: Context["stores"],
  team: Partnership,
  texts: Texts,
): Promise<{ readonly name: string; readonly members: string }> {
  const ids = partnersOf(team);
  const [school, found] = await Promise.all([
    stores.schools.find(team.schoolId),
    stores.people.findAll(ids),
  ]);
  const people = ids.flatMap((id) => found.find((person) => person.id === id) ?? []);
  return { name: school?.name ?? "", members: listed(people, texts) };
}

const listed = (people: readonly Person[], { locale }: Texts): string =>
  new Intl.ListFormat(locale).format(people.map(({ name }) => name));

/** The team of a school that is called so, however it is written. @returns what to say at the name. */
export async function teamCalled(
  { stores, texts }: Pick<Context, "stores" | "texts">,
  name: string,
  own: string | undefined,
): Promise<string | undefined> {
  const teams = (await stores.partnerships.all()).filter(({ id }) => id !== own);
  const schools = await stores.schools.findAll([...new Set(teams.map((team) => team.schoolId))]);
  const same = schools.find((school) => ALIKE.compare(school.name, name) === 0);
  const team = teams.find(({ schoolId }) => schoolId === same?.id);
  if (!team) return undefined;
  const { members } = await whoIsIn(stores, team, texts);
  return texts.setup.schoolHasTeam(same?.name ?? name, members);
}

/** Capitals, accents, blanks and full stops make no other school. */
const ALIKE = new Intl.Collator("en", { sensitivity: "base", ignorePunctuation: true });

/** Somebody who reads along would like to be in: the partners hear so, once a day at most. */
export async function askIn(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { event, stores, person, texts, now } = context;
  const team = (await standingOf(context)).read.find(({ id }) => id === event.value);
  if (!team) return notFound(context, event.value);
  const { name, members } = await whoIsIn(stores, team, texts);
  const key = `setup.wants_in/${team.id}/${person.id}/${localDate(now, person.timezone)}`;
  await tellPeople(context, partnersOf(team), { key, kind: "setup.wants_in" }, ({ setup }) => ({
    title: setup.wantsIn(person.name, name),
    body: [
      actions({ label: setup.changeTeam, action: "setup.open", value: team.id, about: name }),
      muted(setup.wantsInWhy),
    ],
  }));
  return { type: "replace", card: { title: texts.setup.asked(members), body: [] } };
}

/** Those who may found a team hear that somebody would like one, once a day at most. */
export async function askFounders(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { person, texts, now } = context;
  const founders = await foundersOf(context);
  const key = `setup.wanted/${person.id}/${localDate(now, person.timezone)}`;
  await tellPeople(
    context,
    founders.map(({ id }) => id),
    { key, kind: "setup.wanted" },
    ({ setup }) => ({
      title: setup.wantsTeam(person.name),
      body: [
        actions({ label: setup.greetingSetUp, action: "setup.open", value: "" }),
        muted(setup.wantsTeamWhy),
      ],
    }),
  );
  const title =
    founders.length > 0 ? texts.setup.asked(listed(founders, texts)) : texts.setup.nobodyFounds;
  return { type: "replace", card: { title, body: [] } };
}

async function foundersOf(asking: Pick<Context, "stores">): Promise<readonly Person[]> {
  const { grants, people } = await readHeld(asking);
  const ids = grants.flatMap(({ right, personId }) => (FOUNDERS.includes(right) ? [personId] : []));
  return [...new Set(ids)].flatMap((id) => people.get(id) ?? []);
}
