/** The markdown that Teams formats, as pieces of text: nothing in it can become an element. */

export interface Piece {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
  /** An http or https address. */
  readonly href?: string;
  readonly mention?: true;
}

type Style = Omit<Piece, "text">;

const INLINE = new RegExp(
  [
    String.raw`\\([\\*_[\]()~\x60#>-])`,
    String.raw`\*\*(?=\S)(.+?\S?)\*\*`,
    String.raw`(?<![\p{L}\p{N}])_(?=\S)([^_]+?)_(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)\*(?![\p{L}\p{N}*])`,
    String.raw`~~(?=\S)(.+?)~~`,
    "`([^`]+)`",
    String.raw`\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)`,
    String.raw`<at>(.*?)<\/at>`,
  ].join("|"),
  "gu",
);

/** A line of formatted text. */
export function piecesOf(text: string, style: Style = {}): readonly Piece[] {
  const pieces: Piece[] = [];
  const plain = (until: string): void => {
    if (until !== "") pieces.push({ text: until, ...style });
  };
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    plain(text.slice(from, match.index));
    from = match.index + match[0].length;
    const [, escaped, bold, italic, slanted, strike, code, label, href, mention] = match;
    if (escaped !== undefined) pieces.push({ text: escaped, ...style });
    else if (bold !== undefined) pieces.push(...piecesOf(bold, { ...style, bold: true }));
    else if (italic !== undefined) pieces.push(...piecesOf(italic, { ...style, italic: true }));
    else if (slanted !== undefined) pieces.push(...piecesOf(slanted, { ...style, italic: true }));
    else if (strike !== undefined) pieces.push(...piecesOf(strike, { ...style, strike: true }));
    else if (code !== undefined) pieces.push({ text: code, ...style, code: true });
    else if (label !== undefined && href !== undefined) {
      pieces.push({ text: label, ...style, href });
    } else if (mention !== undefined) pieces.push({ text: mention, ...style, mention: true });
  }
  plain(text.slice(from));
  return pieces;
}

/** Plain words: only mentions stand out. */
export function plainPieces(text: string): readonly Piece[] {
  return text.split(/(<at>.*?<\/at>)/u).flatMap((part): readonly Piece[] => {
    const name = /^<at>(.*)<\/at>$/u.exec(part)?.[1];
    if (name !== undefined) return [{ text: name, mention: true }];
    return part === "" ? [] : [{ text: part }];
  });
}

/** Formatted text as HTML for the library that draws cards; all of its words are escaped. */
export function htmlOf(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      piecesOf(line.replace(/^[-*] /u, "• "))
        .map(tagged)
        .join(""),
    )
    .join("<br>");
}

function tagged(piece: Piece): string {
  let html = escaped(piece.mention ? `@${piece.text}` : piece.text);
  if (piece.code) html = `<code>${html}</code>`;
  if (piece.bold) html = `<strong>${html}</strong>`;
  if (piece.italic) html = `<em>${html}</em>`;
  if (piece.strike) html = `<s>${html}</s>`;
  if (piece.href === undefined) return html;
  return `<a href="${escaped(piece.href)}" target="_blank" rel="noreferrer">${html}</a>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
