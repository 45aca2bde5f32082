/** The bot's home: what waits for this person, in one place. */
import { BlockList } from "../blocks/block-list.tsx";
import { blocksOf } from "../blocks/read.ts";
import { SurfaceProvider, type Surface } from "../blocks/surface.ts";
import type { PersonState, SeenHome } from "../../contract.ts";

export function Home({
  side,
  home,
  me,
  surface,
}: {
  readonly side: string;
  readonly home: SeenHome | null;
  readonly me: PersonState;
  readonly surface: Surface;
}) {
  const blocks = blocksOf(home?.raw);
  return (
    <div className="conversation">
      <header className="conversation-head">
        <h2>Home</h2>
        <p>Your goals, your items, what waits for you</p>
      </header>
      <div
        className="messages home"
        tabIndex={0}
        role="region"
        aria-label={`Home of Liaison, as ${me.name} sees it (${side})`}
        aria-busy={home === null}
      >
        <div lang={surface.lang} dir="auto">
          <SurfaceProvider value={surface}>
            {home === null && <p className="empty">Opening…</p>}
            {blocks.length > 0 ? (
              <BlockList blocks={blocks} headings="h3" />
            ) : (
              <p className="mrkdwn">{home?.text}</p>
            )}
          </SurfaceProvider>
        </div>
      </div>
    </div>
  );
}
