/** Which of the story's forms was sent, by what the bot calls it in its data. */
import { type Bag, bagAt, isBag, stringAt } from "../../bag.ts";
import { type Actor, formTaken } from "../../story.ts";
import type { TeamsWorld } from "../world.ts";

/** `form` is a name, or an object with a `form` in it, at the top of the data or one level below. */
export function formSent(world: TeamsWorld, by: Actor, data: Bag): void {
  const found = [data, ...Object.values(data).filter(isBag)]
    .filter((bag) => bag["kind"] === undefined || bag["kind"] === "submit")
    .map((bag) => stringAt(bag, "form") ?? stringAt(bagAt(bag, "form"), "form"))
    .find((name) => name !== undefined);
  if (found !== undefined) formTaken(world, by, found);
}
