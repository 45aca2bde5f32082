/** Slack's message text as elements; the grammar is slack-message-parser's. */
import type { ReactNode } from "react";
import { NodeType, parse, type Node } from "slack-message-parser";
import { slackDate } from "../time.ts";
import { useSurface, type Surface } from "./surface.ts";

/** Slack escapes exactly these three. */
function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Slack reads a typed `>` at the start of a line as a quote; the parser knows its escaped form. */
function quotesEscaped(text: string): string {
  return text.replace(/^>(?=\s)/gm, "&gt;");
}

const linkable = (url: string) => /^(https?:|mailto:)/i.test(url);

function commandText(
  name: string,
  args: readonly string[],
  label: ReactNode,
  lang: string,
): ReactNode {
  if (name === "date") {
    const seconds = Number(args[0]);
    const written = slackDate(seconds, args[1] ?? "", lang);
    return <time dateTime={new Date(seconds * 1000).toISOString()}>{written}</time>;
  }
  return <span className="mention">{label ?? `@${name}`}</span>;
}

function drawn(nodes: readonly Node[], surface: Surface): ReactNode[] {
  return nodes.map((node, index) => <Piece key={index} node={node} surface={surface} />);
}

function Piece({ node, surface }: { readonly node: Node; readonly surface: Surface }): ReactNode {
  switch (node.type) {
    case NodeType.Text:
      return unescaped(node.text);
    case NodeType.Bold:
      return <strong>{drawn(node.children, surface)}</strong>;
    case NodeType.Italic:
      return <em>{drawn(node.children, surface)}</em>;
    case NodeType.Strike:
      return <s>{drawn(node.children, surface)}</s>;
    case NodeType.Code:
      return <code>{unescaped(node.text)}</code>;
    case NodeType.PreText:
      return <pre>{unescaped(node.text)}</pre>;
    case NodeType.Quote:
      return <blockquote>{drawn(node.children, surface)}</blockquote>;
    case NodeType.Emoji:
      return node.source;
    case NodeType.URL: {
      const label = node.label === undefined ? node.url : drawn(node.label, surface);
      return linkable(node.url) ? (
        <a href={unescaped(node.url)} target="_blank" rel="noreferrer">
          {label}
        </a>
      ) : (
        <>{label}</>
      );
    }
    case NodeType.UserLink: {
      const name = surface.people.find(({ id }) => id === node.userID)?.name;
      const label = node.label === undefined ? (name ?? node.userID) : drawn(node.label, surface);
      return <span className="mention">@{label}</span>;
    }
    case NodeType.ChannelLink: {
      const name = surface.channels.find(({ id }) => id === node.channelID)?.name;
      const label =
        node.label === undefined ? (name ?? node.channelID) : drawn(node.label, surface);
      return <span className="mention">#{label}</span>;
    }
    case NodeType.Command: {
      const label = node.label === undefined ? null : drawn(node.label, surface);
      return commandText(node.name, node.arguments, label, surface.lang);
    }
    case NodeType.Root:
      return <>{drawn(node.children, surface)}</>;
  }
}

/** Text with Slack's marks: bold, italic, strike, code, quotes, links, mentions, dates. */
export function Mrkdwn({ text }: { readonly text: string }) {
  const surface = useSurface();
  return (
    <div className="mrkdwn">
      <Piece node={parse(quotesEscaped(text))} surface={surface} />
    </div>
  );
}

export function TextOf({
  text,
}: {
  readonly text: { readonly type: string; readonly text: string };
}) {
  return text.type === "mrkdwn" ? (
    <Mrkdwn text={text.text} />
  ) : (
    <div className="mrkdwn">{text.text}</div>
  );
}
