/**
 * The first administrator has the code that the server's own terminal shows: whoever can read that runs
 * the bot already. It works once, and only while the district has no administrator.
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import { text } from "../../card.ts";
import type { Context, EventOf, Services } from "../../feature.ts";
import type { Outcome } from "../../ports.ts";
import { readHeld } from "../../rights.ts";
import { administratorsIn, ended } from "../../team/grant.ts";
import { codeTyped, LETTERS } from "../../team/linking.ts";
import type { Person } from "../../team/person.ts";
import { countTry, takeBackTry } from "../code-tries.ts";
import { showOverview } from "./overview.ts";

const LENGTH = 12;

/** Every process that knows the secret shows the same code; nothing of it is stored. */
export const createFirstCodes =
  (secret: Buffer) =>
  (districtId: string, nth: number): string =>
    [
      ...createHmac("sha256", secret)
        .update(`${districtId} ${String(nth)}`)
        .digest(),
    ]
      .slice(0, LENGTH)
      .map((byte) => LETTERS[byte % LETTERS.length] ?? "")
      .join("");

interface Awaited {
  readonly code: string;
  /** How many administrators there were before. */
  readonly nth: number;
}

/** The code that makes the first administrator, while there is none. */
export async function codeAwaited(
  services: Pick<Services, "stores" | "firstCode">,
): Promise<Awaited | undefined> {
  const { grants } = await readHeld(services);
  if (administratorsIn(grants).length > 0) return undefined;
  const nth = (await services.stores.grants.all()).filter(
    ({ right }) => right === "administrator",
  ).length;
  const code = services.firstCode?.(nth);
  return code === undefined ? undefined : { code, nth };
}

export async function typeAdmin(
  context: Context<EventOf<"command">>,
  typed: string,
): Promise<Outcome> {
  if (!typed) return await showOverview(context);
  const { stores, person, texts, now } = context;
  const { rights, people } = texts;
  const say = (title: string, ...lines: readonly string[]): Outcome => ({
    type: "reply",
    card: { title, body: lines.map(text) },
  });
  if (!(await countTry(context))) return say(people.linkWait);
  const awaited = await codeAwaited(context);
  if (!awaited || !isSame(codeTyped(typed), awaited.code))
    return say(rights.wrongCode, rights.wrongCodeWhy);
  await takeBackTry(context);
  const grant = await stores.grants.add({
    id: `first/${String(awaited.nth)}`,
    personId: person.id,
    right: "administrator",
    givenById: null,
    givenAt: now,
    ended: null,
  });
  return grant.personId === person.id && !grant.ended
    ? say(rights.first, rights.firstNext)
    : say(rights.wrongCode, rights.wrongCodeWhy);
}

function isSame(typed: string, code: string): boolean {
  const [a, b] = [Buffer.from(typed), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Who left the district holds nothing there, also should they come back. */
export async function layDown({
  stores,
  person,
  now,
}: Services & { readonly person: Person }): Promise<void> {
  for (const { id, personId } of await stores.grants.all())
    if (personId === person.id)
      await stores.grants.update(id, (grant) => ended(grant, person.id, now));
}
