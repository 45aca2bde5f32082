/**
 * Regular expressions, as far as they mean the same in PCRE and JavaScript: plain text, with `^`
 * before it where it has to stand at the beginning, and the option `i`. All else is refused.
 */
import { BSONRegExp } from "bson";
import type { Value } from "./bson.ts";
import { CommandError, unsupported } from "./errors.ts";

const PLAIN = /^\^?(?:[^\\^$.|?*+()[\]{}]|\\[^A-Za-z0-9])*$/su;

/** A test that a value is a string which holds the text, or is the very same expression. */
export function regexTest(source: Value, given?: Value): (value: unknown) => boolean {
  const isRegex = source instanceof BSONRegExp;
  const options = given ?? (isRegex ? source.options : "");
  const pattern = isRegex ? source.pattern : source;
  if (typeof pattern !== "string") throw new CommandError(2, "$regex has to be a string");
  if (typeof options !== "string") throw new CommandError(2, "$options has to be a string");
  if (!PLAIN.test(pattern) || (options !== "" && options !== "i"))
    throw unsupported(`The regular expression /${pattern}/${options}`, 51091);
  const anchor = pattern.startsWith("^") ? "^" : "";
  const text = pattern.slice(anchor.length).replace(/\\(.)/gsu, "$1");
  const regex = new RegExp(anchor + text.replace(/[/\\^$.|?*+()[\]{}]/gu, "\\$&"), `${options}u`);
  return (value) =>
    typeof value === "string"
      ? regex.test(value)
      : value instanceof BSONRegExp && value.pattern === pattern && value.options === options;
}
