/** Teams' stand-in, put together: its world, what the bot calls of it, and its people's clients. */
import express from "express";
import { bagAt, isBag, stringAt } from "../bag.ts";
import type { Fault } from "../contract.ts";
import { createFaults } from "../faults.ts";
import type { Ground } from "../ground.ts";
import type { Journal } from "../journal.ts";
import type { Platform } from "../platform.ts";
import { accountChanged, archive, install, membership } from "./client/admin.ts";
import { extension } from "./client/extension.ts";
import { findConversation } from "./client/find.ts";
import { change, close, submit } from "./client/forms.ts";
import { press } from "./client/press.ts";
import { say } from "./client/say.ts";
import {
  channelState,
  isOfBot,
  messagesOf,
  seenForm,
  seenHome,
  seenSince,
  sentMessage,
} from "./client/seen.ts";
import { connectorRouter } from "./connector.ts";
import { createDeliver, type Deliver } from "./deliver.ts";
import { createOneDrive } from "./files.ts";
import { createIdentity } from "./identity.ts";
import { APP_ID, chatId } from "./ids.ts";
import { readManifest } from "./manifest.ts";
import { byTime } from "./posts.ts";
import { createRateLimits } from "./rate-limits.ts";
import { firstOfEach, isOfSchool } from "../story.ts";
import type { TeamsStage } from "./stage.ts";
import { createTeamsWorld } from "./world.ts";

export interface TeamsOptions {
  readonly ground: Ground;
  readonly journal: Journal;
  /** `manifest.json` of the bot's app package: commands, message extensions, permissions. */
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

export interface Teams extends Platform {
  readonly stage: TeamsStage;
}

export function createTeams(options: TeamsOptions): Teams {
  const { ground, journal, realNow, log } = options;
  const base = `${options.baseUrl}/teams/`;
  const world = createTeamsWorld(journal, ground);
  const secret = (): string => world.secret("teams-password");
  const limits = createRateLimits(() => realNow() + Date.parse(ground.clock().now));
  const identity = createIdentity({ base, secret, realNow });
  const declared = readManifest(options.manifest);
  const faults = createFaults<Fault["kind"]>();
  const deliver = options.deliver ?? createDeliver({ bot: options.bot, identity, log });
  const oneDrive = createOneDrive(base);
  const stage: TeamsStage = { world, deliver, declared, oneDrive, base, log };
  const channels = () => world.conversations().filter(({ kind }) => kind === "channel");

  return {
    name: "teams",
    stage,
    environment: () => ({
      TEAMS_APP_ID: APP_ID,
      TEAMS_APP_PASSWORD: secret(),
      TEAMS_APP_TYPE: "MultiTenant",
      TEAMS_TENANT_ID: world.demo.tenants[0]?.tenant ?? "",
      TEAMS_CONNECTOR_URL: base,
    }),
    offers: {
      commands: declared.commands.map((command) => ({ ...command, platform: "teams" })),
      shortcuts: declared.extensions.map(({ name, onMessage }) => ({
        name,
        onMessage,
        platform: "teams",
      })),
    },
    mount: (app) => {
      app.use("/teams", (_request, _response, next) => {
        options.heard();
        next();
      });
      app.get("/teams/v1/.well-known/openidconfiguration", (_request, response) => {
        response.json(identity.metadata);
      });
      app.get("/teams/v1/.well-known/keys", (_request, response) => {
        response.json(identity.keys);
      });
      const form = express.text({ type: () => true });
      app.post("/teams/oauth2/v2.0/token", form, (request, response) => {
        const fields = new URLSearchParams(typeof request.body === "string" ? request.body : "");
        const { status, body } = identity.issue(fields);
        response.status(status).json(body);
      });
      oneDrive.mount(app);
      const { supportsFiles } = declared;
      const parts = { world, identity, limits, faults, supportsFiles, base };
      app.use("/teams/v3", connectorRouter(parts));
    },
    forget: () => {
      faults.clear();
      limits.clear();
    },
    stop: () => undefined,

    channels: () => channels().map((channel) => channelState(world, channel)),
    channelsOf: (person) =>
      channels()
        .filter(({ members }) => members.includes(person.user))
        .map(({ id }) => id),
    place: (person, name) => {
      const { kind, id } = findConversation(world, person, name);
      return kind === "personal" ? "dm" : id;
    },
    messages: (person) => messagesOf(world, person),
    form: (person) => seenForm(world, person),
    home: (person) => seenHome(world, person),
    since: (person, revision) => seenSince(world, person, revision),
    sentSince: (revision) =>
      world.posts
        .values()
        .filter((post) => post.created > revision && isOfBot(post))
        .sort(byTime)
        .map((post) => ({ order: post.created, message: sentMessage(world, post) })),
    kindsSent: (school) =>
      firstOfEach(
        world.posts
          .values()
          .filter(({ conversation }) =>
            isOfSchool(world, school, world.conversation(conversation)?.members ?? []),
          )
          .flatMap(({ activity, at }) =>
            Object.values(bagAt(activity, "channelData") ?? {})
              .filter(isBag)
              .map((data) => ({ kind: stringAt(data, "kind"), at })),
          ),
      ),

    say: (person, body) => say(stage, person, body),
    press: (person, body) => press(stage, person, body),
    shortcut: (person, body) => extension(stage, person, body),
    submit: (person, body) => submit(stage, person, body),
    change: (person, body) => change(stage, person, body),
    close: (person, body) => close(stage, person, body),
    openHome: (person) => say(stage, person, { in: "dm", text: "home" }),

    archive: (channel, archived) => archive(stage, channel, archived),
    membership: (channel, person, member) => membership(stage, channel, person, member),
    accountChanged: (person) => accountChanged(stage, person),
    isInstalled: (person) => world.conversation(chatId(person.user))?.installed === true,
    install: (person, installed) => install(stage, person, installed),
    fault: ({ kind, times, match }) => {
      faults.add(kind, times, match);
    },
  };
}
