/** What holds for every sentence, whoever wrote it. */
import { describe, expect, test } from "@jest/globals";
import { parametersIn, textsIn } from "../../scripts/texts/source.ts";
import { LOCALES, type Locale } from "../../src/team/person.ts";
import { textsFor, type Texts } from "../../src/texts/index.ts";

/** What each text is told, by its place; in English it says of what type that is. */
const PARAMETERS = parametersIn("src/texts", "en");

/** Every text of a catalogue, with stand-ins for what it mentions and `many` for each number. */
function sentences(part: unknown, many = 2, path = ""): readonly (readonly [string, string])[] {
  if (typeof part === "string") return [[path, part]];
  if (typeof part === "function") {
    const told = PARAMETERS.get(path) ?? [];
    const given = told.map(({ isNumber }, n) => (isNumber ? many : "ABCDEF".charAt(n).repeat(2)));
    const said: unknown = (part as (...given: readonly unknown[]) => unknown)(...given);
    return typeof said === "string" ? [[path, said]] : [];
  }
  if (typeof part !== "object" || part === null) return [];
  const at = (key: string) => (Array.isArray(part) ? String(Number(key) + 1) : key);
  return Object.entries(part).flatMap(([key, value]) =>
    sentences(value, many, path === "" ? at(key) : `${path}.${at(key)}`),
  );
}

const NOT_WORDS = ["labelled", "dates"];

const catalogue = (texts: Texts, many?: number) =>
  sentences(
    Object.fromEntries(Object.entries(texts).filter(([part]) => !NOT_WORDS.includes(part))),
    many,
  );

describe.each(LOCALES)("in %s", (locale) => {
  const texts = textsFor(locale, "America/Chicago");

  test("no text is empty, starts or ends with a blank, or holds two in a row", () => {
    const odd = catalogue(texts).filter(
      ([, said]) => said.trim() !== said || /\s{2}|^$/u.test(said),
    );
    expect(odd).toEqual([]);
  });
});

/** Numbers that are not a number of things: of versions, of characters that fit, of what is on a page. */
const NO_COUNTS =
  /^(?:max|length|part|number|version|edition|n|one|other|from|to|total|of|megabytes|percent|most|fewest)$/u;
/** What is counted has no name in the sentence, or one that is the same for any number. */
const NAMELESS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    "calendar.andMore calendar.everywhere calendar.forAll absence.allSchools chat.andMore checkIn.more",
    "district.title handover.more nudge.gathered nudge.guardrailBody nudge.kept.both nudge.kept.it",
    "nudge.kept.library nudge.more nudge.moreRest nudge.movedMore nudge.title plan.kept",
    "plan.moreMine schoolYear.andMore working.counts",
  ].flatMap((line) => line.split(" ")),
  es: [],
  fr: ["absence.months"],
};

describe.each(LOCALES)("a number of things in %s", (locale) => {
  const texts = textsFor(locale, "America/Chicago");
  const counts = [...PARAMETERS].filter(([, told]) =>
    told.some(({ name, isNumber }) => isNumber && !NO_COUNTS.test(name)),
  );
  const saying = (many: number) => new Map(catalogue(texts, many));
  /** The sentence, whatever the number. */
  const shape = (path: string, many: number) =>
    saying(many)
      .get(path)
      ?.replace(new RegExp(String.raw`(?<!\d)${String(many)}(?!\d)`, "gu"), "#");

  test.each(counts.map(([path]) => path))("%s", (path) => {
    const [none, one, two, five] = [0, 1, 2, 5].map((many) => shape(path, many));
    expect(five).toBe(two);
    if (NAMELESS.en.includes(path) || NAMELESS[locale].includes(path)) return;
    expect(one).not.toBe(two);
    // What has a sentence of its own for nothing says it everywhere.
    const isOwn = ![one, two].includes(none);
    if (!isOwn) expect(none).toBe(locale === "fr" ? one : two);
  });
});

test("a count is written in words that stand in the catalogue, never put together", () => {
  const odd = LOCALES.flatMap((locale) => textsIn("src/texts", locale)).filter(
    ({ words, inserted }) => words.includes("#") && inserted.size > 0 && !words.includes("{1}"),
  );
  expect(odd.map(({ key }) => key)).toEqual([]);
});

test("French punctuation stays on the line of the word before it", () => {
  const texts = textsFor("fr", "America/Chicago");
  expect(catalogue(texts).filter(([, said]) => / [:;!?»]|« /u.test(said))).toEqual([]);
});

/** Guilt, comparison, lost streaks, shouting and faces: none of it ever helped anybody (N-9). */
test.each([
  [
    "en",
    /you (?:still |again )?(?:haven't|have not|forgot|failed|missed)|streak|shame|disappoint|should have|behind (?:others|everyone)|than (?:others|your colleagues)|lazy/iu,
  ],
  [
    "es",
    /olvidaste|fallaste|no has hecho|racha|vergüenza|decepcion|deberías haber|que (?:los demás|tus colegas)|qué pena/iu,
  ],
  [
    "fr",
    /vous avez (?:oublié|manqué|échoué)|série en cours|honte|décev|déçu|auriez dû|que (?:les autres|vos collègues)|dommage/iu,
  ],
] as const)("N-9: nothing in %s blames, compares or shouts", (locale, blame) => {
  const texts = textsFor(locale, "America/Chicago");
  const shouted = /!{2}|[\u{1F600}-\u{1F64F}\u{1F534}\u{274C}\u{26A0}]/u;
  expect(catalogue(texts).filter(([, said]) => blame.test(said) || shouted.test(said))).toEqual([]);
});

/** What the bot says; not what people may type for it. */
const said = (locale: Locale) =>
  catalogue(textsFor(locale, "America/Chicago")).filter(
    ([path]) => !/\.(?:names|sentences|addSentences)$/u.test(path),
  );

describe("one voice in each language", () => {
  test.each<[string, Locale, RegExp]>([
    [
      "one person is tú and several are ustedes, never usted, vos or vosotros",
      "es",
      /\b(?:usted(?!es)|vos|vosotr[oa]s|vuestr[oa]s?|\p{L}+(?:áis|éis))\b|(?:^|[.:;¿] ?)(?:Abra|Agregue|Cambie|Copie|Deje|Diga|Elija|Envíe|Escriba|Guarde|Haga|Muestre|Pegue|Pida|Pregunte|Pruebe|Pulse|Quite|Responda|Revise|Use|Vea)\b/u,
    ],
    [
      "everybody is vous, never tu",
      "fr",
      /(?<!\p{L})(?:[Tt]u|[Tt]oi|[Tt]on|[Tt]a|[Tt]es|[Tt]e)(?!\p{L})|(?<!\p{L})[Tt]['’]|(?:^|[.;] ?)(?:Ajoute|Appuie|Change|Choisis|Colle|Copie|Dis|Donne|Écris|Essaie|Lis|Ouvre|Prends|Regarde|Retire|Tape|Utilise) /u,
    ],
  ])("%s (%s)", (_, locale, other) => {
    expect(said(locale).filter(([, words]) => other.test(words))).toEqual([]);
  });

  test.each<[string, Locale, RegExp]>([
    ["columna conjunta", "es", /columna com[uú]n/iu],
    ["agregar", "es", /añad/iu],
    ["registrar", "es", /\b(?:anot[aeoáéó]|apunt[aeoáéó])/iu],
    ["pulsar", "es", /presion[aeoáéó]/iu],
    ["colonne commune", "fr", /colonne conjointe/iu],
    ["check-in", "en", /\bcheckin\b(?<!\/liaison checkin)/iu],
  ])("one thing has one word: %s (%s)", (_, locale, other) => {
    expect(said(locale).filter(([, words]) => other.test(words))).toEqual([]);
  });

  test("nobody is taken for a man: people are spoken of by what they do", () => {
    const french =
      /(?<!\p{L})(?:vous êtes (?:absent|seul|noté|prêt|inscrit)|(?:un|le|du|au) (?:collègue|partenaire|technicien|enseignant|directeur|administrateur|supérieur|lecteur)|tous (?:les )?deux|(?:heureux|content) de|partenaire[^.]* le sien)(?!\p{L})|\p{L}\(e\)|travail propre/iu;
    const spanish = /\b(?:un colega|el director|el técnico|el bibliotecario|compañeros)\b/iu;
    expect(said("fr").filter(([, words]) => french.test(words))).toEqual([]);
    expect(said("es").filter(([, words]) => spanish.test(words))).toEqual([]);
  });

  test("French has a space before a colon, and times as 7 h 50", () => {
    const tight = /[\p{L}\d}»)]:(?:\s|$)/u;
    const clock = /\b\d{1,2}:\d{2}\b/u;
    const odd = said("fr").filter(([, words]) => tight.test(words) || clock.test(words));
    expect(odd).toEqual([]);
    expect(textsFor("fr", "UTC").labelled("Sujet", "carts")).toBe("Sujet\u00A0: carts");
    expect(textsFor("es", "UTC").labelled("Tema", "carts")).toBe("Tema: carts");
  });

  test("a time of a meeting is no length of time: three proposals, not three hours", () => {
    const hours = /tres horas|trois heures/iu;
    expect([...said("es"), ...said("fr")].filter(([, words]) => hours.test(words))).toEqual([]);
  });

  test("no page of a packet is named that nobody here has", () => {
    const page = /\b(?:pages?|páginas?) [234]\b/iu;
    expect(LOCALES.flatMap(said).filter(([, words]) => page.test(words))).toEqual([]);
  });

  test("a measure is from where to where, with nothing torn apart", () => {
    const { en, es, fr } = Object.fromEntries(
      LOCALES.map((locale) => [locale, textsFor(locale, "UTC").goals.measured]),
    ) as Record<Locale, Texts["goals"]["measured"]>;

    expect(en("pupils", "0", "0", "4")).toBe("pupils, from 0 to 4");
    expect(en("pupils", "0", "2", "4")).toBe("pupils, from 0 to 4, now 2");
    expect(en("pupils", "", "", "4")).toBe("pupils, to 4");
    expect(es("alumnos", "0", "2", "4")).toBe("alumnos, de 0 a 4, ahora 2");
    expect(fr("élèves", "0", "2", "4")).toBe("élèves, de 0 à 4, maintenant 2");
  });
});
