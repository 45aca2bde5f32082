/** The Bot Framework connector as the bot calls it: `v3/conversations…` and `v3/teams…`. */
import express, { type Request, type Response, type Router } from "express";
import { type Bag, isBag, parseJson } from "../bag.ts";
import { createConversation, type CreateParts } from "./create-conversation.ts";
import type { Identity } from "./identity.ts";
import { BOT, splitThread } from "./ids.ts";
import { postAt, publish, remove, replace } from "./posts.ts";
import type { Operation } from "./rate-limits.ts";
import { NO_ACTIVITY, NO_CONVERSATION, NOT_IN_ROSTER, refusal, send, throttle } from "./refusal.ts";
import { findMember, memberPayload, peopleIn } from "./roster.ts";
import { attempt, refuseWrite } from "./write.ts";
import type { Conversation } from "./world.ts";

export interface ConnectorParts extends CreateParts {
  readonly identity: Identity;
}

const BODY_LIMIT = "4mb";
const PAGE = { least: 50, usual: 200, most: 500 } as const;

/** A call that was let in, about a conversation that is there. */
interface Call {
  readonly conversation: Conversation;
  /** The thread it is about, in a channel. */
  readonly root: string | null;
  readonly body: Bag;
  readonly request: Request;
  readonly response: Response;
}

export function connectorRouter(parts: ConnectorParts): Router {
  const { world, identity, limits } = parts;
  const router = express.Router();

  router.use((request, response, next) => {
    if (identity.accepts(request.headers.authorization)) next();
    else send(response, refusal(401, "Unauthorized", "Authorization has been denied."));
  });
  router.use(express.raw({ type: () => true, limit: BODY_LIMIT }));

  /** Finds the conversation and counts the call. */
  function about(operation: Operation, run: (call: Call) => void) {
    return (request: Request, response: Response): void => {
      const { id, root } = splitThread(String(request.params["conversation"]));
      const conversation = world.conversation(id);
      if (!conversation) {
        send(response, NO_CONVERSATION);
        return;
      }
      const wait = limits.retryAfter(conversation.tenant, id, operation);
      if (wait === null) run({ conversation, root, body: bodyOf(request), request, response });
      else throttle(response, wait);
    };
  }

  function write(call: Call, status: 200 | 201, deed: () => string): void {
    const { conversation, body: activity, response } = call;
    const done = (): Bag => ({ id: deed() });
    attempt(parts, { conversation, activity, response, status, deed: done });
  }

  router.post("/conversations", (request, response) => {
    createConversation(parts, bodyOf(request), response);
  });
  router.post(
    [
      "/conversations/:conversation/activities",
      "/conversations/:conversation/activities/:activity",
    ],
    about("send", (call) => {
      const { conversation, body } = call;
      if (body["type"] === "typing") {
        call.response.status(201).json({});
        return;
      }
      const replied = call.request.params["activity"];
      const root = call.root ?? (typeof replied === "string" ? replied : null);
      const isKnown = root === null || postAt(world, conversation.id, root) !== undefined;
      if (conversation.kind === "channel" && !isKnown) {
        send(call.response, NO_ACTIVITY);
        return;
      }
      write(call, 201, () => {
        const draft = { conversation: conversation.id, root, from: BOT, activity: body };
        return publish(world, draft).id;
      });
    }),
  );
  router.put(
    "/conversations/:conversation/activities/:activity",
    about("send", (call) => {
      const post = postAt(world, call.conversation.id, String(call.request.params["activity"]));
      if (post?.from !== BOT) send(call.response, NO_ACTIVITY);
      else write(call, 200, () => replace(world, post, call.body).id);
    }),
  );
  router.delete(
    "/conversations/:conversation/activities/:activity",
    about("send", ({ conversation, request, response }) => {
      const post = postAt(world, conversation.id, String(request.params["activity"]));
      const refused = refuseWrite(world, conversation);
      if (post?.from !== BOT) send(response, NO_ACTIVITY);
      else if (refused) send(response, refused);
      else {
        remove(world, post);
        response.status(200).end();
      }
    }),
  );

  router.get(
    "/conversations/:conversation/pagedmembers",
    about("read", ({ conversation, request, response }) => {
      if (!conversation.installed) {
        send(response, NOT_IN_ROSTER);
        return;
      }
      const all = peopleIn(world, conversation).map(memberPayload);
      const { members, next } = pageOf(all, conversation, request);
      response.json({ members, ...(next === null ? {} : { continuationToken: next }) });
    }),
  );
  router.get(
    [
      "/conversations/:conversation/members",
      "/conversations/:conversation/activities/:activity/members",
    ],
    about("read", ({ conversation, response }) => {
      if (conversation.installed) response.json(peopleIn(world, conversation).map(memberPayload));
      else send(response, NOT_IN_ROSTER);
    }),
  );
  router.get(
    "/conversations/:conversation/members/:member",
    about("read", ({ conversation, request, response }) => {
      const person = findMember(world, conversation, String(request.params["member"]));
      if (!conversation.installed) send(response, NOT_IN_ROSTER);
      else if (person) response.json(memberPayload(person));
      else send(response, refusal(404, "MemberNotFoundInConversation", "Member not found."));
    }),
  );
  router.get("/teams/:team", (request, response) => {
    const tenant = world.demo.tenants.find(({ team }) => team.id === request.params.team);
    if (!tenant) send(response, NO_CONVERSATION);
    else {
      const { id, name, aadGroupId } = tenant.team;
      response.json({ id, name, aadGroupId, channelCount: tenant.channels.length });
    }
  });
  router.get("/teams/:team/conversations", (request, response) => {
    const tenant = world.demo.tenants.find(({ team }) => team.id === request.params.team);
    if (!tenant) send(response, NO_CONVERSATION);
    else response.json({ conversations: tenant.channels.map(({ id, name }) => ({ id, name })) });
  });
  router.use((request, response) => {
    send(
      response,
      refusal(404, "NotFound", `The stand-in has no ${request.method} ${request.path}`),
    );
  });
  return router;
}

/** Teams pages the members of teams only; a chat is answered whole. */
function pageOf(
  all: readonly Bag[],
  { kind }: Conversation,
  request: Request,
): { readonly members: readonly Bag[]; readonly next: string | null } {
  if (kind === "personal") return { members: all, next: null };
  const asked = Number(request.query["pageSize"] ?? PAGE.usual) || PAGE.usual;
  const size = Math.min(PAGE.most, Math.max(PAGE.least, asked));
  const from = Number(request.query["continuationToken"] ?? 0) || 0;
  const until = from + size;
  return { members: all.slice(from, until), next: until < all.length ? String(until) : null };
}

function bodyOf(request: Request): Bag {
  const text = Buffer.isBuffer(request.body) ? request.body.toString("utf8") : "";
  const body = parseJson(text);
  return isBag(body) ? body : {};
}
