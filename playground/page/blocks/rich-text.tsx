/** Slack's rich text: sections, lists, quotes and preformatted text. */
import type { RichTextBlock, RichTextBlockElement, RichTextElement } from "@slack/types";
import type { ReactNode } from "react";
import { slackDate } from "../time.ts";
import { useSurface, type Surface } from "./surface.ts";

function words(element: RichTextElement, surface: Surface): ReactNode {
  switch (element.type) {
    case "text":
      return element.text;
    case "link":
      return (
        <a href={element.url} target="_blank" rel="noreferrer">
          {element.text ?? element.url}
        </a>
      );
    case "user": {
      const person = surface.people.find(({ id }) => id === element.user_id);
      return <span className="mention">@{person?.name ?? element.user_id}</span>;
    }
    case "channel": {
      const channel = surface.channels.find(({ id }) => id === element.channel_id);
      return <span className="mention">#{channel?.name ?? element.channel_id}</span>;
    }
    case "usergroup":
      return <span className="mention">@{element.usergroup_id}</span>;
    case "team":
      return <span className="mention">@{element.team_id}</span>;
    case "broadcast":
      return <span className="mention">@{element.range}</span>;
    case "date":
      return slackDate(element.timestamp, element.format, surface.lang);
    case "emoji":
      return element.unicode === undefined
        ? `:${element.name}:`
        : String.fromCodePoint(
            ...element.unicode.split("-").map((point) => Number.parseInt(point, 16)),
          );
    case "color":
      return element.value;
  }
}

function Run({ element }: { readonly element: RichTextElement }) {
  const drawn = words(element, useSurface());
  const style = element.style;
  const struck = style?.strike === true ? <s>{drawn}</s> : drawn;
  const slanted = style?.italic === true ? <em>{struck}</em> : struck;
  const strong = style?.bold === true ? <strong>{slanted}</strong> : slanted;
  return style?.code === true ? <code>{strong}</code> : <>{strong}</>;
}

function runs(elements: readonly RichTextElement[]) {
  return elements.map((element, index) => <Run key={index} element={element} />);
}

function Part({ part }: { readonly part: RichTextBlockElement }) {
  switch (part.type) {
    case "rich_text_section":
      return <div className="mrkdwn">{runs(part.elements)}</div>;
    case "rich_text_quote":
      return <blockquote className="mrkdwn">{runs(part.elements)}</blockquote>;
    case "rich_text_preformatted":
      return <pre>{runs(part.elements)}</pre>;
    case "rich_text_list": {
      const items = part.elements.map((item, index) => <li key={index}>{runs(item.elements)}</li>);
      const nested = { "data-indent": part.indent ?? 0, className: "mrkdwn" };
      return part.style === "ordered" ? <ol {...nested}>{items}</ol> : <ul {...nested}>{items}</ul>;
    }
  }
}

export function RichText({ block }: { readonly block: RichTextBlock }) {
  return block.elements.map((part, index) => <Part key={index} part={part} />);
}
