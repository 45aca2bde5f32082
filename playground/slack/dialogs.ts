/** Dialogs and homes: a stack of at most three views for each person, and one home. */
import { type Bag, bagsAt, stringAt } from "../bag.ts";
import { APP_ID } from "./app-id.ts";
import { startValues, withIds } from "./inputs.ts";
import type { View, World } from "./world.ts";

const STACK_LIMIT = 3;

/** A view as the Web API and interactions show it to the app. */
export function viewPayload(world: World, stored: View): Bag {
  const stack = world.stacks.get(stored.user) ?? [];
  const place = stack.indexOf(stored.id);
  return {
    private_metadata: "",
    callback_id: "",
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    external_id: "",
    ...stored.view,
    id: stored.id,
    team_id: stored.team,
    app_id: APP_ID,
    app_installed_team_id: stored.team,
    bot_id: botId(stored.team),
    hash: stored.hash,
    state: { values: stored.values },
    root_view_id: stack[0] ?? stored.id,
    previous_view_id: place > 0 ? stack[place - 1] : null,
  };
}

export function botId(team: string): string {
  return `B${team.slice(1)}`;
}

function build(world: World, owner: { user: string; team: string }, view: Bag, old?: View): View {
  const blocks = withIds(bagsAt(view, "blocks"), () => world.id("b").slice(0, 6));
  return {
    id: old?.id ?? world.id("V"),
    user: owner.user,
    team: owner.team,
    hash: `${world.ts()}.${world.id("h")}`,
    view: { ...view, blocks },
    values: startValues(blocks, old?.values),
    problems: {},
    revision: world.changed(),
  };
}

export function topView(world: World, user: string): View | undefined {
  const id = world.stacks.get(user)?.at(-1);
  return id === undefined ? undefined : world.views.get(id);
}

/** Opens a dialog; whatever was open before is gone. */
export function openView(world: World, owner: { user: string; team: string }, view: Bag): View {
  clearViews(world, owner.user);
  return stack(world, build(world, owner, view));
}

/** Lays a dialog over the open one; null when three are already open. */
export function pushView(
  world: World,
  owner: { user: string; team: string },
  view: Bag,
): View | null {
  if ((world.stacks.get(owner.user) ?? []).length >= STACK_LIMIT) return null;
  return stack(world, build(world, owner, view));
}

function stack(world: World, built: View): View {
  world.views.put(built.id, built);
  world.stacks.put(built.user, [...(world.stacks.get(built.user) ?? []), built.id]);
  return built;
}

export function updateView(world: World, old: View, view: Bag): View {
  const built = build(world, old, view, old);
  world.views.put(built.id, built);
  return built;
}

export function publishHome(world: World, owner: { user: string; team: string }, view: Bag): View {
  const built = build(world, owner, view, world.homes.get(owner.user));
  world.homes.put(owner.user, built);
  return built;
}

/** Closes the topmost dialog; the one below is seen again. */
export function popView(world: World, user: string): void {
  const open = world.stacks.get(user) ?? [];
  const top = open.at(-1);
  if (top === undefined) return;
  world.views.delete(top);
  world.stacks.put(user, open.slice(0, -1));
  const below = topView(world, user);
  const revision = world.changed();
  if (below) world.views.put(below.id, { ...below, revision });
}

export function clearViews(world: World, user: string): void {
  const open = world.stacks.get(user) ?? [];
  if (open.length === 0) return;
  for (const id of open) world.views.delete(id);
  world.stacks.delete(user);
  world.changed();
}

/** Finds an open view by its id or by the app's own `external_id`. */
export function findView(
  world: World,
  id: string | undefined,
  external?: string,
): View | undefined {
  if (id !== undefined && id !== "") return world.views.get(id);
  return world.views
    .values()
    .find((view) => external !== undefined && stringAt(view.view, "external_id") === external);
}
