/** How the bot proves who it is to Microsoft: by botbuilder's own means, or to a stand-in for it. */

import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import { DeliveryError, type Log } from "../../src/ports.ts";

export interface Registration {
  readonly appId: string;
  /** Undefined for a managed identity. */
  readonly appPassword: string | undefined;
  /** The tenant of the bot's registration; with SingleTenant, the only one it listens to. */
  readonly tenantId: string;
  readonly appType: "SingleTenant" | "UserAssignedMSI" | "MultiTenant";
  /** The base of a stand-in for Microsoft's services, on this computer; with its final slash. */
  readonly connectorUrl: string | undefined;
}

export type CredentialsFactory = Pick<
  ConfigurationServiceClientCredentialFactory,
  "isValidAppId" | "isAuthenticationDisabled" | "createCredentials"
>;
type Credentials = Awaited<ReturnType<CredentialsFactory["createCredentials"]>>;

const TOKEN_WITHIN_MS = 10_000;
/** A token is not used up to its last second. */
const SPARE_MS = 60_000;

/** Without a token nothing was sent: a failure to get one is for later, or refused with the remedy. */
export function credentialsFor(registration: Registration, log: Log): CredentialsFactory {
  const { appId, appPassword, tenantId, appType, connectorUrl } = registration;
  const real = connectorUrl
    ? undefined
    : new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppId: appId,
        MicrosoftAppPassword: appPassword ?? "",
        MicrosoftAppTenantId: tenantId,
        MicrosoftAppType: appType,
      });
  const standIn = connectorUrl
    ? standInCredentials(connectorUrl, appId, appPassword ?? "")
    : undefined;

  const explained = (credentials: Credentials): Credentials => ({
    async signRequest(request) {
      try {
        return await credentials.signRequest(request);
      } catch (error) {
        const failure = tokenFailure(error);
        if (failure.fate === "refused") log.error({ reason: failure.reason }, failure.message);
        throw failure;
      }
    },
  });

  return {
    // An empty id would let anybody in; settings without one are refused before it comes to this.
    isAuthenticationDisabled: () => Promise.resolve(false),
    isValidAppId: (id) => Promise.resolve(appId !== "" && id.toLowerCase() === appId.toLowerCase()),
    async createCredentials(...asked) {
      return explained(standIn ?? (await (real as CredentialsFactory).createCredentials(...asked)));
    },
  };
}

function standInCredentials(base: string, clientId: string, secret: string): Credentials {
  let known: { readonly token: string; readonly until: number } | undefined;

  async function ask(): Promise<string> {
    if (known && performance.now() < known.until) return known.token;
    const response = await fetch(`${base}oauth2/v2.0/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: clientId,
        client_secret: secret,
        scope: "https://api.botframework.com/.default",
      }),
      redirect: "error",
      signal: AbortSignal.timeout(TOKEN_WITHIN_MS),
    });
    if (!response.ok) throw new TokenRefused(response.status);
    const { access_token: token, expires_in: seconds } = (await response.json()) as {
      readonly access_token: string;
      readonly expires_in: number;
    };
    known = { token, until: performance.now() + seconds * 1000 - SPARE_MS };
    return token;
  }

  return {
    async signRequest(request) {
      request.headers.set("authorization", `Bearer ${await ask()}`);
      return request;
    },
  };
}

class TokenRefused extends Error {
  override readonly name = "TokenRefused";
  readonly status: number;
  constructor(status: number) {
    super(`The stand-in answered HTTP ${String(status)} to the request for a token`);
    this.status = status;
  }
}

/** Microsoft's words for a wrong secret, an unknown app or tenant, and an app that may not do this. */
const REFUSED =
  /AADSTS(?:7000\d+|700016|90002|50034|53003|1002016)|invalid_client|unauthorized_client/u;

function tokenFailure(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const words = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const isRefused = error instanceof TokenRefused ? error.status < 500 : REFUSED.test(words);
  return isRefused
    ? new DeliveryError("refused", {
        message:
          "Microsoft does not accept the bot's credentials. Check TEAMS_APP_ID, TEAMS_APP_PASSWORD (it may have run out), TEAMS_TENANT_ID and TEAMS_APP_TYPE.",
        reason: "not_allowed",
        cause: error,
      })
    : new DeliveryError("later", {
        message: "Microsoft gave the bot no token to send with",
        cause: error,
      });
}
