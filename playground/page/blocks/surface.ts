/** What the blocks of one message, modal or home need to know of where they stand. */
import { createContext, useContext } from "react";
import type { ChannelState, PersonState } from "../../contract.ts";

export interface Surface {
  /** Language of the bot's text here. */
  readonly lang: string;
  readonly people: readonly PersonState[];
  readonly channels: readonly ChannelState[];
  /** True while a press is on its way, so that a second one waits. */
  readonly busy: boolean;
  /** A button was pressed or something was chosen. */
  readonly press: (element: Pressed) => void;
}

export interface Pressed {
  /** What the control interface finds the element by. */
  readonly button: string;
  readonly value?: string;
  /** All that is chosen now, for a menu that counts as an input because it stands in a dialog. */
  readonly chosen?: string | readonly string[];
}

const SurfaceContext = createContext<Surface>({
  lang: "en",
  people: [],
  channels: [],
  busy: false,
  press: () => undefined,
});

export const SurfaceProvider = SurfaceContext.Provider;

export function useSurface(): Surface {
  return useContext(SurfaceContext);
}
