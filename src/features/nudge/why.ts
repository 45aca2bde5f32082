/** Why a message came, by which rule and setting, and when the next one can come (N-11). */

import { actions, facts, item as row, muted, text, type Block, type Button } from "../../card.ts";
import { digestEntries, type Digest } from "../../nudge/nudge.ts";
import { localDate } from "../../time/calendar.ts";
import { lineTitle, itemDetail } from "../../nudge/digest-card.ts";
import {
  digestFacts,
  digestLines,
  workplacesOf,
  type DigestLine,
} from "../../nudge/digest-facts.ts";
import type { Context, EventOf } from "../../feature.ts";
import { notPartner } from "../../access.ts";
import { itemButton } from "../../plan/item-lines.ts";
import { atStart } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { markPressed, nextMoment } from "./pause.ts";

type Asking = Context<EventOf<"action" | "command">>;

/** The rule, the reason of each line of the digest when one was pressed, the setting, what is next. */
export async function why(context: Asking, id: string): Promise<Outcome> {
  const { person, now, texts } = context;
  const { nudge, common, dates, locale } = texts;
  const places = await workplacesOf(context, person);
  if (places.length === 0) return notPartner(context);
  const digest = await myDigest(context, id);
  const lines = digest ? await digestLines(context, digest.entries, places) : [];
  const paused = person.pausedUntil && person.pausedUntil > now ? person.pausedUntil : null;
  const button: Button = paused
    ? { label: nudge.resume, action: "nudge.resume", value: "" }
    : { label: common.pause, action: "nudge.pause", value: digest?.id ?? "" };
  return {
    type: "reply",
    card: {
      title: nudge.whyTitle,
      body: [
        text(nudge.whyRule),
        ...lines.map((line) => text(reason(line, texts))),
        text(nudge.whyOrder),
        text(nudge.whyLife),
        facts(
          { label: nudge.setting, value: atStart(nudge.settingWeekly(person.timezone), locale) },
          ...(paused
            ? [
                {
                  label: nudge.paused,
                  value: dates.day(
                    localDate(paused, person.timezone),
                    localDate(now, person.timezone),
                  ),
                },
              ]
            : []),
          { label: nudge.next, value: await nextMoment(context, person) },
        ),
        actions(button),
      ],
    },
  };
}

function reason(line: DigestLine, texts: Texts): string {
  const { nudge, dates } = texts;
  const title = lineTitle(line, texts);
  switch (line.kind) {
    case "check_in":
      return nudge.whyCheckIn(title);
    case "item": {
      const date = line.entry.due ? dates.day(line.entry.due, line.today) : "";
      return line.entry.overdueNudges > 0
        ? nudge.whyOverdue(title, date)
        : nudge.whySoon(title, date);
    }
  }
}

/** A digest of this person's; nobody else's, whatever the button says (rule 3). */
async function myDigest(
  context: Pick<Context, "stores" | "person" | "now" | "texts">,
  id: string,
): Promise<Digest | undefined> {
  const digest = id ? await context.stores.digests.find(id) : undefined;
  if (digest?.personId !== context.person.id) return undefined;
  await markPressed(context, id);
  return digest;
}

const MORE_SHOWN = 10;

/** What did not fit among the three, as it stands now. */
export async function more(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { person, texts } = context;
  const { nudge, plan } = texts;
  const digest = await myDigest(context, context.event.value);
  const places = await workplacesOf(context, person);
  const shownIds = new Set(digest?.entries.map((entry) => entry.id));
  const entries = digestEntries(await digestFacts(context, person, places)).filter(
    (entry) => !shownIds.has(entry.id),
  );
  const lines = await digestLines(context, entries.slice(0, MORE_SHOWN), places);
  const rest = entries.length - lines.length;
  const body: readonly Block[] = lines.map((line) =>
    line.kind === "check_in"
      ? row(lineTitle(line, texts))
      : row(
          lineTitle(line, texts),
          itemDetail(line.item, line.today, texts),
          itemButton(plan.show, "item.show", line.item),
        ),
  );
  return {
    type: "reply",
    card: {
      title: entries.length === 0 ? nudge.moreNone : nudge.moreTitle(entries.length),
      body: [
        ...body,
        ...(rest > 0 ? [muted(nudge.moreRest(rest))] : []),
        actions({ label: plan.showPlan, action: "plan.show", value: "" }),
      ],
    },
  };
}
