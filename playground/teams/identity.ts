/**
 * Who is who between Teams and the bot: the keys that Teams signs with, and the tokens the bot gets
 * for its secret. Always on real time: both sides check them against their own clocks.
 */
import { generateKeyPairSync, randomBytes, randomUUID, sign } from "node:crypto";
import type { Bag } from "../bag.ts";
import { APP_ID } from "./ids.ts";

const ISSUER = "https://api.botframework.com";
const ACTIVITY_TOKEN_LIVES_S = 3600;
const BOT_TOKEN_LIVES_S = 3600;
/** Clocks may differ by five minutes. */
const SKEW_S = 300;

export interface Identity {
  /** `v1/.well-known/openidconfiguration` */
  readonly metadata: Bag;
  /** `v1/.well-known/keys` */
  readonly keys: Bag;
  /** What Teams sends along with an activity. */
  activityToken(): string;
  /** A token for the bot, or Entra's refusal with its status. */
  issue(form: URLSearchParams): { readonly status: number; readonly body: Bag };
  /** Whether an `Authorization` header carries a token that was issued and is not over. */
  accepts(authorization: string | undefined): boolean;
}

export interface IdentityOptions {
  /** The base of the stand-in, with its final slash. */
  readonly base: string;
  readonly secret: () => string;
  /** In milliseconds. */
  readonly realNow: () => number;
}

export function createIdentity({ base, secret, realNow }: IdentityOptions): Identity {
  const kid = randomUUID();
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const issued = new Map<string, number>();
  const seconds = (): number => Math.floor(realNow() / 1000);

  function refused(error: string, description: string): { status: number; body: Bag } {
    return { status: 401, body: { error, error_description: description } };
  }

  return {
    metadata: {
      issuer: ISSUER,
      jwks_uri: `${base}v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    },
    keys: {
      keys: [
        {
          ...publicKey.export({ format: "jwk" }),
          kid,
          x5t: kid,
          use: "sig",
          alg: "RS256",
          endorsements: ["msteams"],
        },
      ],
    },
    activityToken: () => {
      const now = seconds();
      const part = (value: Bag): string => Buffer.from(JSON.stringify(value)).toString("base64url");
      const head = part({ alg: "RS256", typ: "JWT", kid, x5t: kid });
      const body = part({
        iss: ISSUER,
        aud: APP_ID,
        nbf: now - SKEW_S,
        exp: now + ACTIVITY_TOKEN_LIVES_S,
        serviceurl: base,
      });
      const signature = sign("RSA-SHA256", Buffer.from(`${head}.${body}`), privateKey);
      return `${head}.${body}.${signature.toString("base64url")}`;
    },
    issue: (form) => {
      if (form.get("grant_type") !== "client_credentials") {
        return {
          status: 400,
          body: {
            error: "unsupported_grant_type",
            error_description: "AADSTS70003: The grant type must be client_credentials.",
          },
        };
      }
      if (form.get("client_id") !== APP_ID) {
        return refused(
          "unauthorized_client",
          `AADSTS700016: There is no application ${form.get("client_id") ?? ""} in this directory.`,
        );
      }
      if (form.get("client_secret") !== secret()) {
        return refused("invalid_client", "AADSTS7000215: Invalid client secret provided.");
      }
      if (!(form.get("scope") ?? "").startsWith(ISSUER)) {
        return {
          status: 400,
          body: {
            error: "invalid_scope",
            error_description: `AADSTS70011: The scope must be ${ISSUER}/.default.`,
          },
        };
      }
      const token = randomBytes(24).toString("base64url");
      issued.set(token, seconds() + BOT_TOKEN_LIVES_S);
      const body = { token_type: "Bearer", expires_in: BOT_TOKEN_LIVES_S, access_token: token };
      return { status: 200, body };
    },
    accepts: (authorization) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
      const until = token === undefined ? undefined : issued.get(token);
      return until !== undefined && until > seconds();
    },
  };
}
