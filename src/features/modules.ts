/** What a school uses beside the core, switched by its partners or the coordinator; and what policy permits. */

import { actions, item, muted, text, type Block, type Card } from "../card.ts";
import type { Context, EventOf, Feature } from "../feature.ts";
import { POLICY_FLAGS, permits, usesModule, type Module } from "../team/module.ts";
import { standingOf } from "../finding/standing.ts";
import type { Outcome } from "../ports.ts";
import { holds } from "../rights.ts";
import type { District, School } from "../team/school.ts";
import type { Texts } from "../texts/index.ts";

export const modulesFeature: Feature = {
  name: "modules",
  commands: {
    modules: {
      summary: ({ finding }) => finding.modulesSummary,
      situation: "me",
      words: ({ commands }) => commands.modules,
      for: ["partner", "district"],
      run: showModules,
    },
    policy: {
      summary: ({ finding }) => finding.policySummary,
      situation: "district",
      words: ({ commands }) => commands.policy,
      for: ["district"],
      run: showPolicy,
    },
  },
  actions: {
    "module.school": async (context) => await showOne(context, context.event.value, "reply"),
    "module.switch": switchModule,
    "policy.switch": switchPolicy,
    "policy.founders": switchFounders,
  },
};

/** The schools whose modules somebody may switch: of their teams, and all for the coordinator. */
async function schoolsOf(context: Context): Promise<readonly School[]> {
  const standing = await standingOf(context);
  if (await holds(context, "district_library_coordinator", "administrator"))
    return standing.schools;
  return standing.schools.filter(({ id }) =>
    standing.teams.some(({ schoolId }) => schoolId === id),
  );
}

async function showModules(context: Context): Promise<Outcome> {
  const { texts } = context;
  const schools = await schoolsOf(context);
  const [only] = schools;
  if (!only) return { type: "reply", card: { title: texts.finding.nothingHere, body: [] } };
  if (schools.length === 1) return await showOne(context, only.id, "reply");
  const buttons = schools.map(({ id, name }) => ({
    label: name,
    action: "module.school",
    value: id,
  }));
  return { type: "reply", card: { title: texts.common.chooseSchool, body: [actions(...buttons)] } };
}

async function showOne(
  context: Context,
  schoolId: string,
  type: "reply" | "replace",
): Promise<Outcome> {
  const { declared, texts } = context;
  const school = (await schoolsOf(context)).find(({ id }) => id === schoolId);
  return school
    ? { type, card: modulesCard(school, declared.modules, texts) }
    : { type: "reply", card: { title: texts.common.notFoundHere, body: [] } };
}

function modulesCard(school: School, modules: readonly Module[], { finding }: Texts): Card {
  const lines = modules.map((module): Block => {
    const on = usesModule(school, module);
    return item(finding.modules[module], on ? finding.isOn : finding.isOff, {
      label: on ? finding.switchOff : finding.switchOn,
      action: "module.switch",
      value: [school.id, module, on ? "off" : "on"].join("|"),
      about: finding.modules[module],
    });
  });
  return {
    title: finding.modulesTitle(school.name),
    body: [
      text(finding.modulesCore),
      ...(lines.length > 0 ? lines : [text(finding.modulesNone)]),
      muted(finding.modulesNote),
    ],
  };
}

/** What is pressed says which way, so that a second press changes nothing. */
async function switchModule(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, declared, event, texts } = context;
  const [schoolId = "", wanted = "", way = ""] = event.value.split("|");
  const school = (await schoolsOf(context)).find(({ id }) => id === schoolId);
  const module = declared.modules.find((each) => each === wanted);
  if (!school || !module)
    return { type: "reply", card: { title: texts.common.notFoundHere, body: [] } };
  const changed = await stores.schools.update(school.id, (known) =>
    usesModule(known, module) === (way === "on")
      ? known
      : {
          ...known,
          modules:
            way === "on"
              ? [...(known.modules ?? []), module]
              : (known.modules ?? []).filter((each) => each !== module),
        },
  );
  return { type: "replace", card: modulesCard(changed ?? school, declared.modules, texts) };
}

async function showPolicy(context: Context): Promise<Outcome> {
  const district = await context.stores.district();
  return { type: "reply", card: policyCard(district, await settlesPolicy(context), context.texts) };
}

const settlesPolicy = async (context: Context): Promise<boolean> =>
  await holds(context, "it_director", "administrator");

function policyCard(district: District | undefined, settles: boolean, { finding }: Texts): Card {
  return {
    title: finding.policyTitle,
    body: [
      ...POLICY_FLAGS.map((flag): Block => {
        const on = permits(district, flag);
        const state = on ? finding.permitted : finding.notPermitted;
        return settles
          ? item(finding.policy[flag], state, {
              label: on ? finding.forbid : finding.permit,
              action: "policy.switch",
              value: `${flag}|${on ? "off" : "on"}`,
              about: finding.policy[flag],
            })
          : item(finding.policy[flag], state);
      }),
      foundersLine(district, settles, finding),
      muted(settles ? finding.policyNote : finding.policyNotYours),
    ],
  };
}

function foundersLine(
  district: District | undefined,
  settles: boolean,
  finding: Texts["finding"],
): Block {
  const isDistrict = district?.founders === "district";
  const state = isDistrict ? finding.foundersDistrict : finding.foundersAnyone;
  if (!settles) return item(finding.founders, state);
  return item(finding.founders, state, {
    label: isDistrict ? finding.letAnyone : finding.onlyDistrict,
    action: "policy.founders",
    value: isDistrict ? "anyone" : "district",
    about: finding.founders,
  });
}

async function switchFounders(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const district = await stores.district();
  if (!district || !(await settlesPolicy(context)))
    return { type: "reply", card: { title: texts.finding.policyNotYours, body: [] } };
  const founders = event.value === "district" ? "district" : "anyone";
  const changed: District = { ...district, founders };
  await stores.saveDistrict(changed);
  return { type: "replace", card: policyCard(changed, true, texts) };
}

async function switchPolicy(context: Context<EventOf<"action">>): Promise<Outcome> {
  const { stores, event, texts } = context;
  const [wanted = "", way = ""] = event.value.split("|");
  const flag = POLICY_FLAGS.find((each) => each === wanted);
  const district = await stores.district();
  if (!flag || !district || !(await settlesPolicy(context)))
    return { type: "reply", card: { title: texts.finding.policyNotYours, body: [] } };
  const known = (district.permits ?? []).filter((each) => each !== flag);
  const changed = { ...district, permits: way === "on" ? [...known, flag] : known };
  await stores.saveDistrict(changed);
  return { type: "replace", card: policyCard(changed, true, texts) };
}
