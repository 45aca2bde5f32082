/** Slack's stand-in, put together: its world, what the bot calls of it, and its people's clients. */
import { createFaults } from "../faults.ts";
import type { Journal } from "../journal.ts";
import type { Ground } from "../ground.ts";
import type { Platform } from "../platform.ts";
import { Refused } from "../refused.ts";
import { stringAt, bagAt } from "../bag.ts";
import { accountChanged, archive, membership } from "./client/admin.ts";
import { findConversation } from "./client/find.ts";
import { change, close, submit } from "./client/forms.ts";
import { openHome } from "./client/home.ts";
import { press, shortcut } from "./client/press.ts";
import { say } from "./client/say.ts";
import {
  channelState,
  messagesFor,
  seenForm,
  seenHome,
  seenMessage,
  seenSince,
  sentMessage,
} from "./client/seen.ts";
import { createDeliver, type Deliver } from "./deliver.ts";
import { type FaultKind, isSlackFault } from "./faults.ts";
import { readManifest } from "./manifest.ts";
import { byTime } from "./messages.ts";
import { mountSlack } from "./mount.ts";
import { createRateLimits } from "./rate-limits.ts";
import { createSocketMode } from "./socket-mode.ts";
import { firstOfEach, isOfSchool } from "../story.ts";
import type { SlackStage } from "./stage.ts";
import { createResponseUrls, createTriggers, type ResponseUrl } from "./triggers.ts";
import { createUploads } from "./uploads.ts";
import { botToken } from "./web-api.ts";
import { createWorld } from "./world.ts";

export interface SlackOptions {
  readonly ground: Ground;
  readonly journal: Journal;
  /** As Slack's app settings export it: commands, shortcuts and events. */
  readonly manifest: unknown;
  /** Address of the playground, without a final slash. */
  readonly baseUrl: string;
  /** Where the bot listens, without a path; waits while it is being restarted. */
  readonly bot: () => Promise<string>;
  /** The bot called something: it is alive. */
  readonly heard: () => void;
  /** In milliseconds; limits and lifetimes are on real time. */
  readonly realNow: () => number;
  readonly log: (sentence: string) => void;
  /** How the bot is told, instead of by requests to where it listens. */
  readonly deliver?: Deliver;
}

export interface Slack extends Platform {
  readonly stage: SlackStage;
}

export function createSlack(options: SlackOptions): Slack {
  const { ground, journal, baseUrl, realNow, log } = options;
  const world = createWorld(journal, ground.demo, ground);
  const declared = readManifest(options.manifest);
  const triggers = createTriggers(realNow);
  const limits = createRateLimits(() => realNow() + Date.parse(ground.clock().now));
  const urls = createResponseUrls(journal.collection<ResponseUrl>("response-url"), realNow);
  const faults = createFaults<FaultKind>();
  const sockets = createSocketMode();
  const deliver =
    options.deliver ??
    createDeliver({
      url: async () => `${await options.bot()}/slack/events`,
      secret: () => world.secret("signing"),
      sockets,
      subscribed: declared.events,
      log,
    });
  const stage: SlackStage = { world, deliver, triggers, urls, faults, declared, baseUrl, log };
  const open = () => world.channels().filter((channel) => !channel.direct);

  return {
    name: "slack",
    stage,
    environment: () => ({
      SLACK_BOT_TOKEN: botToken(world, world.demo.workspaces[0]?.team ?? ""),
      SLACK_SIGNING_SECRET: world.secret("signing"),
      SLACK_API_URL: `${baseUrl}/slack/api/`,
    }),
    offers: {
      commands: declared.commands.map(({ name, hint }) => ({ name, hint, platform: "slack" })),
      shortcuts: declared.shortcuts.map(({ name, onMessage }) => ({
        name,
        onMessage,
        platform: "slack",
      })),
    },
    mount: (app) => {
      app.use("/slack/api", (_request, _response, next) => {
        options.heard();
        next();
      });
      const uploads = createUploads();
      const granted = declared.scopes;
      mountSlack(
        app,
        { world, triggers, uploads, sockets, baseUrl, limits, faults, granted },
        urls,
      );
    },
    upgrade: (request, socket, head) => {
      sockets.upgrade(request, socket, head);
    },
    forget: () => {
      faults.clear();
      limits.clear();
    },
    stop: () => {
      deliver.stop();
      sockets.stop();
    },

    channels: () => open().map((channel) => channelState(world, channel)),
    channelsOf: (person) =>
      open()
        .filter((channel) => channel.members.includes(person.user))
        .map(({ id }) => id),
    place: (person, name) => {
      const channel = findConversation(world, person, name);
      return channel.direct ? "dm" : channel.id;
    },
    messages: (person) =>
      messagesFor(world, person).map((message) => seenMessage(world, message, person)),
    form: (person) => seenForm(world, person),
    home: (person) => seenHome(world, person),
    since: (person, revision) => seenSince(world, person, revision),
    sentSince: (revision) => {
      const bots = new Set(world.demo.workspaces.map((space) => space.bot));
      return world.messages
        .values()
        .filter((message) => message.created > revision && bots.has(message.user))
        .sort(byTime)
        .map((message) => ({ order: message.created, message: sentMessage(world, message) }));
    },
    kindsSent: (school) =>
      firstOfEach(
        world.messages
          .values()
          .filter(({ channel }) => isOfSchool(world, school, world.channel(channel)?.members ?? []))
          .map(({ metadata, at }) => ({
            kind: stringAt(bagAt(metadata ?? undefined, "event_payload"), "kind"),
            at,
          })),
      ),

    say: (person, body) => say(stage, person, body),
    press: (person, body) => press(stage, person, body),
    shortcut: (person, body) => shortcut(stage, person, body),
    submit: (person, body) => submit(stage, person, body),
    change: (person, body) => change(stage, person, body),
    close: (person, body) => close(stage, person, body),
    openHome: (person) => openHome(stage, person),

    archive: (channel, archived) => archive(stage, channel, archived),
    membership: (channel, person, member) => membership(stage, channel, person, member),
    accountChanged: (person) => accountChanged(stage, person),
    isInstalled: () => true,
    install: () => {
      throw new Refused(
        409,
        "On Slack an app is installed for the whole workspace, not by a person.",
      );
    },
    fault: ({ kind, times, match }) => {
      if (!isSlackFault(kind)) throw new Refused(400, `“${kind}” is trouble that only Teams has.`);
      faults.add(kind, times, match);
    },
  };
}
