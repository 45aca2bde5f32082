/** Moving the virtual clock: to an instant, to the bot's next timer, or to a time of day. */
import { TZDate } from "@date-fns/tz";
import type { ClockMoved } from "../contract.ts";
import { Refused } from "../refused.ts";
import type { Stage } from "./stage.ts";

const HOW = "Write an instant such as 2027-03-08T14:10:00Z, or “next”, or “tomorrow 08:00”.";

/** Steps the bot through everything due up to `to`; answers when it is idle again. */
export async function moveClock(stage: Stage, to: string): Promise<ClockMoved> {
  const { ground, bot, platforms } = stage;
  const { now, next } = ground.clock();
  const target = readTarget(to.trim(), now, next, ground.demo.zone);
  if (target < Date.parse(now)) {
    throw new Refused(
      400,
      `The clock stands at ${now} and only moves forward; POST /control/reset sets it back.`,
    );
  }
  const before = ground.revision();
  await bot.advance(new Date(target).toISOString());
  await bot.settle("patient");
  const sent = platforms
    .flatMap((platform) => platform.sentSince(before))
    .sort((a, b) => a.order - b.order)
    .map(({ message }) => message);
  return { ...ground.clock(), sent };
}

/** An instant as milliseconds. Without an offset it is read in `zone`. */
function readTarget(to: string, now: string, next: string | null, zone: string): number {
  if (to === "next") {
    if (next === null) throw new Refused(409, "The bot has no timer set; there is no next event.");
    return Math.max(Date.parse(next), Date.parse(now));
  }
  const daily = /^(today|tomorrow) ([01]?\d|2[0-3]):([0-5]\d)$/.exec(to);
  if (daily) {
    const day = new TZDate(Date.parse(now), zone);
    if (daily[1] === "tomorrow") day.setDate(day.getDate() + 1);
    day.setHours(Number(daily[2]), Number(daily[3]), 0, 0);
    return day.getTime();
  }
  const local = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})$/.exec(to);
  if (local) {
    const [year = 0, month = 0, date = 0, hour = 0, minute = 0] = local.slice(1).map(Number);
    return new TZDate(year, month - 1, date, hour, minute, zone).getTime();
  }
  const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(to) ? Date.parse(to) : NaN;
  if (Number.isNaN(instant)) throw new Refused(400, `“${to}” is no time. ${HOW}`);
  return instant;
}

/** An instant for the start of the clock, as ISO 8601 in UTC. */
export function readInstant(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at))
    throw new Refused(400, `“${text}” is no instant; write 2027-03-02T15:00:00Z.`);
  return new Date(at).toISOString();
}
