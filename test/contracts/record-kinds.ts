/** What every kind of record keeps, on both platforms and in the three languages, whatever it holds. */

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Feature } from "../../src/feature.ts";
import { blankOf } from "../../src/fields/field.ts";
import { statesOf, type AnyKind, type AnySays } from "../../src/records/kind.ts";
import { newRecord } from "../../src/records/record.ts";
import { LOCALES, type Locale } from "../../src/team/person.ts";
import { textsFor, type Texts } from "../../src/texts/index.ts";
import { faultsOf, formFaults } from "../records/drawn.ts";
import { filled, longest, MARKUP, wrong } from "../records/filled.ts";
import { addressOf, DISTRICT, openLiaison, type Actor, type Rig } from "../rig/index.ts";
import { buttonsOf } from "../rig/platform.ts";

const ME = "u-tv-lib";
/** On the other side of the same team. */
const PARTNER = "u-tv-it";
/** Partner of another team of the district. */
const STRANGER = "u-ab-lib";
const PARTNERSHIP = "p-tv";

const platforms = ["slack", "teams"] as const;
const everywhere = platforms.flatMap((platform) => LOCALES.map((locale) => ({ platform, locale })));

export function recordKindContract(
  kind: AnyKind,
  say: (texts: Texts) => AnySays,
  features: readonly Feature[],
): void {
  describe(`${kind.name} keeps what every kind of record keeps`, () => {
    let rig: Rig;
    let me: Actor;

    async function speak(platform: string, locale: Locale): Promise<Texts> {
      await rig.stores.people.update(ME, (person) => ({ ...person, locale }));
      me = rig.as(`${ME}@${platform}`);
      const person = await rig.stores.people.find(ME);
      return textsFor(locale, person?.timezone ?? "UTC");
    }
    const answers = (title: string, platform: string) =>
      filled(kind.fields, title, addressOf(`${PARTNER}@${platform}`), kind.title);
    /** Of what `ME` writes here. */
    const scope = {
      partnership: PARTNERSHIP,
      school: "s-tv",
      district: DISTRICT,
      person: ME,
    }[kind.of];

    /** Adds one through the form, and returns its id. */
    async function added(title: string, platform = "slack"): Promise<string> {
      await me.say(kind.commands.add);
      await me.submit(answers(title, platform));
      expect(me.problems()).toEqual({});
      const id = new RegExp(`${kind.prefix}-\\d+`, "u").exec(me.words())?.[0];
      if (!id) throw new Error(`No id in: ${me.words()}`);
      return id;
    }
    const keep = async (title: string, more: { readonly byId?: string; readonly origin: string }) =>
      await rig.stores.records.create(kind.prefix, {
        ...newRecord(kind, {
          scopeId: scope,
          byId: more.byId ?? ME,
          values: Object.fromEntries(
            Object.entries(kind.fields).map(([id, field]) => [
              id,
              id === kind.title ? title : blankOf(field),
            ]),
          ),
          origin: more.origin,
          at: rig.clock.now(),
        }),
      });

    beforeEach(async () => {
      rig = await openLiaison({ features, platforms, data: "empty" });
      me = rig.as(ME);
    });
    afterEach(async () => {
      await rig.close();
    });

    test.each(everywhere)(
      "is added, shown, listed, found and changed on $platform in $locale",
      async ({ platform, locale }) => {
        const texts = await speak(platform, locale);
        const words = say(texts);

        await me.say(kind.commands.add);
        expect(me.form().title).toBe(words.add);
        expect(Array.from(words.add).length).toBeLessThanOrEqual(24);
        expect(formFaults(me.form())).toEqual([]);
        await me.submit(answers("Rivers & maps", platform));

        const id = new RegExp(`${kind.prefix}-\\d+`, "u").exec(me.words())?.[0] ?? "none";
        expect(me.card().title).toBe(words.saved(id));
        expect(me.words()).toContain("Rivers & maps");
        if (Object.values(kind.fields).some(({ type }) => type === "lines"))
          expect(me.words()).toContain(MARKUP);
        expect(faultsOf(me.card())).toEqual([]);

        await me.say(`${kind.commands.list} riv`);
        expect(me.words()).toContain("Rivers & maps");
        expect(faultsOf(me.card())).toEqual([]);
        await me.press(`${kind.name}.show`);
        expect(me.card().title).toBe("Rivers & maps");

        await me.press(`${kind.name}.edit`);
        expect(formFaults(me.form())).toEqual([]);
        await me.submit({ [kind.title]: "Lakes" });
        expect(me.problems()).toEqual({});
        await me.say(`${kind.commands.list} ${id}`);
        expect(me.card().title).toBe("Lakes");
      },
    );

    test("says of each field what is wrong with it, and keeps nothing", async () => {
      await me.say(kind.commands.add);
      for (const [id, field] of Object.entries(kind.fields))
        for (const bad of wrong(field)) {
          await me.submit({ ...answers("Fine", "slack"), [id]: bad });
          expect([bad, Object.keys(me.problems())]).toEqual([bad, [id]]);
        }
      await me.submit(Object.fromEntries(Object.keys(kind.fields).map((id) => [id, ""])));
      const needed = Object.entries(kind.fields).filter(([, { optional }]) => !optional);
      expect(Object.keys(me.problems())).toEqual(needed.map(([id]) => id));

      await me.say(kind.commands.list);
      expect(me.words()).toContain(say(textsFor("en", "UTC")).none);
    });

    test("keeps the longest that each field takes, and shows it whole in the form", async () => {
      const long = Object.fromEntries(
        Object.entries(kind.fields).flatMap(([id, field]) => {
          const text = longest(field);
          return text === undefined ? [] : [[id, text]];
        }),
      );
      await me.say(kind.commands.add);
      await me.submit({ ...answers("Fine", "slack"), ...long });
      expect(me.problems()).toEqual({});
      expect(faultsOf(me.card())).toEqual([]);

      await me.press(`${kind.name}.edit`);

      expect(formFaults(me.form())).toEqual([]);
      expect(me.form().inputs).toEqual(
        expect.arrayContaining(
          Object.entries(long).map(([id, value]) => expect.objectContaining({ id, value })),
        ),
      );
    });

    test("is kept once, however often its form arrives", async () => {
      await me.say(kind.commands.add);
      await me.submit(answers("Once", "slack"));
      await me.again();
      await me.twice();
      await me.say(kind.commands.list);

      expect(
        buttonsOf(me.card()).filter(({ action }) => action === `${kind.name}.show`),
      ).toHaveLength(1);
    });

    test("lists more than a page, to the end and back, and takes all of them along", async () => {
      for (let n = 1; n <= 20; n++)
        await keep(`Number ${String(n)}`, { origin: `many/${String(n)}` });
      await me.say(kind.commands.list);
      expect(me.words()).toContain("1–8 of 20");
      await me.press("More");
      await me.press("More");
      expect(me.words()).toContain("17–20 of 20");
      expect(faultsOf(me.card())).toEqual([]);
      await me.press("Previous");
      expect(me.words()).toContain("9–16 of 20");

      await me.press(`${kind.name}.take`);

      const [table] = rig.platform.files;
      expect(table?.content.trim().split("\r\n")).toHaveLength(21);
    });

    test("makes no formula of what people wrote", async () => {
      await keep("=HYPERLINK(1)", { origin: "formula" });
      await me.say(kind.commands.list);
      await me.press(`${kind.name}.take`);

      expect(rig.platform.files[0]?.content).toContain("'=HYPERLINK(1)");
    });

    test("is removed and put back, by a second press no further", async () => {
      const id = await added("To go");
      await me.press(`${kind.name}.remove`);
      await me.twice();
      await me.say(kind.commands.list);
      expect(me.words()).not.toContain("To go");
      await me.say(`${kind.commands.list} ${id}`);
      await me.press(`${kind.name}.restore`);
      expect(me.card().title).toBe("To go");
      expect((await rig.stores.records.unseen.find(id))?.history.map(({ to }) => to)).toEqual([
        "removed",
        "put back",
      ]);
    });

    test("is nobody's who may not see it: not read, listed, found, counted, changed or taken along", async () => {
      const isForAll = kind.may.see.includes("everyone");
      const id = await added("Secret rivers");
      const shown = me.card();
      const stranger = rig.as(STRANGER);
      await stranger.say(`${kind.commands.list} secret`);
      expect(stranger.words().includes("Secret rivers")).toBe(isForAll);
      await stranger.say(`${kind.commands.list} ${id}`);
      expect(stranger.words().includes("Secret rivers")).toBe(isForAll);
      await stranger.say(kind.commands.list);
      if (buttonsOf(stranger.card()).some(({ action }) => action === `${kind.name}.take`))
        await stranger.press(`${kind.name}.take`);
      expect(rig.platform.files.some(({ content }) => content.includes("Secret"))).toBe(isForAll);

      const before = await rig.stores.records.unseen.find(id);
      for (const { action, value } of buttonsOf(shown))
        if (!action.endsWith(".list"))
          await rig.platform.deliver({
            id: `stolen/${action}/${value}`,
            type: "action",
            tenant: addressOf(STRANGER).split("/")[0] as never,
            from: addressOf(STRANGER),
            channel: null,
            via: "{}",
            action,
            value,
          });
      expect(await rig.stores.records.unseen.find(id)).toEqual(before);
      expect(rig.platform.forms.has(addressOf(STRANGER))).toBe(false);
    });

    test("says of an id that there is none, as it says it of somebody else's", async () => {
      await me.say(`${kind.commands.list} ${kind.prefix}-99`);

      expect(me.card().title).toContain(`${kind.prefix}-99`);
    });

    if (statesOf(kind).length > 0)
      test("changes its state by who may, once, and says so on an old card after a restart", async () => {
        const [first = ""] = statesOf(kind);
        const [to = ""] = Object.keys(kind.states?.[first] ?? {});
        const isMine = !(kind.states?.[first]?.[to] ?? []).includes("named");
        const id = await added("Going on");
        const mayMe = buttonsOf(me.card()).some(({ value }) => value === `${id}|${to}`);
        expect(mayMe).toBe(isMine);
        const actor = isMine ? me : rig.as(PARTNER);
        await actor.say(`${kind.commands.list} ${id}`);
        const old = { ...rig.platform.posted.at(-1) } as (typeof rig.platform.posted)[number];
        const label = say(textsFor(isMine ? "en" : "es", "UTC")).press[to];
        await actor.press(
          buttonsOf(old.card).find(({ value }) => value === `${id}|${to}`)?.label ?? label ?? "",
        );
        expect((await rig.stores.records.unseen.find(id))?.state).toBe(to);
        await actor.twice();
        await rig.restart();
        await actor.press(
          buttonsOf(old.card).find(({ value }) => value === `${id}|${to}`)?.label ?? "",
          old,
        );

        const record = await rig.stores.records.unseen.find(id);
        expect(record?.state).toBe(to);
        expect(record?.history.map((moved) => moved.to)).toEqual([to]);
      });
  });
}
