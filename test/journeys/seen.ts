/** What a person sees, in the few shapes that the journeys ask about. */

import type { Seen, SeenForm } from "../../playground/contract.ts";

/** The text of the newest message. */
export const answer = ({ messages }: Seen): string => messages.at(-1)?.text ?? "";

/** Input id to what stands in it. */
export const valuesOf = (form: SeenForm | undefined) =>
  Object.fromEntries(form?.inputs.map(({ id, value }) => [id, value]) ?? []);

/** Input id to its hint. */
export const hintsOf = (form: SeenForm | undefined) =>
  Object.fromEntries(form?.inputs.map(({ id, hint }) => [id, hint]) ?? []);
/** Where Slack reads markup, and so would ring people for a `<!channel>` that was not escaped. */
export function marked(sent: unknown): readonly string[] {
  if (typeof sent !== "object" || sent === null) return [];
  const { type, text } = sent as { readonly type?: unknown; readonly text?: unknown };
  const isMarkup = type === "mrkdwn" || type === "message";
  return [
    ...(isMarkup && typeof text === "string" ? [text] : []),
    ...Object.values(sent).flatMap(marked),
  ];
}
