/** The button that a caller means, among those that a person can press. */
import type { SeenButton } from "./contract.ts";
import { Refused } from "./refused.ts";

/**
 * The button a caller means: by accessible name (or how it begins), action id (or its part before
 * `:`, where an app numbers them) or label, and by value where several match.
 */
export function findButton<Button extends SeenButton>(
  candidates: readonly Button[],
  name: string,
  value: string | undefined,
): Button {
  const plain = (text: string): string => text.trim().toLowerCase();
  const named = [
    candidates.filter((one) => one.accessibleName === name),
    candidates.filter((one) => one.action === name || one.action.startsWith(`${name}:`)),
    candidates.filter((one) => one.label === name),
    candidates.filter((one) => [one.accessibleName, one.label].map(plain).includes(plain(name))),
    candidates.filter((one) => plain(one.accessibleName).startsWith(plain(name))),
  ].filter((some) => some.length > 0);
  const best = named[0] ?? [];
  const exact = value === undefined ? [] : named.flat().filter((one) => one.value === value);
  const found = exact.length > 0 ? exact.slice(0, 1) : best;
  const [first] = found;
  if (found.length === 1 && first) return first;
  if (found.length > 1) {
    const choices = found.map((one) => `“${one.accessibleName}” (value ${one.value ?? "none"})`);
    throw new Refused(
      409,
      `${found.length} buttons are called “${name}”. Say which by accessible name or value: ${choices.join(", ")}.`,
    );
  }
  const known = candidates.map((one) => `“${one.accessibleName}” (${one.action})`).join(", ");
  throw new Refused(
    404,
    known === ""
      ? `There is no button “${name}”; there are no buttons here.`
      : `There is no button “${name}”. There are: ${known}.`,
  );
}
