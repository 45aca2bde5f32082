/** One act of one person: what they see anew once the bot has come to rest. */
import { randomBytes } from "node:crypto";
import type { Bag } from "../bag.ts";
import type { Seen } from "../contract.ts";
import type { Person, Workspace } from "../demo.ts";
import { Refused } from "../refused.ts";
import type { Ack } from "../slack/deliver.ts";
import { topView } from "../slack/dialogs.ts";
import { envelopeOf } from "../slack/payloads.ts";
import { messagesFor, seenForm, seenHome, seenMessage } from "./seen.ts";
import type { Stage } from "./stage.ts";

/** Runs `deed`, waits until the bot is idle and answers what is new for `person` since before. */
export async function act(
  stage: Stage,
  person: Person,
  deed: () => Promise<string | undefined>,
): Promise<Seen> {
  const before = stage.world.revision();
  const notice = await deed();
  await stage.bot.settle();
  return seenSince(stage, person, before, notice);
}

function seenSince(stage: Stage, person: Person, before: number, notice: string | undefined): Seen {
  const { world } = stage;
  const top = topView(world, person.user);
  const form = top && top.revision > before ? seenForm(world, person) : undefined;
  const home = world.homes.get(person.user);
  const homeSeen = home && home.revision > before ? seenHome(world, person) : undefined;
  const problems = top && Object.keys(top.problems).length > 0 ? top.problems : undefined;
  return {
    messages: messagesFor(world, person)
      .filter((message) => message.revision > before)
      .map((message) => seenMessage(world, message, person)),
    ...(form ? { form } : {}),
    ...(form && problems ? { problems } : {}),
    ...(homeSeen ? { home: homeSeen } : {}),
    ...(notice === undefined ? {} : { notice }),
  };
}

/** Delivers an interaction of a person. */
export async function interact(stage: Stage, person: Person, payload: Bag): Promise<Ack> {
  return stage.deliver.interaction({
    ...envelopeOf(workspaceOf(stage, person), person),
    ...payload,
  });
}

export function workspaceOf(stage: Stage, person: Person): Workspace {
  const workspace = stage.world.workspace(person.team);
  if (!workspace) throw new Refused(404, `${person.name} is in no Slack workspace.`);
  return workspace;
}

export function issueTrigger(stage: Stage, person: Person, view: string | null): string {
  return stage.triggers.issue({ user: person.user, team: person.team, view });
}

/** The address the app may answer to, five times within half an hour. */
export function issueResponseUrl(
  stage: Stage,
  target: Parameters<Stage["urls"]["issue"]>[0],
): string {
  return `${stage.baseUrl}/slack/response/${stage.urls.issue(target)}`;
}

/** What Slack's own screen says when an interaction was not acknowledged. */
export function troubleNotice(ack: Ack): string | undefined {
  if (ack.ok) return undefined;
  return ack.error === "operation_timeout"
    ? "Slack: the app did not answer within three seconds. Try again."
    : "Slack: we had some trouble connecting to the app. Try again.";
}

/** A time stamp as Slack puts it on actions; unique for each press. */
export function actionTs(): string {
  const micros = Number.parseInt(randomBytes(3).toString("hex"), 16) % 1_000_000;
  return `${Math.floor(Date.now() / 1000)}.${String(micros).padStart(6, "0")}`;
}
