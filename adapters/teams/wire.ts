/**
 * How botbuilder's connector reaches Teams: one try per call. The connector would repeat what failed by
 * itself, and post twice what a server took before it failed; what is thrown here is not repeated.
 */

import type { ConfigurationBotFrameworkAuthentication } from "botbuilder";
import { failureOf, readFailure, unreachable } from "./errors.ts";

type ConnectorOptions = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]
>;
type HttpClient = NonNullable<ConnectorOptions["httpClient"]>;
type WireRequest = Parameters<HttpClient["sendRequest"]>[0];

/** Longer than anybody waits for it: who stops waiting may still learn of a late answer. */
const GIVEN_UP_MS = 60_000;

/** @throws DeliveryError for every answer but a good one. */
export const wire: HttpClient = {
  async sendRequest(request) {
    const repeatable = request.method !== "POST";
    let response: Response;
    let bodyAsText: string;
    try {
      response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.rawHeaders(),
        body: typeof request.body === "string" ? request.body : null,
        redirect: "error",
        signal: AbortSignal.timeout(GIVEN_UP_MS),
      });
      bodyAsText = await response.text();
    } catch (error) {
      throw unreachable(error, { repeatable });
    }
    if (!response.ok) throw failureOf(readFailure(response, bodyAsText), { repeatable });
    return { request, status: response.status, headers: asJson(request), bodyAsText };
  },
};

/** The connector reads answers by their type; all of Teams' are JSON. */
function asJson(request: WireRequest): WireRequest["headers"] {
  const headers = request.headers.clone();
  headers.set("content-type", "application/json");
  return headers;
}
