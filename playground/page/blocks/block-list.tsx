/** Block Kit drawn on the page: the blocks of a message, of the home and of a dialog. */
import type { KnownBlock, SectionBlock, ContextBlock } from "@slack/types";
import type { ReactNode } from "react";
import { ActionElement } from "./elements.tsx";
import { TextOf } from "./mrkdwn.tsx";
import { RichText } from "./rich-text.tsx";

function Section({ block }: { readonly block: SectionBlock }) {
  const { accessory } = block;
  return (
    <div className="block-section">
      <div className="block-words">
        {block.text !== undefined && <TextOf text={block.text} />}
        {block.fields !== undefined && (
          <div className="block-fields">
            {block.fields.map((field, index) => (
              <TextOf key={index} text={field} />
            ))}
          </div>
        )}
      </div>
      {accessory !== undefined && accessory.type !== "image" && (
        <div className="block-accessory">
          <ActionElement element={accessory} />
        </div>
      )}
    </div>
  );
}

function Context({ block }: { readonly block: ContextBlock }) {
  return (
    <div className="block-context">
      {block.elements.map((element, index) =>
        element.type === "image" ? (
          <span key={index}>{element.alt_text}</span>
        ) : (
          <TextOf key={index} text={element} />
        ),
      )}
    </div>
  );
}

interface BlockListProps {
  readonly blocks: readonly KnownBlock[];
  /** Draws the input blocks of a dialog. */
  readonly input?: (block: KnownBlock & { readonly type: "input" }) => ReactNode;
  readonly headings: "h3" | "h4";
}

function drawn(block: KnownBlock, { input, headings: Heading }: BlockListProps): ReactNode {
  switch (block.type) {
    case "header":
      return <Heading className="block-header">{block.text.text}</Heading>;
    case "section":
      return <Section block={block} />;
    case "context":
      return <Context block={block} />;
    case "divider":
      return <hr />;
    case "actions":
      return (
        <div className="block-actions">
          {block.elements.map((element, index) => (
            <ActionElement key={element.action_id ?? index} element={element} />
          ))}
        </div>
      );
    case "rich_text":
      return <RichText block={block} />;
    case "input":
      return input?.(block) ?? null;
    case "image":
      // The page asks nothing of other machines; the description stands for the picture.
      return <p className="block-context">{block.alt_text}</p>;
    case "markdown":
      return <div className="mrkdwn">{block.text}</div>;
    // Liaison sends none of these, and the stand-in for Slack would refuse them.
    case "alert":
    case "card":
    case "carousel":
    case "container":
    case "context_actions":
    case "data_table":
    case "file":
    case "table":
    case "task_card":
    case "plan":
    case "video":
      return null;
  }
}

export function BlockList(props: BlockListProps) {
  return (
    <div className="blocks">
      {props.blocks.map((block, index) => (
        <div key={block.block_id ?? index} className="block">
          {drawn(block, props)}
        </div>
      ))}
    </div>
  );
}
