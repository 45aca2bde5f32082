/** One act of one person: what they see anew once the bot has come to rest. */
import type { Seen } from "../contract.ts";
import type { Notice, Platform } from "../platform.ts";
import type { Person } from "../demo.ts";
import { type Actor, findActor } from "./find.ts";
import type { Stage } from "./stage.ts";

/** Who acts is named in the body; the rest of it is the deed's. */
export async function act<Body extends { readonly as: string }>(
  stage: Stage,
  body: Body,
  deed: (platform: Platform, person: Person, body: Body) => Promise<Notice>,
): Promise<Seen> {
  const actor = findActor(stage, body.as);
  return run(stage, actor, () => deed(actor.platform, actor.person, body));
}

async function run(stage: Stage, actor: Actor, deed: () => Promise<Notice>): Promise<Seen> {
  const before = stage.ground.revision();
  const notice = await deed();
  await stage.bot.settle();
  const seen = actor.platform.since(actor.person, before);
  return notice === undefined ? seen : { ...seen, notice };
}

/** Opens the bot's home; it is answered even when nothing in it changed. */
export async function openHome(stage: Stage, as: string): Promise<Seen> {
  const actor = findActor(stage, as);
  const seen = await run(stage, actor, () => actor.platform.openHome(actor.person));
  const home = actor.platform.home(actor.person);
  return home ? { ...seen, home } : seen;
}
