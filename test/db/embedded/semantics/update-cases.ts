/**
 * What updates do. Each group names the page of MongoDB's manual (docs/manual/reference/...) to
 * hold its answers against; error codes are the server's. A case is: the document (without `_id`),
 * the update, the document after it or the code of the error, and where needed the filter's
 * conditions and the array filters.
 */
import { Double, Long } from "bson";

export interface UpdateOptions {
  readonly filter?: object;
  readonly arrayFilters?: readonly object[];
}
export type UpdateCase = readonly [
  before: object,
  update: object,
  after: unknown,
  options?: UpdateOptions,
];
export type UpdateGroup = readonly [source: string, cases: readonly UpdateCase[]];

export const UPDATE_GROUPS: readonly UpdateGroup[] = [
  [
    "operator/update/set",
    [
      [{ a: 1 }, { $set: { a: 2 } }, { a: 2 }],
      [{ a: 1 }, { $set: { b: 2 } }, { a: 1, b: 2 }],
      [{}, { $set: { "a.b.c": 1 } }, { a: { b: { c: 1 } } }],
      [{ a: { b: 1 } }, { $set: { "a.c": 2 } }, { a: { b: 1, c: 2 } }],
      [{ a: [1, 2] }, { $set: { "a.1": 5 } }, { a: [1, 5] }],
      [{ a: [1] }, { $set: { "a.3": 5 } }, { a: [1, null, null, 5] }],
      [{ a: [{ b: 1 }] }, { $set: { "a.0.b": 2 } }, { a: [{ b: 2 }] }],
      [{ a: [[1, 2]] }, { $set: { "a.0.1": 9 } }, { a: [[1, 9]] }],
      [{}, { $set: { "a.0": 5 } }, { a: { 0: 5 } }],
      [{ a: 1 }, { $set: { "a.b": 2 } }, 28],
      [{ a: null }, { $set: { "a.b": 2 } }, 28],
      [{ a: [1] }, { $set: { "a.b": 2 } }, 28],
      [{ a: 1 }, { $set: { a: 1, "a.b": 2 } }, 40],
      [{ a: 1 }, { $set: { a: 2 }, $inc: { a: 1 } }, 40],
      [{ a: 1 }, { $set: { _id: 99 } }, 66],
      [{ a: 1 }, { $set: { "a.": 1 } }, 56],
      [{ a: 1 }, { $set: { $b: 1 } }, 52],
      [{}, { $set: { c: 1, a: 2, b: 3 } }, { a: 2, b: 3, c: 1 }],
      [{}, { $set: { c: 1 }, $inc: { b: 2 }, $push: { a: 3 } }, { a: [3], b: 2, c: 1 }],
      [{}, { $set: { "a.10": 1, "a.9": 2 } }, { a: { 9: 2, 10: 1 } }],
      [{ a: new Double(1) }, { $set: { b: 1 } }, { a: new Double(1), b: 1 }],
      [{ a: 1 }, { $set: { a: new Double(1) } }, { a: new Double(1) }],
      [{ a: 1 }, { $set: { a: Long.fromNumber(1) } }, { a: Long.fromNumber(1) }],
      [{ a: 1 }, { $set: 1 }, 9],
      [{ a: 1 }, { $nothing: { a: 1 } }, 9],
    ],
  ],
  [
    "operator/update/unset",
    [
      [{ a: 1, b: 2 }, { $unset: { a: "" } }, { b: 2 }],
      [{ a: 1 }, { $unset: { b: "" } }, { a: 1 }],
      [{ a: { b: 1, c: 2 } }, { $unset: { "a.b": 1 } }, { a: { c: 2 } }],
      [{ a: [1, 2, 3] }, { $unset: { "a.1": 1 } }, { a: [1, null, 3] }],
      [{ a: [{ b: 1 }, { b: 2 }] }, { $unset: { "a.0.b": 1 } }, { a: [{}, { b: 2 }] }],
      [{ a: 1 }, { $unset: { "a.b": 1 } }, { a: 1 }],
    ],
  ],
  [
    "operator/update/inc",
    [
      [{ a: 1 }, { $inc: { a: 2 } }, { a: 3 }],
      [{}, { $inc: { a: 2 } }, { a: 2 }],
      [{ a: 1 }, { $inc: { a: -2 } }, { a: -1 }],
      [{ a: 1 }, { $inc: { a: new Double(0.5) } }, { a: new Double(1.5) }],
      [{ a: new Double(1) }, { $inc: { a: 1 } }, { a: new Double(2) }],
      [{ a: 2147483647 }, { $inc: { a: 1 } }, { a: Long.fromNumber(2147483648) }],
      [{ a: Long.fromNumber(1) }, { $inc: { a: 1 } }, { a: Long.fromNumber(2) }],
      [{ a: Long.fromNumber(5) }, { $inc: { a: new Double(0.5) } }, { a: new Double(5.5) }],
      [{ a: Long.MAX_VALUE }, { $inc: { a: 1 } }, 2],
      [{ a: "x" }, { $inc: { a: 1 } }, 14],
      [{ a: null }, { $inc: { a: 1 } }, 14],
      [{ a: 1 }, { $inc: { a: "1" } }, 14],
      [{ a: { b: 1 } }, { $inc: { "a.b": 1, "a.c": 5 } }, { a: { b: 2, c: 5 } }],
    ],
  ],
  [
    "operator/update/max",
    [
      [{ a: 5 }, { $max: { a: 7 } }, { a: 7 }],
      [{ a: 5 }, { $max: { a: 3 } }, { a: 5 }],
      [{}, { $max: { a: 3 } }, { a: 3 }],
      [{ a: 5 }, { $max: { a: "x" } }, { a: "x" }],
      [{ a: "x" }, { $max: { a: 5 } }, { a: "x" }],
      [{ a: null }, { $max: { a: 1 } }, { a: 1 }],
      [{ a: new Date(5) }, { $max: { a: new Date(9) } }, { a: new Date(9) }],
      [{ a: { b: 1 } }, { $max: { "a.b": 2, "a.c": 3 } }, { a: { b: 2, c: 3 } }],
      [{ a: 5 }, { $max: { a: new Double(5) } }, { a: 5 }],
    ],
  ],
  [
    "command/update (replacement)",
    [
      [{ a: 1, b: 2 }, { c: 3 }, { c: 3 }],
      [{ a: 1 }, {}, {}],
      [{ a: 1 }, { _id: 5, a: 2 }, 66],
      [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
    ],
  ],
];
