/** MongoDB's regular expressions (PCRE) as JavaScript's, refusing what would mean something else. */
import { BSONRegExp } from "bson";
import type { Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";

/** A test that a value is a string the expression matches, or the very same expression. */
export function regexTest(source: Value, options?: string): (value: unknown) => boolean {
  const isRegex = source instanceof BSONRegExp;
  if (!isRegex && typeof source !== "string")
    throw new CommandError(2, "$regex has to be a string");
  const pattern = isRegex ? source.pattern : source;
  const flags = options ?? (isRegex ? source.options : "");
  const regex = compileRegex(pattern, flags);
  return (value) =>
    typeof value === "string"
      ? regex.test(value)
      : value instanceof BSONRegExp && value.pattern === pattern && value.options === flags;
}

function compileRegex(pattern: string, options: string): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(pattern);
  const flags = new Set(`${options}${inline?.[1] ?? ""}u`);
  for (const flag of flags)
    if (!"imsu".includes(flag))
      throw flag === "x" ? unsupported("The regex option x", 2) : badRegex(`invalid flag ${flag}`);
  if (/\[\[:|\(\?[#PR&|]|\[[^\]]*\[[.=]/.test(pattern)) throw badRegex("unsupported syntax");
  const body = pattern.slice(inline?.[0].length ?? 0);
  try {
    return new RegExp(flags.has("m") ? body : endBeforeNewline(body), [...flags].join(""));
  } catch {
    throw badRegex("invalid or unsupported syntax");
  }
}

const badRegex = (why: string) => new CommandError(51091, `Regular expression is invalid: ${why}.`);

/** PCRE's `$` also matches before a final newline. */
function endBeforeNewline(pattern: string): string {
  let inClass = false;
  return pattern.replace(/\\[\s\S]|[[\]$]/g, (token) => {
    if (token === "[") inClass = true;
    if (token === "]") inClass = false;
    return token === "$" && !inClass ? "(?=\\n?(?![\\s\\S]))" : token;
  });
}
