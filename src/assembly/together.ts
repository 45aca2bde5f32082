/** Core and front in one thread, with what is inside within reach: for tests, benchmarks and the like. */

import type { StoredStores } from "../../db/stores.ts";
import type { Bot } from "../bot.ts";
import type { ChatPlatform } from "../ports.ts";
import { assembleCore, type CoreParts } from "./core.ts";
import { assembleFront, type Liaison } from "./front.ts";

export interface OpenLiaison extends Liaison {
  readonly bot: Bot;
  readonly stores: StoredStores;
}

export async function assemble(
  parts: CoreParts & { readonly platforms: readonly ChatPlatform[] },
): Promise<OpenLiaison> {
  const { core, bot, database } = await assembleCore(parts);
  const front = assembleFront({ ...parts, core, inbox: database.inbox });
  return { ...front, bot, stores: database.stores };
}
