/** The words of a message of Teams, with mentions and what is formatted. */
import { Fragment } from "react";
import { type Piece, piecesOf, plainPieces } from "./markdown.ts";

function Part({ piece }: { readonly piece: Piece }) {
  const { text, href, mention, code, bold, italic, strike } = piece;
  let part = mention ? <span className="mention">{text}</span> : <>{text}</>;
  if (code) part = <code>{part}</code>;
  if (bold) part = <strong>{part}</strong>;
  if (italic) part = <em>{part}</em>;
  if (strike) part = <s>{part}</s>;
  if (href === undefined) return part;
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {part}
    </a>
  );
}

export function Words({ text, formatted }: { readonly text: string; readonly formatted: boolean }) {
  return (
    <p className="words">
      {text.split("\n").map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {(formatted ? piecesOf(line) : plainPieces(line)).map((piece, at) => (
            <Part key={at} piece={piece} />
          ))}
        </Fragment>
      ))}
    </p>
  );
}
