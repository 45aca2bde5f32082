/** A person's home: what needs them now, in at most seven lines, and the way to everything else. */

import { actions, lineItem, muted, text, type Card } from "../card.ts";
import type { Context } from "../feature.ts";
import { schoolDays } from "../here/school-days.ts";
import { localDate } from "../time/calendar.ts";
import type { HomeLine } from "./declared.ts";
import { firstContact } from "./first-contact.ts";
import { permits, usesModule } from "../team/module.ts";
import { isOn, standingOf, type Standing } from "./standing.ts";

/** More is a list, and a list is one press away. */
export const MOST_LINES = 7;

export async function homeCard(asked: Context): Promise<Card> {
  const { texts, declared } = asked;
  const context = { ...asked, event: { ...asked.event, type: "home" as const, channel: null } };
  const standing = await standingOf(context);
  const homes = declared.homes.filter((home) => isOn(home, standing));
  const lists = [
    ...(await Promise.all(homes.map(async (home) => await home.lines(context)))),
    await seasonLines(context, standing),
  ];
  const lines = fit(lists, MOST_LINES);
  return {
    title: texts.home.title,
    body: [
      ...(standing.teams.length === 0
        ? firstContact(standing, texts).lines.map(text)
        : lines.length === 0
          ? [text(texts.home.nothing)]
          : []),
      ...lines.map(lineItem),
      actions({ label: texts.finding.more, action: "menu.more", value: "" }),
      muted(texts.home.write),
    ],
  };
}

/** The first of each list before the second of any, then in the order of the lists. Pure. */
export function fit<T>(lists: readonly (readonly T[])[], most: number): readonly T[] {
  const ranked = lists
    .flatMap((list, at) => list.map((one, rank) => ({ one, at, rank })))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, most);
  return ranked.sort((a, b) => a.at - b.at || a.rank - b.rank).map(({ one }) => one);
}

/** What has its time of the year at one of their schools, until they answer it once. */
async function seasonLines(
  { stores, person, now, texts, declared }: Context,
  { teams, district }: Standing,
): Promise<readonly HomeLine[]> {
  if (teams.length === 0 || declared.seasons.length === 0) return [];
  const habit = await stores.habits.find(person.id);
  const schools = await Promise.all(
    [...new Set(teams.map(({ schoolId }) => schoolId))].map((id) => schoolDays(stores, id)),
  );
  return declared.seasons.flatMap((season): readonly HomeLine[] => {
    const open = schools.flatMap((days) => {
      const today = localDate(now, days.school.timezone);
      const window = season.days(days, today);
      const isNow = window !== undefined && window.from <= today && today <= window.to;
      return isNow && usesModule(days.school, season.module) ? [window.from.slice(0, 4)] : [];
    });
    const [year] = open;
    const key = `${season.name}/${year ?? ""}`;
    if (!year || !permits(district, season.needs) || habit?.seasons.includes(key)) return [];
    return [
      {
        title: season.line(texts),
        button: { label: texts.finding.look, action: "season.open", value: key },
      },
    ];
  });
}
