/**
 * Microsoft's side of the wire, on this computer: signing keys, tokens, and the connector with its
 * conversations. As strict as the real one where the adapter depends on it.
 */

import { generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export const TENANT = "22222222-2222-4222-8222-222222222222";
export const OTHER_TENANT = "99999999-9999-4999-8999-999999999999";
export const APP = "11111111-1111-4111-8111-111111111111";
export const SECRET = "a-client-secret";
export const BOT = `28:${APP}`;
export const TEAM = "19:general@thread.tacv2";
export const CHANNEL = "19:library@thread.tacv2";

export interface Someone {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  /** Of their own tenant, when that is another one. */
  readonly tenantId?: string;
}
export const ADA: Someone = { id: "29:1ada", name: "Ada Lane", aadObjectId: "aaaa-1" };
export const BEN: Someone = { id: "29:1ben", name: "Ben Ode", aadObjectId: "bbbb-2" };

/** A message as Teams keeps it. */
export interface Posted {
  readonly id: string;
  readonly conversation: string;
  readonly summary: string | undefined;
  readonly channelData: unknown;
  readonly attachments: readonly {
    readonly contentType?: string;
    readonly name?: string;
    readonly contentUrl?: string;
    readonly content: Readonly<Record<string, unknown>>;
  }[];
}

/** A file on its way into a OneDrive. */
export interface Uploaded {
  readonly path: string;
  readonly range: string | undefined;
  readonly content: string;
}

export interface Call {
  readonly method: string;
  readonly path: string;
}

/** What the next call that fits it meets: the next message, when it does not say. */
export interface Fault {
  readonly status?: number;
  readonly code?: string;
  readonly subCode?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The message is taken all the same. */
  readonly afterDelivery?: true;
  /** The answer waits for this. */
  readonly until?: Promise<void>;
  /** The connection breaks instead of an answer. */
  readonly breaks?: true;
  readonly path?: RegExp;
}

export interface StandIn {
  readonly url: string;
  /** Newest version of each, oldest first. */
  readonly posts: readonly Posted[];
  readonly calls: readonly Call[];
  /** Below `upload/`; `upload/full` takes none, and `upload/moved` is somewhere else. */
  readonly uploads: readonly Uploaded[];
  readonly members: Map<string, Someone>;
  fault(fault: Fault): void;
  /** What Microsoft signs for a request to the bot. */
  token(claims?: Readonly<Record<string, unknown>>, key?: KeyObject): string;
  stop(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posted or changed; a conversation that is only begun holds none yet. */
const isMessage = (path: string, raw: string): boolean =>
  path.includes("/activities") || (path === "v3/conversations" && raw.includes('"activity"'));

const failure = (status: number, code: string, message = code): Reply => ({
  status,
  body: { error: { code, message } },
});

export async function openStandIn(): Promise<StandIn> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = randomUUID();
  const accessToken = randomUUID();
  const posts: Posted[] = [];
  const calls: Call[] = [];
  const uploads: Uploaded[] = [];
  const faults: Fault[] = [];
  const members = new Map([ADA, BEN].map((person) => [person.id, person]));
  let count = 1_700_000_000_000;
  let url = "";

  function keep(conversation: string, body: object, id = String(++count)): string {
    const { summary, channelData, attachments = [] } = body as Partial<Posted>;
    const at = posts.findIndex((post) => post.id === id);
    const post = { id, conversation, summary, channelData, attachments };
    if (at < 0) posts.push(post);
    else posts[at] = post;
    return id;
  }

  function upload(file: Uploaded): Reply {
    if (file.path === "upload/full") return failure(507, "insufficientStorage");
    if (file.path === "upload/moved") return { status: 307, headers: { location: "1" } };
    uploads.push(file);
    return { status: 201, body: {} };
  }

  function metadata(path: string, form: string): Reply | undefined {
    switch (path) {
      case "v1/.well-known/openidconfiguration":
        return {
          status: 200,
          body: {
            issuer: "https://api.botframework.com",
            jwks_uri: `${url}v1/.well-known/keys`,
            id_token_signing_alg_values_supported: ["RS256"],
          },
        };
      case "v1/.well-known/keys": {
        const jwk = publicKey.export({ format: "jwk" });
        return {
          status: 200,
          body: { keys: [{ ...jwk, kid, use: "sig", alg: "RS256", endorsements: ["msteams"] }] },
        };
      }
      case "oauth2/v2.0/token": {
        const asked = new URLSearchParams(form);
        const isKnown = asked.get("client_id") === APP && asked.get("client_secret") === SECRET;
        return isKnown
          ? {
              status: 200,
              body: { access_token: accessToken, expires_in: 3600, token_type: "Bearer" },
            }
          : { status: 401, body: { error: "invalid_client" } };
      }
      default:
        return undefined;
    }
  }

  function connector(method: string, path: string, raw: string): Reply {
    const body = (raw ? JSON.parse(raw) : {}) as Readonly<Record<string, unknown>>;
    if (path === "v3/conversations" && method === "POST") return create(body);
    if (/^v3\/teams\/[^/]+\/conversations$/u.test(path))
      return {
        status: 200,
        body: { conversations: [{ id: TEAM }, { id: CHANNEL, name: "Library" }] },
      };
    const [, conversation = "", rest = "", id] =
      /^v3\/conversations\/([^/]+)\/(activities|members)(?:\/(.+))?$/u.exec(path) ?? [];
    if (rest === "members") {
      const member = [...members.values()].find((one) => one.id === id || one.aadObjectId === id);
      const isThere =
        member && (conversation.startsWith("19:") || conversation === `a:${member.id}`);
      return isThere
        ? { status: 200, body: { tenantId: TENANT, userRole: "user", ...member } }
        : failure(404, "MemberNotFoundInConversation");
    }
    if (rest !== "activities") return failure(404, "NotFound");
    if (raw.length * 2 > 100 * 1024) return failure(413, "MessageSizeTooBig");
    if (method === "POST") return { status: 201, body: { id: keep(conversation, body) } };
    if (!posts.some((post) => post.id === id))
      return failure(404, "ActivityNotFoundInConversation");
    if (method === "PUT") return { status: 200, body: { id: keep(conversation, body, id) } };
    posts.splice(
      posts.findIndex((post) => post.id === id),
      1,
    );
    return { status: 200 };
  }

  function create(body: Readonly<Record<string, unknown>>): Reply {
    const {
      channelData,
      activity,
      members: whom,
    } = body as {
      readonly channelData?: { readonly channel?: { readonly id: string } };
      readonly activity?: object;
      readonly members?: readonly [{ readonly id: string }];
    };
    const channel = channelData?.channel?.id;
    if (channel !== undefined) {
      const root = String(++count);
      const id = `${channel};messageid=${root}`;
      keep(id, activity ?? {}, root);
      return { status: 201, body: { id, activityId: root } };
    }
    const asked = whom?.[0].id;
    const member = [...members.values()].find((one) =>
      [one.id, one.aadObjectId].includes(asked ?? ""),
    );
    return member ? { status: 201, body: { id: `a:${member.id}` } } : failure(404, "UserNotFound");
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const raw = Buffer.concat(chunks).toString("utf8");
    const path = decodeURIComponent((request.url ?? "").replace(/^\/teams\//u, ""));
    const method = request.method ?? "";
    let reply = path.startsWith("upload/")
      ? upload({ path, range: request.headers["content-range"], content: raw })
      : metadata(path, raw);
    if (!reply) {
      calls.push({ method, path });
      const at = faults.findIndex((fault) => fault.path?.test(path) ?? isMessage(path, raw));
      const [fault] = at < 0 ? [] : faults.splice(at, 1);
      const isFree = request.headers.authorization === `Bearer ${accessToken}`;
      const isTaken = !fault || Boolean(fault.afterDelivery ?? fault.until);
      reply = isFree
        ? isTaken
          ? connector(method, path, raw)
          : failure(500, "Fault")
        : failure(401, "Unauthorized");
      await fault?.until;
      if (fault?.breaks) {
        response.destroy();
        return;
      }
      if (fault?.status) {
        const words = JSON.stringify({ subCode: fault.subCode, details: "Refused" });
        reply = {
          ...failure(fault.status, fault.code ?? "ServiceError", fault.subCode ? words : "Fault"),
          ...(fault.headers ? { headers: fault.headers } : {}),
        };
      }
    }
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    response.end(reply.body === undefined ? "" : JSON.stringify(reply.body));
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  url = `http://127.0.0.1:${String(typeof address === "object" ? address?.port : 0)}/teams/`;

  const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  return {
    url,
    posts,
    calls,
    uploads,
    members,
    fault: (fault) => faults.push(fault),
    token(claims = {}, key = privateKey) {
      const now = Math.floor(Date.now() / 1000);
      const head = encoded({ alg: "RS256", typ: "JWT", kid });
      const payload = encoded({
        iss: "https://api.botframework.com",
        aud: APP,
        nbf: now - 10,
        exp: now + 600,
        serviceurl: url,
        ...claims,
      });
      const signature = sign("RSA-SHA256", Buffer.from(`${head}.${payload}`), key);
      return `${head}.${payload}.${signature.toString("base64url")}`;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
