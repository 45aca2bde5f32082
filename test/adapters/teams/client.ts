/** One person's Teams: types, presses what the cards in it offer, fills in what stands open. */

import { BOT, type Posted, type Someone, type StandIn, TENANT } from "./stand-in.ts";

type Bag = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly status: number;
  readonly body: Bag | undefined;
}

/** A dialog, or the message that takes its place. */
export interface Dialog {
  readonly title: string;
  readonly card: Bag;
}

export interface Client {
  /** Sends an activity as Teams would; `changes` lie over what it would say. */
  send(activity: Bag, token?: string | null): Promise<Reply>;
  /** Types in the chat with the bot, or with a mention in a channel or thread. */
  say(text: string, conversation?: string, changes?: Bag): Promise<Reply>;
  /** Presses a button of the newest message that has it, or of the open dialog. */
  press(button: string, changes?: Bag): Promise<Reply>;
  /** Submits the open dialog, or the newest form in the chat. */
  submit(answers: Bag, changes?: Bag): Promise<Reply>;
  invoke(name: string, value: Bag, changes?: Bag): Promise<Reply>;
  /** What the bot answered so far, also while it goes on working. */
  readonly replies: readonly Reply[];
  readonly dialog: Dialog | undefined;
  /** The conversation with the bot alone. */
  readonly chat: string;
  /** What stands in a conversation, or all of a channel's threads. */
  messages(conversation?: string): readonly Posted[];
}

interface ClientParts {
  readonly standIn: StandIn;
  readonly endpoint: () => string;
  readonly person: Someone;
  readonly settled: () => Promise<void>;
}

export function createClient({ standIn, endpoint, person, settled }: ClientParts): Client {
  const replies: Reply[] = [];
  let dialog: Dialog | undefined;
  /** Where the dialog was opened: what is done in it is done there. */
  let opener: Bag = {};
  let count = 0;
  const chat = `a:${person.id}`;

  const base = (conversation: string): Bag => ({
    id: `f:${person.id}-${String(++count)}-${String(performance.now())}`,
    channelId: "msteams",
    serviceUrl: standIn.url,
    from: person,
    recipient: { id: BOT, name: "Liaison" },
    conversation: {
      id: conversation,
      tenantId: TENANT,
      conversationType: conversation.startsWith("19:") ? "channel" : "personal",
    },
    channelData: { tenant: { id: TENANT } },
    locale: "en-US",
    localTimezone: "America/Chicago",
    timestamp: "2027-03-02T15:00:00Z",
  });

  async function send(activity: Bag, token: string | null = standIn.token()): Promise<Reply> {
    const response = await fetch(endpoint(), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    const reply = { status: response.status, body: text ? (JSON.parse(text) as Bag) : undefined };
    replies.push(reply);
    return reply;
  }

  async function invoke(name: string, value: Bag, changes: Bag = {}): Promise<Reply> {
    const reply = await send({ ...base(chat), type: "invoke", name, value, ...changes });
    if (name !== "adaptiveCard/action") dialog = dialogIn(reply.body);
    if (name === "task/fetch" || name === "composeExtension/fetchTask") opener = where(changes);
    await settled();
    return reply;
  }

  const where = ({
    conversation = base(chat)["conversation"],
    channelData,
    replyToId,
  }: Bag): Bag => ({
    conversation,
    ...(channelData ? { channelData } : {}),
    ...(replyToId ? { replyToId } : {}),
  });

  const messages = (conversation = chat): readonly Posted[] =>
    standIn.posts.filter((post) => post.conversation.split(";")[0] === conversation);

  async function act(message: Posted | undefined, action: Bag, inputs: Bag, changes: Bag) {
    const data = { ...inputs, ...(action["data"] as Bag) };
    if (!message) return await invoke("task/submit", { data }, { ...opener, ...changes });
    const { conversation, id, channelData } = base(message.conversation);
    const more = { conversation, id, channelData, replyToId: message.id, ...changes };
    if ((data["msteams"] as Bag | undefined)?.["type"] === "task/fetch")
      return await invoke("task/fetch", { data }, more);
    return await invoke("adaptiveCard/action", { action: { ...action, data } }, more);
  }

  return {
    send,
    invoke,
    messages,
    replies,
    chat,
    get dialog() {
      return dialog;
    },
    async say(text, conversation = chat, changes = {}) {
      const isShared = conversation.startsWith("19:");
      const reply = await send({
        ...base(conversation),
        type: "message",
        textFormat: "plain",
        text: isShared ? `<at>Liaison</at>&nbsp;${text}` : text,
        entities: isShared
          ? [{ type: "mention", text: "<at>Liaison</at>", mentioned: { id: BOT, name: "Liaison" } }]
          : [],
        ...changes,
      });
      await settled();
      return reply;
    },
    async press(button, changes = {}) {
      const inDialog = dialog && actionIn(dialog.card, button);
      if (inDialog) return await act(undefined, inDialog, {}, changes);
      const message = standIn.posts.findLast((post) => actionOf(post, button));
      const action = message && actionOf(message, button);
      if (!action) throw new Error(`Nothing offers "${button}"`);
      return await act(message, action, {}, changes);
    },
    async submit(answers, changes = {}) {
      const message = dialog ? undefined : messages().findLast((post) => submitOf(cardOf(post)));
      const card = dialog?.card ?? (message && cardOf(message));
      const action = card && submitOf(card);
      if (!action) throw new Error("No form is open");
      return await act(message, action, { ...inputsOf(card), ...answers }, changes);
    },
  };
}

/** The card of a message. */
export const cardOf = (post: Posted): Bag => post.attachments[0]?.content ?? {};

/** The form that stands in a card, by the words in its submit button. */
function submitOf(card: Bag): Bag | undefined {
  return partsOf(card).find(
    (part) =>
      ((part["data"] as Bag | undefined)?.["liaison"] as Bag | undefined)?.["kind"] === "submit",
  );
}

export const isForm = (card: Bag): boolean => submitOf(card) !== undefined;

const actionOf = (post: Posted, button: string): Bag | undefined => actionIn(cardOf(post), button);

function actionIn(card: Bag, button: string): Bag | undefined {
  return partsOf(card).find(
    (part) =>
      String(part["type"]).startsWith("Action.") &&
      (part["title"] === button || part["tooltip"] === button),
  );
}

/** What stands in the inputs. */
function inputsOf(card: Bag): Bag {
  return Object.fromEntries(
    partsOf(card)
      .filter((part) => String(part["type"]).startsWith("Input."))
      .map((part) => [String(part["id"]), part["value"] ?? ""]),
  );
}

/** Every object in a card, but for what an action carries and falls back to. */
export function partsOf(value: unknown): readonly Bag[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== "object" || value === null) return [];
  const bag = value as Bag;
  const inner = Object.entries(bag).filter(([name]) => name !== "data" && name !== "fallback");
  return [bag, ...inner.flatMap(([, part]) => partsOf(part))];
}

/** All that is written in a card. */
export const wordsOf = (card: Bag): string =>
  partsOf(card)
    .flatMap((part) => (typeof part["text"] === "string" ? [part["text"]] : []))
    .join("\n");

function dialogIn(body: Bag | undefined): Dialog | undefined {
  const task = body?.["task"] as Bag | undefined;
  if (task?.["type"] !== "continue") return undefined;
  const { title, card } = task["value"] as { readonly title: string; readonly card: Bag };
  return { title, card: card["content"] as Bag };
}
