/** The messages of a round, brought up to date where they stand. */

import type { Services } from "../../feature.ts";
import { reviseShared } from "../../telling/share.ts";
import { againKey, roundCard, roundKey } from "./cards.ts";
import type { Round } from "./round.ts";

/** The message of a round as it is now, wherever it stands. */
export async function redraw(services: Services, round: Round): Promise<void> {
  for (const key of [roundKey(round.search), againKey(round.search)])
    await reviseShared(services, round.place, key, (texts) => roundCard(round, texts));
}
