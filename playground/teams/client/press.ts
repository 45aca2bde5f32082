/** Pressing buttons of cards on posts, on the home card and in dialogs. */
import { type Bag, bagAt, stringAt } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import { findButton } from "../../find-button.ts";
import type { Notice, Press } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { buttonPressed } from "../../story.ts";
import type { Spot } from "../activity.ts";
import { offerIn } from "../file-card.ts";
import { cardsFor, publish, putView } from "../posts.ts";
import type { TeamsStage } from "../stage.ts";
import type { Post, Values } from "../world.ts";
import { type Pressable, pressables } from "./buttons.ts";
import { answerOffer } from "./consent.ts";
import { openDialog, pressInDialog } from "./dialogs.ts";
import { fillIn, missing, sentData } from "./fields.ts";
import { findPost, needInstalled } from "./find.ts";
import { homeOf } from "./home.ts";
import { ask, readCardAnswer } from "./invoke.ts";
import { messageActivity } from "./say.ts";
import { filledIn } from "./seen.ts";
import { formSent } from "./taken.ts";

export async function press(stage: TeamsStage, person: Person, body: Press): Promise<Notice> {
  const { world } = stage;
  const dialog = world.dialogs.get(person.user);
  if (dialog?.id === body.message) return pressInDialog(stage, person, dialog, body);
  const home = body.message === "home" ? homeOf(world, person) : undefined;
  const post = home ?? findPost(world, person, body.message);
  const client = body.oldClient === true ? "old" : "message";
  const found = findButton(
    pressables(cardsFor(world, post, person.user), client),
    body.button,
    body.value,
  );
  return pressOnPost(stage, person, post, found, body.answers ?? {});
}

/** Presses a button of a post, after filling in what is given. */
export async function pressOnPost(
  stage: TeamsStage,
  person: Person,
  post: Post,
  found: Pressable,
  answers: NonNullable<Press["answers"]>,
): Promise<Notice> {
  const { world } = stage;
  const conversation = world.conversation(post.conversation);
  if (!conversation) throw new Refused(404, "There is no such conversation.");
  needInstalled(person, conversation);
  const cards = cardsFor(world, post, person.user);
  const before = filledIn(world, post, person);
  const reader = { world, tenant: person.team };
  const values = fillIn(reader, cards, before.values, answers);
  const sends = ["Action.Submit", "Action.Execute"].includes(stringAt(found.element, "type") ?? "");
  const checks = sends && found.element["associatedInputs"] !== "none";
  const problems = checks ? missing(cards, values) : {};
  if (Object.keys(values).length > 0) putView(world, post, person.user, { values, problems });
  if (Object.keys(problems).length > 0) return undefined;
  const spot = { conversation, root: post.root ?? post.id };
  const offer = offerIn(post.activity);
  if (offer) return answerOffer(stage, person, spot, post, { offer, button: found.label });
  const data = sentData(found.element, cards, values);
  switch (stringAt(found.element, "type") ?? "") {
    case "Action.Execute":
      return execute(stage, person, spot, post, found, data);
    case "Action.Submit":
      return submitAction(stage, person, spot, post, found, data, values);
    case "Action.OpenUrl":
      return `Teams: opens ${stringAt(found.element, "url") ?? ""}`;
    default:
      return undefined;
  }
}

async function execute(
  stage: TeamsStage,
  person: Person,
  spot: Spot,
  post: Post,
  found: Pressable,
  data: Bag,
): Promise<Notice> {
  const { id, title, verb } = found.element;
  const answer = await ask(stage, person, spot, {
    name: "adaptiveCard/action",
    replyTo: post.id,
    value: {
      action: {
        type: "Action.Execute",
        ...(id === undefined ? {} : { id }),
        title,
        verb: verb ?? "",
        data,
      },
      trigger: "manual",
    },
  });
  if ("notice" in answer) return answer.notice;
  buttonPressed(stage.world, person, found.action);
  formSent(stage.world, person, data);
  const { card, notice } = readCardAnswer(stage, answer.body);
  // What one person sees of a post gives way to what the bot writes for all, even meanwhile.
  const now = stage.world.posts.get(`${post.conversation}:${post.id}`);
  if (card && now?.revision === post.revision) {
    putView(stage.world, now, person.user, { card, values: {}, problems: {} });
  }
  return notice;
}

/** Submissions open a dialog, say something, or arrive as a message without words. */
async function submitAction(
  stage: TeamsStage,
  person: Person,
  spot: Spot,
  post: Post,
  found: Pressable,
  data: Bag,
  values: Values,
): Promise<Notice> {
  const { world, deliver } = stage;
  const teams = bagAt(data, "msteams");
  switch (stringAt(teams, "type") ?? "") {
    case "task/fetch": {
      const origin = {
        kind: "task",
        conversation: post.conversation,
        replyTo: post.id,
      } as const;
      const notice = await openDialog(stage, person, spot, origin, {
        name: "task/fetch",
        replyTo: post.id,
        value: { data, context: { theme: "default" } },
      });
      if (notice === undefined) buttonPressed(world, person, found.action);
      return notice;
    }
    case "imBack":
    case "messageBack": {
      const text = stringAt(teams, "text") ?? stringAt(teams, "value") ?? "";
      const shown = stringAt(teams, "displayText") ?? text;
      const id = world.postId();
      const value =
        teams?.["type"] === "messageBack" ? { ...bagAt(teams, "value"), ...values } : {};
      const activity = messageActivity(stage, person, spot, id, { text, value });
      const said = { conversation: post.conversation, root: post.root, from: person.user };
      if (shown !== "") publish(world, { ...said, activity, id, text: shown });
      await deliver.activity(activity);
      return undefined;
    }
    default: {
      const activity = messageActivity(stage, person, spot, world.postId(), {
        replyToId: post.id,
        value: data,
      });
      const taken = await deliver.activity(activity);
      if (taken) {
        buttonPressed(world, person, found.action);
        formSent(world, person, data);
      }
      return taken ? undefined : "Teams: the app could not be reached. Try again.";
    }
  }
}
