/** Finds the Block Kit blocks in what the bot sent, however it was wrapped. */
import type { KnownBlock } from "@slack/types";

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** The blocks of a message, a modal or a home; none for a platform without Block Kit. */
export function blocksOf(raw: unknown): readonly KnownBlock[] {
  const payload = parsed(raw);
  const view = parsed(property(payload, "view"));
  const blocks = parsed(property(view ?? payload, "blocks"));
  // The stand-in for Slack has already checked them against Block Kit.
  return Array.isArray(blocks) ? (blocks as KnownBlock[]) : [];
}

/** The words on the dismiss button of a modal. */
export function closeLabel(raw: unknown): string | null {
  const payload = parsed(raw);
  const view = parsed(property(payload, "view"));
  const text = property(property(view ?? payload, "close"), "text");
  return typeof text === "string" ? text : null;
}

/** The text that came with a message without blocks, marks and all. */
export function plainText(raw: unknown): string | null {
  const text = property(parsed(raw), "text");
  return typeof text === "string" ? text : null;
}
