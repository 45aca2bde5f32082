/** Bodies and queries of the control calls, checked; what is wrong is named in one sentence. */
import { z } from "zod";
import { Refused } from "../refused.ts";

const name = z.string().min(1);
const answer = z.union([z.string(), z.array(z.string()), z.null()]);
const answers = z.record(z.string(), answer);
const platform = z.enum(["slack", "teams"]);

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, "Write times like 22:00");

export const bodies = {
  reset: z.object({ data: z.enum(["demo", "empty"]).optional(), now: name.optional() }),
  clock: z.object({ to: name }),
  say: z.object({
    as: name,
    in: name,
    text: z.string(),
    thread: name.optional(),
    mention: z.boolean().optional(),
  }),
  press: z.object({
    as: name,
    message: name,
    button: name,
    value: z.string().optional(),
    answers: answers.optional(),
    oldClient: z.boolean().optional(),
  }),
  shortcut: z.object({
    as: name,
    shortcut: name,
    message: name.optional(),
    in: name.optional(),
  }),
  submit: z.object({ as: name, form: name, answers: answers.optional().default({}) }),
  close: z.object({ as: name, form: name }),
  home: z.object({ as: name }),
  fault: z.object({
    platform,
    kind: z.enum([
      "429",
      "503",
      "timeout-after-accept",
      "blocked",
      "archived",
      "429-bare",
      "412",
      "413",
      "500-after-accept",
    ]),
    times: z.number().int().min(1),
    match: name.optional(),
  }),
  install: z.object({ as: name, installed: z.boolean() }),
  archive: z.object({ channel: name, archived: z.boolean() }),
  deactivate: z.object({ person: name, deactivated: z.boolean() }),
  dnd: z.object({ person: name, times: z.object({ from: clockTime, to: clockTime }).nullable() }),
  membership: z.object({ channel: name, person: name, member: z.boolean() }),
  screen: z.object({ as: name }),
  messages: z.object({ as: name, in: name.optional(), since: name.optional() }),
} as const;

/** Reads `given` as `schema` says, or refuses with a 400. */
export function read<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given ?? {});
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => {
    const at = issue.path.join(".");
    return at === "" ? issue.message : `\`${at}\`: ${issue.message}`;
  });
  throw new Refused(400, `${wrong.join("; ")}. See docs/playground.md for what this call takes.`);
}
