/**
 * A small bot for Teams that the tests run: it checks who calls it by Microsoft's rules, posts cards
 * and dialogs through the connector, and sends a reminder each virtual hour. No library of
 * Microsoft's is in it, so that the stand-in is not only what one library believes.
 */
import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { type Bag, bagAt, bagsAt, stringAt } from "../../../playground/bag.ts";
import { busyWith, openChannel } from "../goal-bot-channel.ts";
import { doneCard, formCard, goalCard, homeCard } from "./goal-bot-cards.ts";

const env = (name: string): string => process.env[name] ?? "";
const base = env("TEAMS_CONNECTOR_URL");
const appId = env("TEAMS_APP_ID");
const tenant = env("TEAMS_TENANT_ID");

const events: string[] = [];
let token = "";

/** As any bot must, it waits as long as it is told to when it was too quick. */
async function json(url: string, init: RequestInit = {}): Promise<Bag> {
  const response = await fetch(url, init);
  if (response.status === 429) {
    await setTimeout(Number(response.headers.get("retry-after")) * 1000);
    return json(url, init);
  }
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return text === "" ? {} : (JSON.parse(text) as Bag);
}

/** Calls the connector with a token of its own. */
async function connector(method: string, path: string, body?: Bag): Promise<Bag> {
  if (token === "") {
    const form = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: appId,
      client_secret: env("TEAMS_APP_PASSWORD"),
      scope: "https://api.botframework.com/.default",
    });
    const issued = await json(`${base}oauth2/v2.0/token`, { method: "POST", body: form });
    token = stringAt(issued, "access_token") ?? "";
  }
  return json(`${base}v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

/** What Microsoft asks of a bot: issuer, audience, time, key, signature and the service's address. */
async function isFromTeams(authorization: string, activity: Bag): Promise<boolean> {
  const [head = "", body = "", signature = ""] = authorization.replace("Bearer ", "").split(".");
  const read = (part: string): Bag =>
    JSON.parse(Buffer.from(part, "base64url").toString("utf8")) as Bag;
  const claims = read(body);
  const metadata = await json(`${base}v1/.well-known/openidconfiguration`);
  const { keys } = await json(stringAt(metadata, "jwks_uri") ?? "");
  const key = bagsAt({ keys }, "keys").find((one) => one["kid"] === read(head)["kid"]);
  if (!key) return false;
  const now = Date.now() / 1000;
  const publicKey = createPublicKey({ key: key as JsonWebKey, format: "jwk" });
  return (
    verify(
      "RSA-SHA256",
      Buffer.from(`${head}.${body}`),
      publicKey,
      Buffer.from(signature, "base64url"),
    ) &&
    claims["iss"] === metadata["issuer"] &&
    claims["aud"] === appId &&
    Number(claims["nbf"]) <= now &&
    Number(claims["exp"]) > now &&
    claims["serviceurl"] === activity["serviceUrl"]
  );
}

const idOf = (activity: Bag): string =>
  encodeURIComponent(stringAt(bagAt(activity, "conversation"), "id") ?? "");

function reply(activity: Bag, message: Bag): Promise<Bag> {
  const path = `conversations/${idOf(activity)}/activities/${stringAt(activity, "id") ?? ""}`;
  return connector("POST", path, { type: "message", ...message });
}

const card = (content: Bag): Bag => ({
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content }],
});

/** What was typed, without the bot's mention. */
function typed(activity: Bag): { readonly text: string; readonly mentioned: boolean } {
  const mention = bagsAt(activity, "entities").find(
    (entity) => stringAt(bagAt(entity, "mentioned"), "id") === `28:${appId}`,
  );
  const text = (stringAt(activity, "text") ?? "").replace(stringAt(mention, "text") ?? "", "");
  return { text: text.replaceAll("\u00a0", " ").trim(), mentioned: mention !== undefined };
}

async function onMessage(activity: Bag): Promise<void> {
  const value = bagAt(activity, "value");
  if (value) {
    await reply(activity, { text: `Taken: ${JSON.stringify(value)}`, textFormat: "plain" });
    return;
  }
  const { text, mentioned } = typed(activity);
  const isChannel = stringAt(bagAt(activity, "conversation"), "conversationType") === "channel";
  if (isChannel && !mentioned) {
    events.push(`said ${text}`);
    return;
  }
  const zone = stringAt(activity, "localTimezone") ?? "no zone";
  const from = stringAt(bagAt(activity, "from"), "name") ?? "";
  switch (text.split(" ")[0] ?? "") {
    case "home":
      await reply(activity, card(homeCard));
      return;
    case "form":
      await reply(activity, card(formCard("in the chat")));
      return;
    case "goal":
      await reply(activity, {
        text: `**${from}** set a goal`,
        ...card(goalCard(text.slice(5))),
        channelData: { liaison: { kind: "goal.announce" } },
      });
      return;
    case "members": {
      const { members } = await connector("GET", `conversations/${idOf(activity)}/pagedmembers`);
      const names = bagsAt({ members }, "members").map((one) => stringAt(one, "name"));
      await reply(activity, { text: names.join(" · ") });
      return;
    }
    case "events?":
      await reply(activity, { text: events.join(", "), textFormat: "plain" });
      return;
    default:
      await reply(activity, { text: `You said ${text} (${zone})` });
  }
}

/** The body of an invoke's answer; null is a request the bot does not know. */
async function onInvoke(activity: Bag): Promise<Bag | null> {
  const value = bagAt(activity, "value");
  const data = bagAt(value, "data");
  const show = (title: string, content: Bag): Bag => ({
    task: { type: "continue", value: { title, card: only(content) } },
  });
  switch (stringAt(activity, "name") ?? "") {
    case "adaptiveCard/action": {
      const action = bagAt(value, "action");
      const name = stringAt(bagAt(activity, "from"), "name") ?? "";
      if (action?.["verb"] === "done") {
        const path = `conversations/${idOf(activity)}/activities/${stringAt(activity, "replyToId") ?? ""}`;
        await connector("PUT", path, { type: "message", ...card(doneCard(`Done by ${name}`)) });
      }
      if (action?.["verb"] === "say") {
        return {
          statusCode: 200,
          type: "application/vnd.microsoft.activity.message",
          value: "Hush.",
        };
      }
      const taken = doneCard(`Only ${name} sees this`);
      return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: taken };
    }
    case "task/fetch":
      return show("A first step", formCard(stringAt(data, "about") ?? ""));
    case "composeExtension/fetchTask":
      return show(
        "Log a goal",
        formCard(stringAt(bagAt(bagAt(value, "messagePayload"), "body"), "content") ?? ""),
      );
    case "task/submit":
    case "composeExtension/submitAction": {
      const title = stringAt(data, "title") ?? "";
      if (title === "again")
        return show("A first step", formCard("again", "Another word, please."));
      events.push(`${stringAt(activity, "name") ?? ""} ${JSON.stringify(data)}`);
      return title === "tell" ? { task: { type: "message", value: "Told." } } : {};
    }
    case "fileConsent/invoke":
      events.push(stringAt(bagAt(value, "uploadInfo"), "uploadUrl") ?? "declined");
      return {};
    default:
      return null;
  }
}

const only = (content: Bag): Bag => bagsAt(card(content), "attachments")[0] ?? {};

function onSystem(activity: Bag): void {
  const what =
    stringAt(activity, "action") ?? stringAt(bagAt(activity, "channelData"), "eventType");
  const zone = stringAt(activity, "localTimezone") ?? "no zone";
  events.push(`${stringAt(activity, "type") ?? ""} ${what ?? "bot"} (${zone})`);
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const activity = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Bag;
  const answer = (status: number, body?: Bag): void => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body ? JSON.stringify(body) : "");
  };
  if (!(await isFromTeams(request.headers.authorization ?? "", activity))) {
    answer(401);
    return;
  }
  if (activity["type"] === "invoke") {
    const body = await onInvoke(activity);
    answer(body ? 200 : 501, body ?? {});
    return;
  }
  if (activity["type"] === "message") await onMessage(activity);
  else onSystem(activity);
  answer(200);
}

const server = createServer((request, response) => {
  void busyWith(() => take(request, response)).catch((error: unknown) => {
    response.writeHead(500);
    response.end(String(error));
  });
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
openChannel({
  server,
  now: env("NOW"),
  folder: env("DATA_DIR"),
  remind: async (count) => {
    const members = [{ id: env("REMINDED") }];
    const made = await connector("POST", "conversations", { members, tenantId: tenant });
    await connector("POST", `conversations/${encodeURIComponent(String(made["id"]))}/activities`, {
      type: "message",
      text: `Reminder ${count}`,
      channelData: { liaison: { kind: "nudge.digest" } },
    });
  },
});
