// The real core, in which looking for goals never comes to an end when it is about "endless".
import { register } from "tsx/esm/api";

register();
const { features } = await import("../../src/features/index.ts");
const { commands } = features.find((feature) => feature.commands?.["goal list"]);
const { run } = commands["goal list"];
commands["goal list"].run = (context, rest) => {
  while (rest.startsWith("endless"));
  return run(context, rest);
};
await import("../../src/assembly/core-thread.ts");
