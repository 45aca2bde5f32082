/**
 * What filters match. Each group names the page of MongoDB's manual (docs/manual/reference/...) to
 * hold its answers against; error codes are the server's. A case is: values of the field `a` (or
 * whole documents), the filter, and the positions of those that match, or the code of the error.
 */
import { BSONRegExp, Double, Long, MinKey, ObjectId } from "bson";

export const MISSING = Symbol("no field a");
export type QueryCase = readonly [values: readonly unknown[], filter: object, expected: unknown];
export type QueryGroup = readonly [source: string, cases: readonly QueryCase[]];

const ID = new ObjectId("65a000000000000000000001");
const DAY = new Date("2026-01-05T00:00:00Z");

export const QUERY_GROUPS: readonly QueryGroup[] = [
  [
    "operator/query/and",
    [
      [[1, 2, 3], { $and: [{ a: { $gt: 1 } }, { a: { $lt: 3 } }] }, [1]],
      [[1, 2], { $and: [{ a: 1 }, { a: 2 }] }, []],
      [[[1, 2]], { $and: [{ a: 1 }, { a: 2 }] }, [0]],
      [[1, 2, 3, 4], { $or: [{ $and: [{ a: { $gt: 1 } }, { a: { $lt: 3 } }] }, { a: 4 }] }, [1, 3]],
      [[1], { $and: [] }, 2],
      [[1], { $and: { a: 1 } }, 2],
    ],
  ],
  [
    "operator/query/or",
    [
      [[1, 2, 3], { $or: [{ a: 1 }, { a: 3 }] }, [0, 2]],
      [[1, 2], { $or: [{ a: { $exists: false } }, { a: 2 }] }, [1]],
      [[1], { $or: [] }, 2],
      [[1, 2, 3], { a: { $gt: 1 }, $or: [{ a: 1 }, { a: 3 }] }, [2]],
    ],
  ],
  [
    "operator/query/exists",
    [
      [[1, null, MISSING], { a: { $exists: true } }, [0, 1]],
      [[1, null, MISSING], { a: { $exists: false } }, [2]],
      [[[], MISSING], { a: { $exists: true } }, [0]],
      [[{ b: 1 }, { c: 1 }, 1], { "a.b": { $exists: true } }, [0]],
      [[[{ b: 1 }, {}], [{}]], { "a.b": { $exists: true } }, [0]],
      [[{ b: [] }, { b: [{ c: 1 }] }], { "a.b.c": { $exists: true } }, [1]],
      [[1, null, MISSING], { a: { $exists: true, $ne: null } }, [0]],
    ],
  ],
  [
    "operator/query/regex",
    [
      [["abc", "ABC", "xabc"], { a: { $regex: "^abc" } }, [0]],
      [["abc", "ABC", "xABCx", "ab"], { a: { $regex: "abc", $options: "i" } }, [0, 1, 2]],
      [["abc", "b"], { a: { $options: "i", $regex: "^A" } }, [0]],
      [[["x", "abc"], ["x"]], { a: { $regex: "^a" } }, [0]],
      [[new BSONRegExp("ab"), "cab", 1, null, MISSING], { a: { $regex: "ab" } }, [0, 1]],
      [["a.b", "axb"], { a: { $regex: "a\\.b" } }, [0]],
      [["É", "e"], { a: { $regex: "é", $options: "i" } }, [0]],
      [["a-b/c", "a.b/c"], { a: { $regex: "a-b/c" } }, [0]],
      [["abc", "abd"], { a: { $regex: "ab", $ne: "abd" } }, [0]],
      [["x"], { a: { $regex: "[" } }, 51091],
      [["x"], { a: { $regex: "x$" } }, 51091],
      [["x"], { a: { $regex: "x", $options: "m" } }, 51091],
      [["x"], { a: { $regex: 1 } }, 51091],
    ],
  ],
  [
    "operator/query/type",
    [
      [[1, new Double(1), Long.fromNumber(1), "1"], { a: { $type: "int" } }, [0]],
      [[1, new Double(1), Long.fromNumber(1)], { a: { $type: "double" } }, [1]],
      [[1, new Double(1), Long.fromNumber(1)], { a: { $type: "long" } }, [2]],
      [[ID, "x"], { a: { $type: "objectId" } }, [0]],
      [[Buffer.from("x"), "x"], { a: { $type: "binData" } }, [0]],
      [[null, MISSING], { a: { $type: "null" } }, [0]],
      [[[1], 1, [[1]]], { a: { $type: "array" } }, [0, 2]],
      [[["x"], 1, "x"], { a: { $type: "string" } }, [0, 2]],
      [[{}, [{}], 1], { a: { $type: "object" } }, [0, 1]],
      [[new Double(1), "1", Long.fromNumber(1)], { a: { $type: ["double", "long"] } }, [0, 2]],
      [[true, DAY, 1], { a: { $type: ["bool", "date"] } }, [0, 1]],
      [[new BSONRegExp("x"), "x"], { a: { $type: "regex" } }, [0]],
      [[new MinKey(), 1], { a: { $type: "minKey" } }, [0]],
      [[1], { a: { $type: "nothing" } }, 2],
    ],
  ],
  [
    "operator/query/elemMatch",
    [
      [[[1, 9], [5], [3, 6]], { a: { $elemMatch: { $gt: 4, $lt: 7 } } }, [1, 2]],
      [[[{ x: 1, y: 2 }], [{ x: 1 }, { y: 2 }]], { a: { $elemMatch: { x: 1, y: 2 } } }, [0]],
      [[[1, 2], 1], { a: { $elemMatch: { $eq: 1 } } }, [0]],
      [[[{ x: [1, 5] }], [{ x: 5 }]], { a: { $elemMatch: { x: { $gt: 4 } } } }, [0, 1]],
      [[[{ x: 1 }, { x: 7 }]], { a: { $elemMatch: { $or: [{ x: 7 }, { x: 8 }] } } }, [0]],
      [[[null], [1]], { a: { $elemMatch: { $eq: null } } }, [0]],
      [[[1, 2], [3]], { a: { $elemMatch: { $in: [2, 5] } } }, [0]],
      [[[{ x: { y: 1 } }], [{ x: { y: 2 } }]], { a: { $elemMatch: { "x.y": 2 } } }, [1]],
      [[[1]], { a: { $elemMatch: 1 } }, 2],
    ],
  ],
  [
    "tutorial/query-for-null-fields",
    [
      [[null, MISSING, 1], { a: null }, [0, 1]],
      [[{ b: null }, {}, { b: 1 }, 4, MISSING], { "a.b": null }, [0, 1, 3, 4]],
      [[[{ b: 1 }, {}], [{ b: 1 }]], { "a.b": null }, [0]],
      [[[{ b: 1 }, { b: null }], [1, 2], []], { "a.b": null }, [0]],
      [[[null, 1], [1]], { a: null }, [0]],
    ],
  ],
  [
    "tutorial/query-array-of-documents",
    [
      [[[{ x: 1 }, { x: 2 }], [{ x: 3 }]], { "a.x": 2 }, [0]],
      [[[{ x: 1 }, { x: 2 }], [{ x: 2 }]], { "a.0.x": 2 }, [1]],
      [
        [
          [5, 6],
          [6, 5],
        ],
        { "a.1": 5 },
        [1],
      ],
      [[{ 0: 5 }, [5]], { "a.0": 5 }, [0, 1]],
      [[[{ x: [1, 2] }], [{ x: [3] }]], { "a.x": 2 }, [0]],
      [[[[{ x: 1 }]], [{ x: 1 }]], { "a.x": 1 }, [1]],
      [[[{ x: 1 }, { x: 9 }]], { "a.x": { $gt: 0, $lt: 10 } }, [0]],
      [[[{ x: { y: 1 } }], [{ x: { y: 2 } }]], { "a.x.y": 2 }, [1]],
    ],
  ],
  [
    "operator/query (what is refused)",
    [
      [[1], { a: { $foo: 1 } }, 2],
      [[1], { $foo: 1 }, 2],
      [[1], { a: { $gt: 1, b: 2 } }, 2],
      [[1], { a: { $gt: /x/ } }, 2],
      [[1], { a: { $options: "i" } }, 2],
    ],
  ],
];
