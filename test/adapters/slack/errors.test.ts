import { describe, expect, test } from "@jest/globals";
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from "@slack/web-api";
import { deliveryError } from "../../../adapters/slack/errors.ts";

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });
const network = (code: string) =>
  new WebAPIRequestError(
    new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code }) }),
  );

describe("for good", () => {
  test.each([
    ["user_disabled", "gone"],
    ["user_not_found", "gone"],
    ["is_archived", "closed"],
    ["channel_not_found", "closed"],
    ["cannot_dm_bot", "blocked"],
    ["restricted_action", "blocked"],
    ["not_in_channel", "not_allowed"],
    ["missing_scope", "not_allowed"],
    ["token_revoked", "not_allowed"],
    ["account_inactive", "not_allowed"],
    ["invalid_blocks", "invalid"],
    ["something_new", "invalid"],
  ])("%s is refused: %s", (code, reason) => {
    expect(deliveryError(refusal(code), false)).toMatchObject({ fate: "refused", reason });
  });

  test("a refusal that an operator can end names the remedy", () => {
    expect(deliveryError(refusal("not_in_channel"), false).message).toContain("/invite @Liaison");
    expect(deliveryError(refusal("token_revoked"), false).message).toContain("SLACK_BOT_TOKEN");
  });
});

describe("later", () => {
  test("a rate limit says how long to wait", () => {
    expect(deliveryError(new WebAPIRateLimitedError(7), false)).toMatchObject({
      fate: "later",
      retryAfterMs: 7_000,
    });
  });

  test.each([
    ["a refused connection", network("ECONNREFUSED")],
    ["a name that is not found", network("ENOTFOUND")],
    ["a rate limit in the answer", refusal("ratelimited")],
    ["a rate limit without a time", new Error("Retry header did not contain a valid timeout")],
  ])("%s has certainly not delivered", (_, error) => {
    expect(deliveryError(error, false).fate).toBe("later");
  });
});

describe("uncertain", () => {
  test.each([
    ["a broken connection", network("ECONNRESET")],
    ["no answer in time", new WebAPIRequestError(new DOMException("late", "TimeoutError"))],
    ["HTTP 503", new WebAPIHTTPError(503, "Service Unavailable", {})],
    ["internal_error", refusal("internal_error")],
  ])("%s may have delivered", (_, error) => {
    expect(deliveryError(error, false).fate).toBe("uncertain");
    expect(deliveryError(error, true).fate).toBe("later");
  });
});

test("an HTTP refusal that is not Slack's fault is for good", () => {
  expect(deliveryError(new WebAPIHTTPError(404, "Not Found", {}), false)).toMatchObject({
    fate: "refused",
    reason: "invalid",
  });
});
