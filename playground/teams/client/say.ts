/** Typing: messages to the bot, mentions in channels, and what people say to each other. */
import type { Bag } from "../../bag.ts";
import type { Person } from "../../demo.ts";
import type { Notice, Say } from "../../platform.ts";
import { Refused } from "../../refused.ts";
import { wordsTaken } from "../../story.ts";
import { byPerson, envelope, type Spot } from "../activity.ts";
import { publish } from "../posts.ts";
import type { TeamsStage } from "../stage.ts";
import { findConversation, findPost, needInstalled } from "./find.ts";
import { asksForHome, homeAsked } from "./home.ts";
import { toBot, type Typed, typedText } from "./typed.ts";

const TROUBLE = "Teams: the app could not be reached. Try again.";

export async function say(stage: TeamsStage, person: Person, body: Say): Promise<Notice> {
  const { world } = stage;
  const conversation = findConversation(world, person, body.in);
  if (conversation.archived) {
    throw new Refused(
      409,
      `The team of “${conversation.name}” is archived; nobody can write there. POST /control/archive brings it back.`,
    );
  }
  needInstalled(person, conversation);
  if (body.text.trim() === "") throw new Refused(400, "`text` is empty; type something.");
  const isChannel = conversation.kind === "channel";
  const parent = body.thread === undefined ? null : findPost(world, person, body.thread);
  if (parent && parent.conversation !== conversation.id) {
    throw new Refused(
      400,
      `Message ${body.thread ?? ""} is in another conversation than “${body.in}”.`,
    );
  }
  if (parent && !isChannel) {
    throw new Refused(400, "Teams has no threads in chats; leave `thread` out.");
  }
  const typed = typedText(world, person, body.text);
  const isNew = isChannel && !parent;
  const said = isNew && !typed.mentionsBot && body.mention !== false ? toBot(typed) : typed;
  const root = parent ? (parent.root ?? parent.id) : null;
  if (!isChannel && asksForHome(body.text)) homeAsked(world, person);
  return speak(stage, person, { conversation, root }, said);
}

/** Posts what a person typed, and tells the bot where Teams does. */
async function speak(stage: TeamsStage, person: Person, spot: Spot, typed: Typed): Promise<Notice> {
  const { world, declared, deliver } = stage;
  const { conversation, root } = spot;
  const id = world.postId();
  const activity = messageActivity(stage, person, spot, id, {
    text: typed.text,
    textFormat: "plain",
    ...(root === null ? {} : { replyToId: root }),
    entities: typed.mentions,
  });
  publish(world, {
    conversation: conversation.id,
    root,
    from: person.user,
    activity,
    id,
    text: typed.shown,
  });
  const isHeard =
    conversation.kind === "personal" ||
    (conversation.installed && (typed.mentionsBot || declared.hearsAll));
  if (!isHeard) return undefined;
  const taken = await deliver.activity(activity);
  if (!taken) return TROUBLE;
  if (conversation.kind === "personal" || typed.mentionsBot) wordsTaken(world, person, typed.shown);
  return undefined;
}

/** A message of a person, whether typed or sent by a button. In a channel it names its thread. */
export function messageActivity(
  { world, base }: TeamsStage,
  person: Person,
  { conversation, root }: Spot,
  id: string,
  more: Bag & { readonly entities?: readonly Bag[] },
): Bag {
  const by = byPerson(world, person);
  const { entities = [], ...content } = more;
  return {
    ...envelope(world, base, { conversation, root: root ?? id }),
    ...by,
    type: "message",
    id,
    ...content,
    entities: [...(by["entities"] as readonly Bag[]), ...entities],
  };
}
