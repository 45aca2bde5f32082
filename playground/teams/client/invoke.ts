/** Requests that a person's client makes of the bot, and what the client says when none comes back. */
import { type Bag, bagAt, isBag, stringAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import type { Notice } from "../../platform.ts";
import { invokeActivity, type Spot } from "../activity.ts";
import { checkCard } from "../card-check.ts";
import type { Answer } from "../deliver.ts";
import { isCardAttachment } from "../posts.ts";
import type { TeamsStage } from "../stage.ts";

export const UNREACHABLE = "Teams: unable to reach the app. Please try again.";
export const WENT_WRONG = "Teams: something went wrong. Please try again.";

/** The body that the bot answered, or what the client says instead. */
export async function ask(
  stage: TeamsStage,
  person: Person,
  spot: Spot,
  invoke: { readonly name: string; readonly value: Bag; readonly replyTo: string | null },
): Promise<{ readonly body: Bag } | { readonly notice: string }> {
  const activity = invokeActivity(stage.world, stage.base, person, spot, invoke);
  const answer: Answer = await stage.deliver.invoke(activity);
  if (typeof answer === "string") return { notice: UNREACHABLE };
  if (answer.status < 300) return { body: isBag(answer.body) ? answer.body : {} };
  stage.log(`The bot answered ${invoke.name} with status ${answer.status}.`);
  return { notice: WENT_WRONG };
}

/** A card that Teams would draw; of any other the client says that something went wrong. */
export function drawable(stage: TeamsStage, card: unknown, where: string): Bag | null {
  const problems = checkCard(card);
  if (problems.length === 0 && isBag(card)) return card;
  stage.log(`The bot answered ${where} with a card Teams does not draw: ${problems.join("; ")}`);
  return null;
}

/** What the answer to a press on a card asks for: another card for the one who pressed, or words. */
export function readCardAnswer(
  stage: TeamsStage,
  body: Bag,
): { readonly card: Bag | null; readonly notice: Notice } {
  const type = stringAt(body, "type") ?? "";
  const value = body["value"];
  if (type === "application/vnd.microsoft.card.adaptive") {
    const card = drawable(stage, value, "a press");
    return { card, notice: card ? undefined : WENT_WRONG };
  }
  if (type === "application/vnd.microsoft.activity.message") {
    return { card: null, notice: typeof value === "string" && value !== "" ? value : undefined };
  }
  const status = Number(body["statusCode"] ?? 200);
  if (status < 300 && type === "") return { card: null, notice: undefined };
  stage.log(`The bot answered a press with ${type} and status ${status}.`);
  return { card: null, notice: WENT_WRONG };
}

/** A dialog's content as the bot answers it: `task.value`. */
export function readTask(
  stage: TeamsStage,
  body: Bag,
): {
  readonly show: {
    readonly title: string;
    readonly card: Bag | null;
    readonly message: string | null;
  } | null;
  readonly notice: Notice;
} {
  const task = bagAt(body, "task");
  if (!task) return { show: null, notice: undefined };
  if (task["type"] === "message") {
    const message = stringAt(task, "value") ?? "";
    return { show: { title: "", card: null, message }, notice: undefined };
  }
  const value = bagAt(task, "value");
  const attachment = bagAt(value, "card");
  const isCard = attachment !== undefined && isCardAttachment(attachment);
  const card = isCard ? drawable(stage, attachment["content"], "a dialog") : null;
  if (task["type"] !== "continue" || !card) {
    if (!isCard) stage.log("The bot answered a dialog without a card.");
    return { show: null, notice: WENT_WRONG };
  }
  return {
    show: { title: stringAt(value, "title") ?? "", card, message: null },
    notice: undefined,
  };
}
