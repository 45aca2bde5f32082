/** The bot was installed: it says once, there, what it does and who sets it up. */

import { actions, text, type Button, type Card } from "../card.ts";
import { RUN_COMMAND } from "../commands.ts";
import type { EventOf, Feature, Services } from "../feature.ts";
import { inLanguage } from "../telling/share.ts";
import { textsFor, type Texts } from "../texts/index.ts";

export const greetingFeature: Feature = {
  name: "greeting",
  async lifecycle(context) {
    const { event } = context;
    if (event.type === "installed") await greet(context, event);
  },
};

/** Under a key of the place: a second installation is not greeted a second time. */
async function greet(services: Services, { from, channel }: EventOf<"installed">): Promise<void> {
  const { stores, outbox, meet } = services;
  const [person, district] = await Promise.all([meet(from), stores.district()]);
  const partnership = channel
    ? await stores.partnerships.atChannel(channel)
    : person && (await stores.partnerships.ofPartner(person.id))[0];
  const school = partnership && (await stores.schools.find(partnership.schoolId));
  const reader = (channel ? school : undefined) ?? person;
  const locale = reader?.locale ?? district?.locales[0] ?? "en";
  const timezone = reader?.timezone ?? district?.timezone ?? "UTC";
  if (!channel && !person) return;
  await outbox.post({
    key: `greeting/${channel ?? from}`,
    kind: "greeting",
    manner: "now",
    to: channel ?? from,
    card: inLanguage(textsFor(locale, timezone), (texts) => greetingCard(texts, school?.name)),
  });
}

/** @param school of the team that is there already, if one is. */
function greetingCard({ setup }: Texts, school: string | undefined): Card {
  const help: Button = { label: setup.helpSummary, action: RUN_COMMAND, value: "help" };
  const first: Button = school
    ? { label: setup.helpPlan, action: RUN_COMMAND, value: "plan", style: "primary" }
    : { label: setup.greetingSetUp, action: RUN_COMMAND, value: "setup", style: "primary" };
  return {
    title: setup.channelTitle,
    body: [
      ...setup.greetingLines.map(text),
      text(school ? setup.greetingTeam(school) : setup.greetingAsk),
      actions(first, help),
    ],
  };
}
