/** Draws the weekly digest: what moved, at most three lines with their buttons, the promises kept. */

import { hasOwnPlan, isOpenItem, isQuiet, type ActionItem } from "../plan/action-item.ts";
import { actions, item as line, muted, text, type Block, type Button, type Card } from "../card.ts";
import { weekdayOf, type LocalDate } from "../time/calendar.ts";
import type { DigestLine, DigestView } from "./digest-facts.ts";
import { movedThings } from "../nudge/moved.ts";
import { itemButton, itemButtons, itemDue, undoButtons } from "../cards/item-lines.ts";
import { shorten } from "../plain-text.ts";
import { CADENCES } from "../team/availability.ts";
import type { Texts } from "../texts/index.ts";

/** Longer titles are shortened where they stand in a line. */
const TITLE_BESIDE = 120;

/** The message as it stands now: lines that were answered say so, the others can be pressed. */
export function digestCard(view: DigestView, texts: Texts): Card {
  const { digest, lines } = view;
  const { nudge, common } = texts;
  const isWeekly = digest.kind === undefined || digest.kind === "weekly";
  return {
    title: titleOf(view, texts),
    locale: texts.locale,
    body: [
      ...(isWeekly ? opening(view, texts) : []),
      ...lines.flatMap((each, index) =>
        lineBlocks(each, lines.length > 1 || isWeekly ? index + 1 : null, view, texts),
      ),
      ...(isWeekly ? closing(view, texts) : []),
      actions(
        ...(digest.more > 0 ? [button(nudge.more(digest.more), "digest.more", digest.id)] : []),
        ...(isWeekly ? [button(nudge.seeAll, "plan.show", "")] : []),
        button(common.whyThis, "nudge.why", digest.id),
        button(common.pause, "nudge.pause", digest.id),
      ),
    ],
  };
}

function titleOf({ digest, lines, coverName }: DigestView, texts: Texts): string {
  const { nudge } = texts;
  const [first] = lines;
  const name = first ? lineTitle(first, texts) : "";
  const others = Math.max(0, lines.length + digest.more - 1);
  switch (digest.kind ?? "weekly") {
    case "notice":
    case "expected":
      return nudge.gathered(name, others);
    case "reminder":
      return nudge.tomorrow(name);
    case "weekly":
      return first ? nudge.title(name, others) : nudge.handedBack(coverName ?? "");
  }
}

/** What moved, and who stood in meanwhile. */
function opening(view: DigestView, texts: Texts): readonly Block[] {
  const { nudge } = texts;
  const moved = movedText(view, texts);
  const { coverName, lines } = view;
  return [
    ...(coverName !== undefined && lines.length > 0 ? [text(nudge.handedBack(coverName))] : []),
    ...(moved ? [text(moved)] : []),
    ...(coverName !== undefined && !moved ? [text(nudge.handedBackNothing)] : []),
  ];
}

/** Promises kept, and the questions that come now and then. */
function closing(view: DigestView, texts: Texts): readonly Block[] {
  const { nudge } = texts;
  const { digest, promises, thanksFor } = view;
  return [
    ...(thanksFor
      ? [
          line(
            nudge.thanksPrompt(thanksFor.ownerName, shorten(thanksFor.item.title, TITLE_BESIDE)),
            undefined,
            {
              ...button(nudge.thanksSay, "nudge.thank", `${digest.id}|${thanksFor.item.id}`),
              about: thanksFor.ownerName,
            },
          ),
        ]
      : []),
    ...(digest.freshStart === undefined
      ? []
      : [
          line(nudge.freshStart(digest.freshStart), undefined, {
            ...button(nudge.freshStartGoal, "goal.new", ""),
            about: digest.freshStart,
          }),
        ]),
    ...(digest.asksCadence
      ? [
          text(nudge.cadenceAsk),
          actions(
            ...CADENCES.map((cadence) =>
              button(nudge.cadences[cadence], "nudge.cadence", `${digest.id}|${cadence}`),
            ),
          ),
        ]
      : []),
    muted(nudge.kept[promises.to ?? "both"](promises.given, promises.received)),
  ];
}

const button = (label: string, action: string, value: string): Button => ({ label, action, value });

/** The meeting by its name, with its day, or the item's title. */
export function lineTitle(each: DigestLine, texts: Texts): string {
  const { nudge, dates, meetings, labelled } = texts;
  switch (each.kind) {
    case "check_in": {
      const { kind, date, start } = each.checkIn;
      const [day, time] = [dates.day(date, each.today), dates.time(start)];
      return kind === "check_in"
        ? nudge.checkIn(day, time)
        : labelled(meetings.names[kind], `${day}, ${time}`);
    }
    case "item":
      return shorten(each.item.title, TITLE_BESIDE);
    case "notice":
      return shorten(each.notice.card.title, TITLE_BESIDE);
  }
}

function lineBlocks(
  each: DigestLine,
  number: number | null,
  { digest }: DigestView,
  texts: Texts,
): readonly Block[] {
  const plain = lineTitle(each, texts);
  const title = number === null ? plain : texts.nudge.numbered(number, plain);
  switch (each.kind) {
    case "check_in":
      return checkInBlocks(each, title, texts);
    case "notice":
      return [noticeLine(each, title, texts)];
    case "item": {
      const answered = answeredBlocks(each, title, digest.id, digest.personId, texts);
      if (answered) return answered;
      const { item, today, forName, entry } = each;
      const viewer = { viewerId: digest.personId, digestId: digest.id };
      const detail = [
        forName === undefined ? "" : texts.nudge.forOwner(forName),
        itemDetail(item, today, texts, forName === undefined),
      ];
      return [
        line(title, detail.filter(Boolean).join(" ")),
        ...(entry.afterGoal ? [text(texts.nudge.goalFinished)] : []),
        actions(
          ...(entry.afterGoal
            ? leftOver(item, digest.id, texts)
            : itemButtons(item, today, texts, viewer)),
        ),
      ];
    }
  }
}

/** A message of another feature, which opens as it is; settled ones only say so. */
function noticeLine(
  { notice }: Extract<DigestLine, { kind: "notice" }>,
  title: string,
  { nudge }: Texts,
): Block {
  const isAsked = notice.card.body.some(({ type }) => type === "actions");
  return line(
    title,
    undefined,
    isAsked
      ? { ...button(nudge.open, "notice.open", notice.id), about: notice.card.title }
      : undefined,
  );
}

/** Three answers to whether a step goes on after its goal. */
const leftOver = (
  item: ActionItem,
  digestId: string,
  { plan, nudge }: Texts,
): readonly Button[] => [
  itemButton(plan.done, "item.done", item, digestId),
  itemButton(nudge.keep, "item.keep", item, digestId),
  itemButton(nudge.drop, "item.drop", item, digestId),
];

function checkInBlocks(
  { checkIn, topics, topicIds }: Extract<DigestLine, { kind: "check_in" }>,
  title: string,
  { nudge }: Texts,
): readonly Block[] {
  if (checkIn.status !== "planned") return [line(title, nudge.checkInChanged)];
  const about = (label: string, action: string): Button => ({
    ...button(label, action, checkIn.id),
    about: title,
  });
  return [
    line(title, nudge.topics(topics, topicIds.join(", "))),
    actions(about(nudge.addTopic, "topic.add"), about(nudge.move, "check_in.move")),
  ];
}

/** Number, goal, due date, what is in the way, and the plan, as their own where the reader wrote it. */
export function itemDetail(
  item: ActionItem,
  today: LocalDate,
  texts: Texts,
  isReaders = true,
): string {
  const { nudge } = texts;
  return [
    nudge.itemLine(`${item.id} · ${item.goalId}`, itemDue(item, today, texts)),
    item.status === "blocked" && item.blockedReason
      ? sentence(nudge.wasBlocked(item.blockedReason))
      : "",
    item.plan ? planWords(item, texts, isReaders) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const planWords = (item: ActionItem, { nudge, labelled }: Texts, isReaders = true): string =>
  labelled(isReaders && hasOwnPlan(item) ? nudge.yourPlan : nudge.plan, item.plan);

/** What somebody wrote, closed with a full stop when another sentence follows. */
const sentence = (words: string): string => (/[.!?…]$/u.test(words) ? words : `${words}.`);

/** Undefined while the line still waits for an answer. */
function answeredBlocks(
  { item, entry, today, forName }: Extract<DigestLine, { kind: "item" }>,
  title: string,
  digestId: string,
  personId: string,
  texts: Texts,
): readonly Block[] | undefined {
  const { nudge, plan, dates } = texts;
  const [undo] = undoButtons(item, personId, texts, digestId);
  const day = (date: LocalDate): string => dates.day(date, today);
  if (item.status === "done" && item.doneOn)
    return [line(title, nudge.answeredDone(day(item.doneOn)), undo)];
  if (!isOpenItem(item)) return [line(title, nudge.answeredGone, undo)];
  if (entry.afterGoal && item.afterGoal === "kept") return [line(title, nudge.answeredKept)];
  if (item.ownerId !== personId && forName === undefined)
    return [line(title, item.ownerId === null ? nudge.answeredNoOwner : nudge.answeredOther, undo)];
  if (item.quietUntil && isQuiet(item, today))
    return item.status === "blocked"
      ? [line(title, nudge.answeredBlocked(item.blockedReason ?? "", day(item.quietUntil)))]
      : [
          line(
            title,
            nudge.answeredSnoozed(day(item.quietUntil)),
            itemButton(plan.pickDate, "item.snooze_until", item, digestId),
          ),
        ];
  if (item.due && item.due !== entry.due)
    return [
      line(
        title,
        [nudge.answeredReplanned(day(item.due)), item.plan && planWords(item, texts)]
          .filter(Boolean)
          .join(" "),
      ),
    ];
  return undefined;
}

/** What moved since the Monday before; "" when nothing did. Only what got done (N-9). */
function movedText({ moved, movedSince, digest }: DigestView, texts: Texts): string {
  const { nudge, dates } = texts;
  if (moved.length === 0) return "";
  const since =
    weekdayOf(digest.date) === "mon"
      ? nudge.sinceMonday
      : nudge.since(dates.day(movedSince, digest.date));
  return nudge.moved(since, movedThings(moved, texts).join("; "));
}
