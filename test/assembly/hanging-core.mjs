// The real core, in which setting a goal never comes to an end when it is about something "endless".
import { register } from "tsx/esm/api";

register();
const { features } = await import("../../src/features/index.ts");
const { commands } = features.find((feature) => feature.commands?.goal);
const { run } = commands.goal;
commands.goal.run = (context, rest) => {
  while (rest.startsWith("endless"));
  return run(context, rest);
};
await import("../../src/assembly/core-thread.ts");
