/** The icons of the Teams app, drawn: two rings that hold each other, one for each department. */

import { crc32, deflateSync } from "node:zlib";

type Color = readonly [red: number, green: number, blue: number];

interface Ring {
  /** Its middle, of the picture's width. */
  readonly x: number;
  readonly color: Color;
}

interface Icon {
  /** In pixels, both ways. */
  readonly size: number;
  /** Null: transparent. */
  readonly background: Color | null;
  readonly left: Color;
  readonly right: Color;
  /** Of the picture's width: how far a ring reaches from its middle, and how thick it is. */
  readonly radius: number;
  readonly thickness: number;
}

const WHITE: Color = [255, 255, 255];

/** On the colour of the app, as large as Teams' round and square frames leave it. */
export const COLOR_ICON: Icon = {
  size: 192,
  background: [31, 78, 95],
  left: WHITE,
  right: [242, 177, 52],
  radius: 0.185,
  thickness: 0.07,
};

/** White on nothing, as Teams' sidebar wants it. */
export const OUTLINE_ICON: Icon = {
  size: 32,
  background: null,
  left: WHITE,
  right: WHITE,
  radius: 0.26,
  thickness: 0.095,
};

/** How many points of a pixel are looked at in each direction, for smooth edges. */
const SAMPLES = 4;
/** How far apart the rings' middles are, in radii, each from the picture's. */
const SPREAD = 0.62;

/** The icon as a PNG file. */
export function drawIcon(icon: Icon): Uint8Array {
  const { size } = icon;
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) rows.set(pixel(icon, x, y), y * (size * 4 + 1) + 1 + x * 4);
  return png(size, rows);
}

/** The mean of the points in a pixel: red, green, blue, opacity. */
function pixel(icon: Icon, x: number, y: number): readonly number[] {
  const points = Array.from({ length: SAMPLES * SAMPLES }, (_, n) =>
    colorAt(
      icon,
      (x + ((n % SAMPLES) + 0.5) / SAMPLES) / icon.size,
      (y + (Math.floor(n / SAMPLES) + 0.5) / SAMPLES) / icon.size,
    ),
  );
  const seen = points.filter((color) => color !== null);
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(seen.reduce((sum, color) => sum + color[channel], 0) / Math.max(1, seen.length));
  return [mean(0), mean(1), mean(2), Math.round((255 * seen.length) / points.length)];
}

/** What is at a point, from 0 to 1 in both directions; null where nothing is. */
function colorAt(icon: Icon, x: number, y: number): Color | null {
  const { background, radius, thickness } = icon;
  const left = { x: 0.5 - radius * SPREAD, color: icon.left };
  const right = { x: 0.5 + radius * SPREAD, color: icon.right };
  // The left ring passes above where they cross at the top, and below at the bottom.
  const [above, below] = y < 0.5 ? [left, right] : [right, left];
  const fromLine = (ring: Ring): number => Math.abs(Math.hypot(x - ring.x, y - 0.5) - radius);
  if (fromLine(above) <= thickness / 2) return above.color;
  const isBesideCrossing = Math.abs(x - 0.5) < radius / 2 && fromLine(above) <= thickness;
  return fromLine(below) <= thickness / 2 && !isBesideCrossing ? below.color : background;
}

/** @param rows each begins with a 0: its bytes stand for themselves. */
function png(size: number, rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
