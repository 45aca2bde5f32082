/** Collects what is wrong with a payload, in the words of Slack's `response_metadata.messages`. */
import { type Bag, bagAt, lengthOf, stringAt } from "../bag.ts";

interface TextRule {
  readonly max: number;
  /** Only `plain_text` is allowed. */
  readonly plain?: boolean;
  readonly needed?: boolean;
}

export interface Report {
  readonly problems: readonly string[];
  problem(sentence: string, pointer: string): void;
  longest(text: string | undefined, max: number, pointer: string): void;
  count(
    items: readonly unknown[],
    allowed: { readonly min?: number; readonly max: number },
    pointer: string,
  ): void;
  /** Checks the text object at `key`. */
  text(bag: Bag, key: string, rule: TextRule, pointer: string): void;
  textObject(object: Bag, rule: TextRule, pointer: string): void;
}

export function createReport(): Report {
  const problems: string[] = [];

  function problem(sentence: string, pointer: string): void {
    problems.push(`[ERROR] ${sentence} [json-pointer:${pointer}]`);
  }

  function longest(text: string | undefined, max: number, pointer: string): void {
    if (text !== undefined && lengthOf(text) > max) {
      problem(`must be less than ${max + 1} characters`, pointer);
    }
  }

  function textObject(object: Bag, rule: TextRule, pointer: string): void {
    const type = stringAt(object, "type");
    const allowed = rule.plain ? ["plain_text"] : ["plain_text", "mrkdwn"];
    if (type === undefined || !allowed.includes(type)) {
      problem(`must be one of: ${allowed.join(", ")}`, `${pointer}/type`);
    }
    const text = stringAt(object, "text");
    if (text === undefined || text === "") {
      problem("must be more than 0 characters", `${pointer}/text`);
    }
    longest(text, rule.max, `${pointer}/text`);
  }

  return {
    problems,
    problem,
    longest,
    count: (items, { min = 0, max }, pointer) => {
      if (items.length > max) problem(`no more than ${max} items allowed`, pointer);
      if (items.length < min) problem(`must provide at least ${min} items`, pointer);
    },
    text: (bag, key, rule, pointer) => {
      const object = bagAt(bag, key);
      if (object) textObject(object, rule, `${pointer}/${key}`);
      else if (bag[key] !== undefined) problem("must provide an object", `${pointer}/${key}`);
      else if (rule.needed) problem(`missing required field: ${key}`, pointer);
    },
    textObject,
  };
}
