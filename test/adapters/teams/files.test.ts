import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { placeAddress } from "../../../adapters/teams/address.ts";
import { hostsFor, offersFiles } from "../../../adapters/teams/hosts.ts";
import { actions, type Button } from "../../../src/card.ts";
import type { Outcome } from "../../../src/ports.ts";
import { cardOf, type Client, type Reply, wordsOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, CHANNEL, type Posted, TENANT } from "./stand-in.ts";

const SEND: Button = { label: "Send the pages", action: "pages.files", value: "p-1" };
const LINKS = { type: "link", label: "Page 3", url: "https://liaison.example/pages/3" } as const;
const FILES: Outcome = {
  type: "files",
  files: [
    { name: "plan.html", title: "Page 3, Action Plan", content: "<p>Año</p>" },
    { name: "sheet.html", title: "Page 2, Goal Sheet", content: "<p>2</p>" },
  ],
  card: { title: "They are in our chat", body: [] },
  otherwise: { title: "No files here", body: [LINKS] },
};
const OFFER = "application/vnd.microsoft.teams.card.file.consent";

/** What Microsoft sends when a file is allowed. */
const recorded = JSON.parse(
  readFileSync(new URL("../../fixtures/teams/file-accept.json", import.meta.url), "utf8"),
) as { readonly value: { readonly uploadInfo: object } };

let teams: Teams;
let ada: Client;
beforeEach(async () => {
  teams = await openTeams();
  ada = teams.as(ADA);
  teams.core.on(() => FILES);
});
afterEach(async () => {
  await teams.stop();
});

async function pressed(place: string): Promise<void> {
  await teams.platform.send({
    key: "k",
    kind: "test",
    to: placeAddress(TENANT, place),
    card: { title: "Pages", body: [actions(SEND)] },
    thread: null,
    replaces: null,
    triedAt: null,
  });
  await ada.press(SEND.label);
}

const offers = (): readonly Posted[] =>
  ada.messages().filter(({ attachments: [first] }) => first?.contentType === OFFER);
const names = (): readonly unknown[] => offers().map(({ attachments: [first] }) => first?.name);
const last = (): string => JSON.stringify(ada.messages().at(-1)?.attachments);

async function allow(
  offer: Posted | undefined,
  to = `${teams.standIn.url}upload/1`,
): Promise<Reply> {
  const context = offer?.attachments[0]?.content["acceptContext"];
  const uploadInfo = { ...recorded.value.uploadInfo, uploadUrl: to };
  const value = { ...recorded.value, context, uploadInfo };
  return await ada.invoke("fileConsent/invoke", value, { replyToId: offer?.id });
}

async function decline(offer: Posted | undefined): Promise<Reply> {
  const value = { type: "fileUpload", action: "decline", context: {} };
  return await ada.invoke("fileConsent/invoke", value, { replyToId: offer?.id });
}

describe("files", () => {
  test("are offered, and come when they are allowed, as they are then", async () => {
    await pressed(ADA.id);
    expect(names()).toEqual(["plan.html", "sheet.html"]);
    expect(offers()[0]?.attachments[0]?.content).toMatchObject({
      description: "Page 3, Action Plan",
      sizeInBytes: 11,
    });

    const { status } = await allow(offers()[0]);

    expect(status).toBe(200);
    expect(teams.event(1)).toMatchObject({ type: "action", action: "pages.files", value: "p-1" });
    expect(teams.standIn.uploads).toEqual([
      { path: "upload/1", range: "bytes 0-10/11", content: "<p>Año</p>" },
    ]);
    expect(last()).toContain("application/vnd.microsoft.teams.card.file.info");
    expect(last()).toContain("1150d938-8870-4044-9f2c-5bbdeba70c9d");
    expect(names()).toEqual(["sheet.html"]);
  });

  test("come once, however often Teams says that they may", async () => {
    await pressed(ADA.id);
    const [offer] = offers();
    await allow(offer);
    await teams.restart();
    const again = await allow(offer);

    expect(again.status).toBe(200);
    expect(teams.standIn.uploads).toHaveLength(1);
  });

  test("stay away when they are declined, with one sentence", async () => {
    await pressed(ADA.id);
    const [offer] = offers();
    await decline(offer);
    await decline(offer);

    expect(teams.standIn.uploads).toEqual([]);
    expect(names()).toEqual(["sheet.html"]);
    const words = ada.messages().map((post) => wordsOf(cardOf(post)));
    expect(words.filter((said) => said.includes("stays away"))).toHaveLength(1);
  });

  test.each([
    ["full", (base: string) => `${base}upload/full`],
    ["somewhere else by now", (base: string) => `${base}upload/moved`],
    ["none of Microsoft's", () => "https://files.example/upload/1"],
    ["outside of its place", (base: string) => `${base}../upload/1`],
    ["no address", () => "upload"],
  ])("that cannot be put there, for it is %s, leave their links", async (_, to) => {
    await pressed(ADA.id);
    await allow(offers()[0], to(teams.standIn.url));

    expect(teams.standIn.uploads).toEqual([]);
    expect(last()).toContain("plan.html did not get into your OneDrive");
    expect(last()).toContain(LINKS.url);
    expect(names()).toEqual(["sheet.html"]);
  });

  test("do not come to who may no longer have them", async () => {
    await pressed(ADA.id);
    teams.core.on(() => ({ type: "reply", card: { title: "For the partners", body: [] } }));
    await allow(offers()[0]);

    expect(teams.standIn.uploads).toEqual([]);
    expect(last()).toContain("For the partners");
    expect(names()).toEqual(["sheet.html"]);
  });

  test("are not offered from a channel: there are the links", async () => {
    await pressed(CHANNEL);

    expect(offers()).toEqual([]);
    expect(last()).toContain(LINKS.url);
  });
});

describe("the clouds", () => {
  test.each([
    ["https://tamarack-my.sharepoint.com/personal/ada/upload?tempauth=1", true],
    ["http://tamarack-my.sharepoint.com/upload", false],
    ["https://sharepoint.com.files.example/upload", false],
    ["https://files.example/tamarack-my.sharepoint.com", false],
    ["https://ada@tamarack-my.sharepoint.com/upload", false],
    ["https://tamarack-my.sharepoint.com:8443/upload", false],
  ])("a file may go to %s: %s", (url, isRight) => {
    expect(hostsFor(undefined).keepsFiles(url)).toBe(isRight);
  });

  test.each([
    ["https://smba.trafficmanager.net/amer/", true],
    ["https://smba.infra.gcc.teams.microsoft.com/teams/", true],
    ["https://smba.infra.gov.teams.microsoft.us/gcch/", false],
    ["https://smba.infra.dod.teams.microsoft.us/dod/", false],
  ])("files are offered at %s: %s", (serviceUrl, isRight) => {
    expect(offersFiles(serviceUrl)).toBe(isRight);
  });
});
