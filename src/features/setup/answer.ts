/** Somebody who was named for a team says yes, not them, or later. The team starts when both sides said yes. */

import { notFound, partnershipFor } from "../../access.ts";
import { actions, answer, muted, text, type Block, type Card } from "../../card.ts";
import { ANNOUNCED_AT } from "../../check-in/check-in.ts";
import type { Context, EventOf, TimerContext } from "../../feature.ts";
import { lookTimer } from "../../meetings/search.ts";
import type { Outcome } from "../../ports.ts";
import { readPlace } from "../../here/here.ts";
import { tellPeople } from "../../telling/tell.ts";
import {
  answerInvitation,
  declineInvitation,
  hasAccepted,
  isWaitingFor,
  IT_ROLES,
} from "../../team/invitation.ts";
import { membersOf, partnersOf, sideOf, type Partnership } from "../../team/partnership.ts";
import { reachedAt, type Person, type Role } from "../../team/person.ts";
import { holds } from "../../rights.ts";
import { rightOf } from "../../team/grant.ts";
import { askForRight } from "../rights/give.ts";
import { schoolDays } from "../../here/school-days.ts";
import type { School } from "../../team/school.ts";
import { textsFor, type Texts } from "../../texts/index.ts";
import { addWorkingDays, instantAt, localDate } from "../../time/calendar.ts";
import { pick } from "../../fields/field.ts";
import { formOf } from "../../fields/form.ts";

type Pressed = Context<EventOf<"action">>;

/** Somebody who has no time now is asked once more, and then no more. */
const ASKED_AGAIN_WORKING_DAYS = 5;

/** In the first message to them, and in the one that asks again. */
export const invitationBlocks = ({ id }: Partnership, school: string, { setup }: Texts) => [
  text(setup.inviteBody),
  actions(
    {
      label: setup.accept,
      action: "setup.accept",
      value: id,
      about: school,
      style: "primary" as const,
    },
    { label: setup.notMe, action: "setup.decline", value: id, about: school },
    { label: setup.later, action: "setup.later", value: id, about: school },
  ),
];

export async function accept(context: Pressed): Promise<Outcome> {
  const { event, stores, person, timers, now } = context;
  const mine = await partnershipFor(context, event.value);
  if (!mine || !sideOf(mine.partnership, person.id)) return notFound(context, event.value);
  const { id } = mine.partnership;
  const partnership =
    (await stores.partnerships.update(id, (current) =>
      answerInvitation(current, person.id, "accepted"),
    )) ?? mine.partnership;
  const { school } = await readPlace(context, partnership);
  await timers.set(lookTimer(id, stores.districtId, now));
  return { type: "replace", card: acceptedCard(partnership, school, person, context.texts) };
}

function acceptedCard(
  partnership: Partnership,
  school: School,
  { id, role }: Person,
  { setup, people, protocol }: Texts,
): Card {
  const side = sideOf(partnership, id) ?? "library";
  const sides = ["library", "it"] as const;
  const empty = sides.find((each) => membersOf(partnership, each).length === 0);
  const waiting = sides.find((each) => isWaitingFor(partnership, each));
  const next = waiting ? setup.acceptedWaits(protocol.sides[waiting]) : setup.acceptedNext;
  return {
    title: setup.acceptedTitle(school.name),
    body: [
      text(empty ? protocol.nobody[empty] : next),
      ...(side === "it"
        ? [
            text(setup.roleIs(people.roles[role])),
            actions({
              label: setup.changeRole,
              action: "setup.role",
              value: partnership.id,
              about: school.name,
            }),
          ]
        : []),
      muted(setup.welcomeStop),
    ],
  };
}

export async function decline(context: Pressed): Promise<Outcome> {
  const { event, stores, person, texts } = context;
  const mine = await partnershipFor(context, event.value);
  const own = mine && sideOf(mine.partnership, person.id) ? mine : undefined;
  // Pressed twice: they are out of it already.
  if (!own) return { type: "replace", card: { title: texts.setup.declined, body: [] } };
  const { partnership } = own;
  if (hasAccepted(partnership, person.id))
    return { type: "reply", card: { title: texts.setup.alreadyIn, body: [] } };
  const others = partnersOf(partnership).filter((id) => id !== person.id);
  const { school } = await schoolDays(stores, partnership.schoolId);
  await tellPeople(
    context,
    others,
    { key: `setup.declined/${partnership.id}/${person.id}`, kind: "setup.declined" },
    ({ setup }) => ({
      title: setup.declinedNews(person.name, school.name),
      body: [
        text(setup.declinedBody),
        actions({
          label: setup.chooseOther,
          action: "setup.open",
          value: partnership.id,
          about: school.name,
        }),
      ],
    }),
  );
  await stores.partnerships.update(partnership.id, (current) =>
    declineInvitation(current, person.id),
  );
  return { type: "replace", card: { title: texts.setup.declined, body: [] } };
}

export async function later(context: Pressed): Promise<Outcome> {
  const { event, stores, person, texts, timers, now } = context;
  const mine = await partnershipFor(context, event.value);
  if (!mine || !sideOf(mine.partnership, person.id)) return notFound(context, event.value);
  const { partnership } = mine;
  if (hasAccepted(partnership, person.id))
    return { type: "reply", card: { title: texts.setup.alreadyIn, body: [] } };
  await stores.partnerships.update(partnership.id, (current) =>
    answerInvitation(current, person.id, "later"),
  );
  const { school, week } = await schoolDays(stores, partnership.schoolId);
  const today = localDate(now, school.timezone);
  await timers.set({
    key: `setup.again/${partnership.id}/${person.id}`,
    at: instantAt(
      addWorkingDays(today, ASKED_AGAIN_WORKING_DAYS, week),
      ANNOUNCED_AT,
      school.timezone,
    ),
    name: "setup.again",
    districtId: stores.districtId,
    id: `${partnership.id}|${person.id}`,
  });
  return {
    type: "replace",
    card: {
      title: texts.setup.laterTitle,
      body: [
        text(texts.setup.laterBody),
        ...invitationBlocks(partnership, school.name, texts).slice(1),
      ],
    },
  };
}

export async function askAgain({ stores, outbox, id }: TimerContext): Promise<void> {
  const [partnershipId = "", personId = ""] = id.split("|");
  const partnership = await stores.partnerships.find(partnershipId);
  const person = await stores.people.find(personId);
  const to = person && reachedAt(person);
  if (!partnership || !to || !person.active || !sideOf(partnership, personId)) return;
  if (hasAccepted(partnership, personId)) return;
  const { school } = await schoolDays(stores, partnership.schoolId);
  const texts = textsFor(person.locale, person.timezone);
  await outbox.post({
    key: `setup.again/${partnershipId}/${personId}`,
    kind: "setup.again",
    to,
    card: {
      title: texts.setup.againTitle(school.name),
      body: [...invitationBlocks(partnership, school.name, texts), muted(texts.setup.againWhy)],
    },
  });
}

const ROLE = { role: pick };

export async function askRole(context: Pressed): Promise<Outcome> {
  const { event, person, texts } = context;
  const mine = await partnershipFor(context, event.value);
  if (mine?.side !== "it") return notFound(context, event.value);
  const { setup, people } = texts;
  const options = IT_ROLES.map((value) => ({ label: people.roles[value], value }));
  const form = formOf(texts, ROLE, {
    form: "setup.role",
    title: setup.roleTitle,
    context: mine.partnership.id,
    ask: { role: { label: setup.roleLabel, options, open: true } },
    values: { role: IT_ROLES.includes(person.role) ? person.role : "it_technician" },
  });
  return { type: "ask", form };
}

export async function saveRole(context: Context<EventOf<"form">>): Promise<Outcome> {
  const { event, person, stores, texts } = context;
  const mine = await partnershipFor(context, event.context);
  if (mine?.side !== "it") return notFound(context, event.context);
  const role = IT_ROLES.find((each) => each === answer(event.answers, "role"));
  if (!role) return { type: "invalid", problems: { role: texts.common.empty } };
  await stores.people.update(person.id, (known) =>
    known.role === role ? known : { ...known, role },
  );
  return {
    type: "reply",
    card: {
      title: texts.setup.roleIs(texts.people.roles[role]),
      body: await rightBeside(context, role),
    },
  };
}

/** What somebody calls themselves gives no right; whoever may give the one that goes with it is asked. */
async function rightBeside(context: Context, role: Role): Promise<readonly Block[]> {
  const { person, texts } = context;
  const right = rightOf(role);
  if (!right || (await holds(context, right))) return [];
  const asked = await askForRight(context, person, right);
  const { rights, locale } = texts;
  return [
    text(rights.titleOnly),
    text(
      asked.length > 0
        ? rights.titleAsked(new Intl.ListFormat(locale).format(asked))
        : rights.titleNobody,
    ),
  ];
}
