/** `views.*`: dialogs and the bot's home. */
import { type Bag, bagAt, stringAt } from "../../bag.ts";
import { checkView } from "../block-kit.ts";
import { findView, openView, publishHome, pushView, updateView, viewPayload } from "../dialogs.ts";
import { type Call, type Method, refuse, refuseWith } from "./call.ts";

const open: Method = (call) => {
  const { world, args, triggers } = call;
  const id = stringAt(args, "trigger_id") ?? "";
  const trigger = triggers.check(id);
  if (typeof trigger === "string") return refuse(trigger);
  const view = viewOf(call, "modal");
  if (!view.ok) return view.refusal;
  triggers.use(id);
  return { ok: true, view: viewPayload(world, openView(world, trigger, view.view)) };
};

const push: Method = (call) => {
  const { world, args, triggers } = call;
  const id = stringAt(args, "trigger_id") ?? "";
  const trigger = triggers.check(id);
  if (typeof trigger === "string") return refuse(trigger);
  if (trigger.view === null || !world.views.get(trigger.view)) return refuse("invalid_trigger_id");
  const view = viewOf(call, "modal");
  if (!view.ok) return view.refusal;
  const pushed = pushView(world, trigger, view.view);
  if (!pushed) return refuse("push_limit_reached");
  triggers.use(id);
  return { ok: true, view: viewPayload(world, pushed) };
};

const update: Method = (call) => {
  const { world, args, workspace } = call;
  const old = findView(world, stringAt(args, "view_id"), stringAt(args, "external_id"));
  if (old?.team !== workspace.team) return refuse("not_found");
  const hash = stringAt(args, "hash");
  if (hash !== undefined && hash !== old.hash) return refuse("hash_conflict");
  const view = viewOf(call, "modal");
  if (!view.ok) return view.refusal;
  return { ok: true, view: viewPayload(world, updateView(world, old, view.view)) };
};

const publish: Method = (call) => {
  const { world, args, workspace } = call;
  const person = world.person(stringAt(args, "user_id") ?? "");
  if (person?.team !== workspace.team) return refuse("user_not_found");
  const old = world.homes.get(person.user);
  const hash = stringAt(args, "hash");
  if (hash !== undefined && old && hash !== old.hash) return refuse("hash_conflict");
  const view = viewOf(call, "home");
  if (!view.ok) return view.refusal;
  return { ok: true, view: viewPayload(world, publishHome(world, person, view.view)) };
};

export const viewMethods: Readonly<Record<string, Method>> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};

type Checked =
  { readonly ok: true; readonly view: Bag } | { readonly ok: false; readonly refusal: Bag };

function viewOf({ args }: Call, type: "modal" | "home"): Checked {
  const view = bagAt(args, "view");
  const problems = view ? checkView(view) : ["[ERROR] missing required field: view"];
  if (view && problems.length === 0 && view["type"] !== type) {
    return {
      ok: false,
      refusal: refuseWith("invalid_arguments", [
        `[ERROR] must be ${type} [json-pointer:/view/type]`,
      ]),
    };
  }
  if (!view || problems.length > 0) {
    return { ok: false, refusal: refuseWith("invalid_arguments", problems) };
  }
  return { ok: true, view };
}
