/**
 * What find's projection and sort give. Each group names the page of MongoDB's manual
 * (docs/manual/reference/...) to hold its answers against; error codes are the server's. A case
 * is: documents (their `_id` is their position), the options of the find, and the documents found
 * or the code of the error.
 */
import { type Document, type Sort } from "mongodb";
import { BSONRegExp, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";

export interface FindOptions {
  readonly filter?: object;
  readonly sort?: Sort;
  readonly projection?: Document;
  readonly skip?: number;
  readonly limit?: number;
}
export type FindCase = readonly [
  documents: readonly object[],
  options: FindOptions,
  expected: unknown,
];
export type FindGroup = readonly [source: string, cases: readonly FindCase[]];

/** One document for each value, and the positions in the order the values sort to. */
const order = (
  values: readonly unknown[],
  expected: readonly number[],
  direction: 1 | -1 = 1,
): FindCase => [
  values.map((a) => (a === undefined ? {} : { a })),
  { sort: { a: direction, _id: 1 }, projection: { _id: 1 } },
  expected.map((_id) => ({ _id })),
];

export const FIND_GROUPS: readonly FindGroup[] = [
  [
    "bson-type-comparison-order",
    [
      order(
        [
          new MaxKey(),
          new BSONRegExp("a"),
          new Timestamp({ t: 1, i: 1 }),
          new Date(0),
          true,
          new ObjectId("65a000000000000000000001"),
          Buffer.from("a"),
          { x: 1 },
          "a",
          1,
          null,
          new MinKey(),
        ],
        [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
      ),
      order([3, new Double(2.5), Long.fromNumber(2), new Double(NaN)], [3, 2, 1, 0]),
      order([null, undefined, 1], [0, 1, 2]),
      order([[], null, 1], [0, 1, 2]),
      order([[3, 1], 2, [0, 9]], [2, 0, 1]),
      order([[3, 1], 2, [0, 9]], [2, 0, 1], -1),
      order(["b", "a", "B", "é", "z"], [2, 1, 0, 4, 3]),
      order(["a", "ab", ""], [2, 0, 1]),
      order([{ x: 2 }, { x: 1 }, { w: 9 }, { x: 1, y: 1 }], [2, 1, 3, 0]),
      order([{ x: "a" }, { y: 1 }], [1, 0]),
      order([Buffer.from("b"), Buffer.from("aa")], [0, 1]),
      order([true, false], [1, 0]),
      order([Long.fromString("9007199254740993"), new Double(2 ** 53), Long.MAX_VALUE], [1, 0, 2]),
      order([new Date(5), new Date(-5)], [1, 0]),
      order(["😀", "\uffee"], [1, 0]),
    ],
  ],
  [
    "method/cursor.sort",
    [
      [
        [{ a: 1, b: 2 }, { a: 1, b: 1 }, { a: 0 }],
        { sort: { a: -1, b: 1 }, projection: { _id: 1 } },
        [{ _id: 1 }, { _id: 0 }, { _id: 2 }],
      ],
      [
        [{ a: { b: 2 } }, { a: { b: 1 } }],
        { sort: { "a.b": 1 }, projection: { _id: 1 } },
        [{ _id: 1 }, { _id: 0 }],
      ],
      [[{ a: 3 }, { a: 1 }, { a: 2 }], { sort: { a: 1 }, skip: 1, limit: 1 }, [{ _id: 2, a: 2 }]],
      [
        [{ a: 1 }, { a: 2 }, { a: 3 }],
        { sort: { _id: 1 }, limit: 0 },
        [
          { _id: 0, a: 1 },
          { _id: 1, a: 2 },
          { _id: 2, a: 3 },
        ],
      ],
    ],
  ],
  [
    "operator/projection",
    [
      [[{ a: 1, b: 2 }], { projection: { a: 1 } }, [{ _id: 0, a: 1 }]],
      [[{ a: 1, b: 2 }], { projection: { _id: 0 } }, [{ a: 1, b: 2 }]],
      [[{ a: 1, b: 2 }], { projection: { _id: 0, b: 1 } }, [{ b: 2 }]],
      [[{ b: 1, a: 2 }], { projection: { a: 1, b: 1 } }, [{ _id: 0, b: 1, a: 2 }]],
      [[{ a: 1, b: 2 }], { projection: { _id: 1 } }, [{ _id: 0 }]],
    ],
  ],
];
