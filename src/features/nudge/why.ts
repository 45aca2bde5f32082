/** Why a message came or did not, by which rule and setting, and when the next one can come (N-11). */

import { actions, facts, heading, muted, text, type Block, type Button } from "../../card.ts";
import { notPartner } from "../../access.ts";
import { lineTitle } from "../../telling/digest-card.ts";
import { digestLines, type DigestLine } from "../../telling/digest-facts.ts";
import { inForce } from "../../nudge/cadence.ts";
import type { Plan, Waiting } from "../../nudge/facts.ts";
import type { WithheldItem } from "../../nudge/lines.ts";
import { lookAt } from "../../telling/left-alone.ts";
import { plan } from "../../nudge/policy.ts";
import { pressed } from "../../telling/press.ts";
import { passedOver, type PassedOver } from "../../nudge/reach.ts";
import { readPerson, type Known } from "../../telling/reading.ts";
import type { Context, EventOf } from "../../feature.ts";
import { atStart, shorten } from "../../plain-text.ts";
import type { Outcome } from "../../ports.ts";
import type { Texts } from "../../texts/index.ts";
import { localDate, type LocalDate } from "../../time/calendar.ts";

type Asking = Context<EventOf<"action" | "command">>;

const LISTED = 5;
const TITLE_BESIDE = 80;

/** The rule, the reason of each line of the message that was pressed, what waits, and what is next. */
export async function why(context: Asking, id: string): Promise<Outcome> {
  const { person, now, texts } = context;
  const { nudge, common } = texts;
  const read = await readPerson(context, person.id);
  const [known] = await lookAt(context, read ? [read] : []);
  if (!known || known.workplaces.length === 0) return notPartner(context);
  const digest = await pressed(context, id);
  const lines = digest ? await digestLines(context, person, digest.entries, known.workplaces) : [];
  const { plan: decided } = known;
  const isPaused = person.pausedUntil !== null && person.pausedUntil > now;
  const toggle: Button = isPaused
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
        when(known, decided, texts),
        ...skipped(known, decided, texts),
        ...(await preview(context, decided)),
        ...unsaid(known, decided, texts),
        actions(toggle, { label: nudge.changeHours, action: "absence.hours", value: "" }),
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
    case "notice":
      return nudge.whyNotice(title);
    case "item": {
      const date = line.entry.due ? dates.day(line.entry.due, line.today) : "";
      return line.entry.overdueNudges > 0
        ? nudge.whyOverdue(title, date)
        : nudge.whySoon(title, date);
    }
  }
}

/** The setting, the pause, and the next time. */
function when({ person, facts: known }: Known, { nextDigest }: Plan, texts: Texts): Block {
  const { nudge, dates, locale } = texts;
  const { reach, now, attention, settings } = known;
  const cadence = inForce(known.cadence, attention, settings);
  const today = localDate(now, reach.timezone);
  const paused = reach.pausedUntil && reach.pausedUntil > now ? reach.pausedUntil : null;
  const setting = nudge.setTo(
    nudge.cadences[cadence].toLowerCase(),
    dates.time(reach.slot),
    person.timezone,
  );
  return facts(
    { label: nudge.setting, value: atStart(setting, locale) },
    {
      label: nudge.quietHours,
      value: nudge.fromTo(dates.time(reach.quiet.from), dates.time(reach.quiet.to)),
    },
    ...(paused
      ? [{ label: nudge.paused, value: dates.day(localDate(paused, reach.timezone), today) }]
      : []),
    { label: nudge.next, value: nextDigest ? dates.moment(nextDigest) : nudge.never },
  );
}

/** "Skipped 21 Dec–1 Jan: winter break." */
function skipped({ facts: known }: Known, { nextDigest }: Plan, texts: Texts): readonly Block[] {
  if (!nextDigest) return [];
  const { reach, now } = known;
  const [from, to] = [now, nextDigest].map((at) => localDate(at, reach.timezone));
  if (!from || !to) return [];
  return passedOver(from, to, reach).map((stretch) => text(skippedLine(stretch, texts)));
}

function skippedLine({ start, end, why: because, title }: PassedOver, texts: Texts): string {
  const { nudge, dates } = texts;
  const days =
    start === end
      ? dates.day(start, end)
      : nudge.stretch(dates.day(start, end), dates.day(end, end));
  return nudge.skipped(days, title || nudge.skippedFor[because]);
}

/** What the next digest would hold as things stand: the same function, asked for that moment. */
async function preview(context: Asking, { nextDigest }: Plan): Promise<readonly Block[]> {
  const { nudge } = context.texts;
  if (!nextDigest) return [];
  const then = await readPerson({ stores: context.stores, now: nextDigest }, context.person.id);
  const tell = then && plan(then.facts).tell;
  const lines = tell
    ? await digestLines(
        { stores: context.stores, now: nextDigest },
        context.person,
        tell.entries,
        then.workplaces,
      )
    : [];
  if (lines.length === 0) return [muted(nudge.previewNone)];
  return [
    heading(nudge.preview),
    text(lines.map((line) => `• ${lineTitle(line, context.texts)}`).join("\n")),
  ];
}

/** What is not said, or not yet, each with its reason. */
function unsaid(
  { facts: known, notices }: Known,
  { lines, waiting }: Plan,
  texts: Texts,
): readonly Block[] {
  const { nudge } = texts;
  const today = localDate(known.now, known.reach.timezone);
  const all = [
    ...waiting.map((each) => waitingLine(each, notices, texts)),
    ...lines.withheld.map((each) => withheldLine(each, today, texts)),
  ];
  if (all.length === 0) return [];
  const rest = all.length - LISTED;
  return [
    heading(nudge.notSaid),
    text(
      all
        .slice(0, LISTED)
        .map((line) => `• ${line}`)
        .join("\n"),
    ),
    ...(rest > 0 ? [muted(nudge.moreRest(rest))] : []),
  ];
}

function waitingLine(
  { id, because, until }: Waiting,
  notices: Known["notices"],
  { nudge, dates }: Texts,
): string {
  const title = notices.find((notice) => notice.id === id)?.card.title ?? "";
  return nudge.waits(
    shorten(title, TITLE_BESIDE),
    nudge.waitReasons[because],
    until ? dates.moment(until) : nudge.never,
  );
}

function withheldLine(
  { item, because }: WithheldItem,
  today: LocalDate,
  { nudge, dates }: Texts,
): string {
  const title = `${item.id} ${shorten(item.title, TITLE_BESIDE)}`;
  switch (because.why) {
    case "blocked":
    case "snoozed":
    case "tests":
    case "busy":
      return nudge.heldBack[because.why](title, dates.day(because.until, today));
    case "topic":
    case "told_enough":
    case "goal_finished":
      return nudge.heldBack[because.why](title);
  }
}
