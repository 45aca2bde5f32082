import { ownCommands } from "./own.ts";
import { sharedCommands } from "./shared.ts";

export const commands = { ...sharedCommands, ...ownCommands };
