/**
 * Login by SCRAM-SHA-256 (RFC 5802, RFC 7677) as MongoDB's drivers do it, for the one user there is.
 * What listens on loopback can be reached by anybody on the machine, who may also take its port when
 * the thread has died: the password is never sent, and who does not know it cannot answer for us.
 */
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from "node:crypto";
import { Binary } from "bson";
import { type Doc, firstName } from "./bson.ts";
import { COMMON_FIELDS, readArgs } from "./commands/command.ts";
import { CommandError } from "./errors.ts";

export const USER = "liaison";
/** The least that drivers accept. More would slow down guessing, and nobody guesses 24 random bytes. */
const ITERATIONS = 4096;
const FIELDS = ["payload", "mechanism", "autoAuthorize", "options", "conversationId"];

/** Answers `saslStart` or `saslContinue`; who gets `done` is in. Throws 18 for anybody else. */
export type Login = (body: Doc) => { readonly done: boolean; readonly [field: string]: unknown };

const failed = () => new CommandError(18, "Authentication failed.");
const hash = (data: Buffer): Buffer => createHash("sha256").update(data).digest();
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** Makes a login for each connection. */
export function createLogins(password: string): () => Login {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, "sha256");
  const [storedKey, serverKey] = [hash(hmac(salted, "Client Key")), hmac(salted, "Server Key")];

  return () => {
    /** What the login under way signs, and the nonce it has to repeat; each serves once. */
    let pending: { readonly nonce: string; readonly signed: string } | undefined;

    function start(given: string): string {
      const [, first = "", theirs = ""] = /^n,,(n=liaison,r=([!-+\--~]{1,256}))$/.exec(given) ?? [];
      if (first === "") throw failed();
      const nonce = theirs + randomBytes(24).toString("base64");
      const ours = `r=${nonce},s=${salt.toString("base64")},i=${ITERATIONS}`;
      pending = { nonce, signed: `${first},${ours}` };
      return ours;
    }

    function finish(given: string): string {
      const [plain = "", proof = ""] = given.split(",p=");
      const expected = pending;
      pending = undefined;
      if (expected === undefined || plain !== `c=biws,r=${expected.nonce}`) throw failed();
      const message = `${expected.signed},${plain}`;
      const bytes = Buffer.from(proof, "base64");
      const key = hmac(storedKey, message).map((byte, i) => byte ^ (bytes[i] ?? 0));
      if (!timingSafeEqual(hash(Buffer.from(key)), storedKey)) throw failed();
      return `v=${hmac(serverKey, message).toString("base64")}`;
    }

    return (body) => {
      const name = firstName(body);
      const args = readArgs(body, name, [name, ...FIELDS, ...COMMON_FIELDS]);
      const payload = args.value("payload");
      const given = payload instanceof Binary ? Buffer.from(payload.value()).toString() : "";
      const done = name === "saslContinue";
      if (!done && args.text("mechanism") !== "SCRAM-SHA-256") throw failed();
      const answer = Buffer.from(done ? finish(given) : start(given));
      return { conversationId: 1, done, payload: new Binary(answer), ok: 1 };
    };
  };
}
