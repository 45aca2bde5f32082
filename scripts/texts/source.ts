/** The catalogues as they stand in their files: every text with its place, so that it can be taken out and put back. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";
import type { Locale } from "../../src/team/person.ts";

/** A text of one language. What is put into it stands in braces: `{name}`, or `{1}` for what has no name. */
export interface SourceText {
  /** Where it stands in the catalogue: `goals.logged`, with `#2` for the second text of an entry. */
  readonly key: string;
  readonly words: string;
  /** Characters that there is room for, where that is little. */
  readonly limit?: number;
  /** What the code says about it. */
  readonly about: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** The code of what stands in braces. */
  readonly inserted: ReadonlyMap<string, string>;
}

/** What a text is told to say something with. */
export interface Parameter {
  readonly name: string;
  readonly isNumber: boolean;
}

/** Room that no type keeps: in menus of chat apps and beside what is typed. */
const LIMITS: readonly (readonly [key: RegExp, limit: number])[] = [
  [/^commands\..+\.label$/u, 40],
  [/^kinds\.\w+\.label$/u, 40],
  [/^chat\.menu\./u, 32],
  [/^chat\.appShort$/u, 80],
  [/^chat\.slash\./u, 140],
];
const BRIEF = 24;
/** Files that say nothing themselves. */
const OTHERS = ["index.ts", "grammar.ts"];

/** @param root the folder of the catalogues. */
export function textsIn(root: string, locale: Locale): readonly SourceText[] {
  return declarations(root, locale).flatMap(({ key, file, value, source, about }) =>
    entries(value, key).flatMap((entry) =>
      textsOf(entry, file, source).map((text) => ({ ...text, about: text.about || about })),
    ),
  );
}

/** What each text is told, by its place. */
export function parametersIn(
  root: string,
  locale: Locale,
): ReadonlyMap<string, readonly Parameter[]> {
  return new Map(
    declarations(root, locale).flatMap(({ key, value }) =>
      entries(value, key).flatMap((entry) =>
        ts.isArrowFunction(entry.value)
          ? [[entry.key, entry.value.parameters.map(parameterOf)] as const]
          : [],
      ),
    ),
  );
}

interface Entry {
  readonly key: string;
  readonly value: ts.Expression;
  readonly node: ts.Node;
}

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else if (!OTHERS.includes(entry.name)) yield path;
  }
}

function declarations(root: string, locale: Locale) {
  const folder = join(root, locale);
  return [...filesIn(folder)].sort().flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    const within = basename(join(file, ".."));
    return source.statements.filter(ts.isVariableStatement).flatMap((statement) =>
      statement.declarationList.declarations.flatMap(({ name, initializer }) => {
        if (!initializer || !ts.isIdentifier(name)) return [];
        const place = { kinds: `kinds.${name.text}`, commands: "commands" }[within] ?? name.text;
        return [{ key: place, file, source, value: initializer, about: docOf(statement) }];
      }),
    );
  });
}

/** Every entry of an object, and of those in it, as deep as they go. */
function entries(value: ts.Expression, key: string, node: ts.Node = value): readonly Entry[] {
  if (
    ts.isSatisfiesExpression(value) ||
    ts.isAsExpression(value) ||
    ts.isParenthesizedExpression(value)
  )
    return entries(value.expression, key, node);
  // `said({…})` only names what follows.
  const [argument] = ts.isCallExpression(value) ? value.arguments : [];
  if (argument && ts.isObjectLiteralExpression(argument)) return entries(argument, key, node);
  if (ts.isObjectLiteralExpression(value))
    return value.properties
      .filter(ts.isPropertyAssignment)
      .flatMap((each) => entries(each.initializer, `${key}.${nameOf(each.name)}`, each));
  if (ts.isArrayLiteralExpression(value))
    return value.elements.flatMap((each, n) => entries(each, `${key}.${String(n + 1)}`));
  return [{ key, value, node }];
}

const nameOf = (name: ts.PropertyName): string =>
  ts.isStringLiteral(name) || ts.isIdentifier(name) || ts.isNumericLiteral(name)
    ? name.text
    : name.getText();

function textsOf(
  { key, value, node }: Entry,
  file: string,
  source: ts.SourceFile,
): readonly SourceText[] {
  const found = literalsIn(value);
  return found.map(({ literal, isBrief }, n) => {
    const { words, inserted } = wordsOf(literal);
    const place = found.length > 1 ? `${key}#${String(n + 1)}` : key;
    const limit = isBrief ? BRIEF : LIMITS.find(([pattern]) => pattern.test(key))?.[1];
    const [start, end] = [literal.getStart(source), literal.getEnd()];
    return {
      key: place,
      words,
      about: docOf(node),
      file,
      start,
      end,
      inserted,
      ...(limit ? { limit } : {}),
    };
  });
}

const docOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => (typeof comment === "string" ? comment : ""))
    .join(" ")
    .replace(/\s+/gu, " ");

type Literal = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

/** The literals that say something: with a letter in them, and not just joining others. */
function literalsIn(
  value: ts.Node,
  isBrief = false,
): readonly { readonly literal: Literal; readonly isBrief: boolean }[] {
  const own: readonly Literal[] =
    ts.isStringLiteralLike(value) || ts.isTemplateExpression(value) ? [value] : [];
  const spoken = own.filter((literal) => /\p{L}/u.test(wordsOf(literal).fixed));
  const below: ts.Node[] = [];
  ts.forEachChild(value, (child) => {
    below.push(child);
  });
  const brief = ts.isCallExpression(value) && value.expression.getText() === "brief";
  return [
    ...spoken.map((literal) => ({ literal, isBrief })),
    ...below.flatMap((child) => literalsIn(child, brief || isBrief)),
  ];
}

function wordsOf(literal: Literal): {
  readonly words: string;
  readonly fixed: string;
  readonly inserted: ReadonlyMap<string, string>;
} {
  if (!ts.isTemplateExpression(literal))
    return { words: literal.text, fixed: literal.text, inserted: new Map() };
  const inserted = new Map<string, string>();
  let words = literal.head.text;
  let unnamed = 0;
  for (const { expression, literal: after } of literal.templateSpans) {
    const name = ts.isIdentifier(expression) ? expression.text : String((unnamed += 1));
    inserted.set(name, expression.getText());
    words += `{${name}}${after.text}`;
  }
  const fixed = [literal.head, ...literal.templateSpans.map((span) => span.literal)]
    .map(({ text }) => text)
    .join("");
  return { words, fixed, inserted };
}

const parameterOf = ({ name, type }: ts.ParameterDeclaration): Parameter => ({
  name: name.getText(),
  isNumber: type?.kind === ts.SyntaxKind.NumberKeyword || name.getText() === "count",
});
