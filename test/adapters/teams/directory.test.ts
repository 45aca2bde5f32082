import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { placeAddress } from "../../../adapters/teams/address.ts";
import type { Form, Input } from "../../../src/card.ts";
import type { Address } from "../../../src/team/person.ts";
import { cardOf } from "./client.ts";
import { openTeams, type Teams } from "./open-teams.ts";
import { ADA, BEN, BOT, CHANNEL, OTHER_TENANT, TEAM, TENANT } from "./stand-in.ts";
import { brief } from "../../../src/texts/brief.ts";

const PLACE = placeAddress(TENANT, CHANNEL);

const setupForm = (...inputs: readonly Input[]): Form => ({
  form: "setup",
  title: brief("Partnership"),
  submit: brief("Save"),
  cancel: brief("Cancel"),
  context: "",
  inputs,
});

let teams: Teams;
beforeEach(async () => {
  teams = await openTeams();
});
afterEach(async () => {
  await teams.stop();
});

describe("people", () => {
  const form = (people: string, where = "") => ({
    title: "Partnership",
    who: people,
    where,
    liaison: {
      kind: "submit",
      instance: "i-1",
      note: "{}",
      form: setupForm(
        { type: "people", id: "who", label: "Who?" },
        { type: "channel", id: "where", label: "Where?" },
      ),
    },
  });

  test("chosen in a form are known by their addresses, whether met before or not", async () => {
    await teams.as(BEN).say("plan");

    await teams.as(ADA).invoke("task/submit", {
      data: form(`${BEN.aadObjectId},${ADA.aadObjectId},cccc-unknown`, CHANNEL),
    });

    expect(teams.core.accepted.at(-1)).toMatchObject({
      type: "form",
      answers: {
        who: [
          placeAddress(TENANT, BEN.id),
          placeAddress(TENANT, ADA.id),
          placeAddress(TENANT, "cccc-unknown"),
        ],
        where: PLACE,
      },
    });
    expect(await teams.platform.profile(placeAddress(TENANT, "cccc-unknown"))).toBeUndefined();
  });

  test("who cannot be found stays chosen when the form comes back", async () => {
    teams.core.on((event) => ({
      type: event.type === "form" ? "invalid" : "ask",
      problems: { who: "I can't find 1 person you chose." },
      form: setupForm({ type: "people", id: "who", label: "Who?" }),
    }));
    const ada = teams.as(ADA);
    await ada.say("setup");

    const answered = await ada.submit({ who: `${BEN.aadObjectId},cccc-unknown` });

    expect(JSON.stringify(answered)).toContain(`"value":"${BEN.aadObjectId},cccc-unknown"`);
  });

  test("whom a form cannot show stay in its answer, and it says so", async () => {
    teams.standIn.fault({ status: 503, path: /conversations$|members/u });
    teams.core.on((event) =>
      event.type === "form"
        ? { type: "nothing" }
        : {
            type: "ask",
            form: setupForm({
              type: "people",
              id: "who",
              label: "Who?",
              value: [placeAddress(TENANT, "29:slow")],
            }),
          },
    );
    const ada = teams.as(ADA);
    await ada.say("setup");
    expect(JSON.stringify(ada.messages().map(cardOf))).toContain(
      "Teams cannot show me 1 person of this list just now. They stay on it.",
    );

    await ada.submit({ who: "" });

    expect(teams.core.accepted.at(-1)).toMatchObject({
      type: "form",
      answers: { who: [placeAddress(TENANT, "29:slow")] },
    });
  });

  test("who cannot be looked up now leave a form as it was: nothing is half saved", async () => {
    teams.standIn.fault({ status: 503, path: /conversations$|members/u });

    await teams.as(BEN).invoke("task/submit", { data: form(ADA.aadObjectId) });

    expect(teams.core.accepted).toEqual([]);
  });

  test("a form offers the channels of the teams that have the bot, and whom it names", async () => {
    teams.core.on(() => ({
      type: "ask",
      form: setupForm(
        { type: "people", id: "who", label: "Who?", value: [placeAddress(TENANT, BEN.id)] },
        { type: "channel", id: "where", label: "Where?", value: PLACE },
      ),
    }));
    const ada = teams.as(ADA);

    await ada.say("setup", CHANNEL, {
      channelData: { tenant: { id: TENANT }, team: { id: TEAM, name: "Tamarack" } },
    });

    const card = JSON.stringify(ada.messages().map(cardOf));
    expect(card).toContain(`{"title":"Tamarack › Library","value":"${CHANNEL}"}`);
    expect(card).toContain(`{"title":"Tamarack","value":"${TEAM}"}`);
    expect(card).toContain(`"value":"${BEN.aadObjectId}"`);
  });

  test("a channel that is chosen can stay so, before its team was heard of", async () => {
    teams.core.on(() => ({
      type: "ask",
      form: setupForm({ type: "channel", id: "where", label: "Where?", value: PLACE }),
    }));
    const ada = teams.as(ADA);

    const { status } = await ada.say("setup");

    expect([status, teams.log.lines.filter(({ level }) => level === "error")]).toEqual([200, []]);
    expect(JSON.stringify(ada.messages().map(cardOf))).toContain(
      `{"title":"The same channel as now","value":"${CHANNEL}"}`,
    );
  });

  test("of another tenant who share a channel are nobody here", async () => {
    teams.standIn.members.set("29:guest", {
      id: "29:guest",
      name: "Gus",
      aadObjectId: "gggg",
      tenantId: OTHER_TENANT,
    });

    expect(await teams.platform.profile(placeAddress(TENANT, "29:guest"))).toBeUndefined();
  });

  test("whom Teams cannot be asked about now are not taken for gone", async () => {
    teams.standIn.fault({ status: 503, path: /conversations$/u });

    await expect(teams.platform.profile(placeAddress(TENANT, ADA.id))).rejects.toMatchObject({
      fate: "later",
    });
  });

  test("an address of another platform is nobody", async () => {
    expect(await teams.platform.profile("slack:T1/U1" as Address)).toBeUndefined();
  });

  test("who only presses in a channel is known from its roster", async () => {
    teams.standIn.fault({ status: 403, path: /conversations$/u });
    await teams
      .as(BEN)
      .invoke(
        "adaptiveCard/action",
        { action: { data: { liaison: { kind: "action", action: "goal.done", value: "g-1" } } } },
        { conversation: { id: `${CHANNEL};messageid=17`, conversationType: "channel" } },
      );

    expect(await teams.platform.profile(placeAddress(TENANT, BEN.id))).toMatchObject({
      name: "Ben Ode",
    });
  });

  test("a team that the bot was taken out of is offered no more", async () => {
    const ada = teams.as(ADA);
    const data = { tenant: { id: TENANT }, team: { id: TEAM, name: "Tamarack" } };
    await ada.say("plan", CHANNEL, { channelData: data });
    const remembered = (): unknown => JSON.parse(teams.notes.rows.get(`teams:${TENANT}`) ?? "{}");
    expect(remembered()).toMatchObject({ teams: [{ id: TEAM, name: "Tamarack" }] });

    await ada.say("", CHANNEL, {
      type: "conversationUpdate",
      membersRemoved: [{ id: BOT }],
      channelData: { ...data, eventType: "teamMemberRemoved" },
    });

    expect(remembered()).toMatchObject({ teams: [] });
  });
});
