/**
 * Login by SCRAM-SHA-256 (RFC 5802, RFC 7677) as MongoDB's drivers do it, for the one user there
 * is. A connection that listens on loopback can be opened by anybody on the machine.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto";
import { Binary } from "bson";
import { type Doc, firstName, isDoc, type Value } from "./bson.ts";
import { COMMON_FIELDS, readArgs, type Reply } from "./commands/command.ts";
import { CommandError } from "./errors.ts";
import type { Steps } from "./query.ts";

export const USER = "liaison";
/** The least that drivers accept. More would slow down guessing, and nobody guesses 24 random bytes. */
const ITERATIONS = 4096;

type Run = (body: Doc | CommandError) => Steps<Reply>;
/** Runs the commands of one connection: before its login only greetings. */
export type Guard = (body: Doc | CommandError, run: Run) => Steps<Reply>;

const failed = () => new CommandError(18, "Authentication failed.");
const hash = (data: Buffer): Buffer => createHash("sha256").update(data).digest();
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const textOf = (payload: Value | undefined): string =>
  payload instanceof Binary ? Buffer.from(payload.value()).toString() : "";
const answer = (done: boolean, text: string): Record<string, unknown> => ({
  conversationId: 1,
  done,
  payload: new Binary(Buffer.from(text)),
  ok: 1,
});

/** Makes a guard for each connection. */
export function createGuards(password: string): () => Guard {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const [storedKey, serverKey] = [hash(hmac(salted, "Client Key")), hmac(salted, "Server Key")];

  return () => {
    let isIn = false;
    /** What the login under way signs, and the nonce it has to repeat; each serves once. */
    let pending: { readonly nonce: string; readonly signed: string } | undefined;

    function start(body: Doc): Reply {
      isIn = false;
      const args = readArgs(body, "saslStart", [...START_FIELDS, ...COMMON_FIELDS]);
      const options = readArgs(args.doc("options"), "saslStart.options", ["skipEmptyExchange"]);
      const [, first = "", theirs = ""] = /^n,,(n=liaison,r=([!-+\--~]{1,256}))$/.exec(
        textOf(args.value("payload")),
      ) ?? [""];
      const isKnown = args.text("mechanism") === "SCRAM-SHA-256";
      if (!isKnown || first === "" || !options.flag("skipEmptyExchange")) throw failed();
      const nonce = theirs + randomBytes(24).toString("base64");
      const ours = `r=${nonce},s=${salt.toString("base64")},i=${ITERATIONS}`;
      pending = { nonce, signed: `${first},${ours}` };
      return answer(false, ours);
    }

    function finish(body: Doc): Reply {
      const args = readArgs(body, "saslContinue", [...CONTINUE_FIELDS, ...COMMON_FIELDS]);
      const [plain = "", given = ""] = textOf(args.value("payload")).split(",p=");
      const expected = pending;
      pending = undefined;
      if (expected === undefined || plain !== `c=biws,r=${expected.nonce}`) throw failed();
      const message = `${expected.signed},${plain}`;
      const signature = hmac(storedKey, message);
      const proof = Buffer.from(given, "base64");
      const key = signature.map((byte, i) => byte ^ (proof[i] ?? 0));
      if (!timingSafeEqual(hash(Buffer.from(key)), storedKey)) throw failed();
      isIn = true;
      return answer(true, `v=${hmac(serverKey, message).toString("base64")}`);
    }

    /** A greeting may begin the login; where that fails, the driver asks again and is told why. */
    function* greet(body: Doc, run: Run): Steps<Reply> {
      const { speculativeAuthenticate: login, ...rest } = Object.fromEntries(body);
      const reply = yield* run(new Map(Object.entries(rest)));
      if (!isDoc(login) || Buffer.isBuffer(reply)) return reply;
      login.delete("db");
      try {
        return { ...reply, speculativeAuthenticate: start(login) };
      } catch (error) {
        if (error instanceof CommandError) return reply;
        throw error;
      }
    }

    return function* (body, run) {
      const name = body instanceof CommandError ? "" : firstName(body);
      if (!(body instanceof CommandError)) {
        if (name === "saslStart") return start(body);
        if (name === "saslContinue") return finish(body);
        if (name === "hello" || name === "ismaster") return yield* greet(body, run);
      }
      if (!isIn) throw new CommandError(13, `Command ${name} requires authentication`);
      return yield* run(body);
    };
  };
}

const START_FIELDS = ["saslStart", "mechanism", "payload", "autoAuthorize", "options"];
const CONTINUE_FIELDS = ["saslContinue", "conversationId", "payload"];
