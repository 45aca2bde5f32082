/** What the comparison operators match; see `query-cases.ts` for the form of a case. */
import { Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from "bson";
import { MISSING, type QueryGroup } from "./query-cases.ts";

const ID = new ObjectId("65a000000000000000000001");
const OTHER_ID = new ObjectId("65a000000000000000000002");
const DAY = new Date("2026-01-05T00:00:00Z");
const NEXT = new Date("2026-01-06T00:00:00Z");

export const COMPARISON_GROUPS: readonly QueryGroup[] = [
  [
    "operator/query/eq",
    [
      [[1, 2, "1"], { a: 1 }, [0]],
      [[1, 2], { a: { $eq: 2 } }, [1]],
      [[new Double(1), Long.fromNumber(1), 1], { a: 1 }, [0, 1, 2]],
      [[[1, 2], [3], 1], { a: 1 }, [0, 2]],
      [[[1, 2], [2, 1], [[1, 2]]], { a: [1, 2] }, [0, 2]],
      [
        [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
        { a: { x: 1, y: 2 } },
        [0],
      ],
      [[{ x: 1 }, { x: 1, y: 2 }], { a: { x: 1 } }, [0]],
      [[ID, OTHER_ID, ID.toHexString()], { a: ID }, [0]],
      [[DAY, NEXT, DAY.toISOString()], { a: DAY }, [0]],
      [[true, 1, "true"], { a: true }, [0]],
      [["ab", "AB", "abc"], { a: "ab" }, [0]],
      [["", MISSING, null], { a: "" }, [0]],
      [[Buffer.from([255]), Buffer.from([254])], { a: Buffer.from([255]) }, [0]],
      [[new Double(NaN), 1], { a: new Double(NaN) }, [0]],
      [[new Double(0), new Double(-0), 0], { a: 0 }, [0, 1, 2]],
      [
        [Long.fromString("9007199254740993"), new Double(2 ** 53)],
        { a: Long.fromString("9007199254740993") },
        [0],
      ],
      [
        [new Timestamp({ t: 1, i: 1 }), new Timestamp({ t: 1, i: 2 })],
        { a: new Timestamp({ t: 1, i: 2 }) },
        [1],
      ],
    ],
  ],
  [
    "operator/query/ne",
    [
      [[1, 2, MISSING, null], { a: { $ne: 1 } }, [1, 2, 3]],
      [
        [
          [1, 2],
          [2, 3],
        ],
        { a: { $ne: 1 } },
        [1],
      ],
      [[null, MISSING, 1], { a: { $ne: null } }, [2]],
      [[[1, 2], [2, 1], 1], { a: { $ne: [1, 2] } }, [1, 2]],
      [[new Double(1), 2], { a: { $ne: 1 } }, [1]],
    ],
  ],
  [
    "operator/query/gt",
    [
      [[1, 2, 3, "4"], { a: { $gt: 1 } }, [1, 2]],
      [["a", "b", 5], { a: { $gt: "a" } }, [1]],
      [[DAY, NEXT, 1e15], { a: { $gt: DAY } }, [1]],
      [[new Double(1.5), 1, Long.fromNumber(2)], { a: { $gt: 1 } }, [0, 2]],
      [[[1, 5], [1, 2], 6], { a: { $gt: 4 } }, [0, 2]],
      [[null, MISSING, 1], { a: { $gt: null } }, []],
      [[ID, OTHER_ID], { a: { $gt: ID } }, [1]],
      [[false, true, 1], { a: { $gt: false } }, [1]],
      [[1, "x", null], { a: { $gt: new MinKey() } }, [0, 1, 2]],
      [[new Double(NaN), 1], { a: { $gt: 0 } }, [1]],
    ],
  ],
  [
    "operator/query/gte",
    [
      [[1, 2, 3], { a: { $gte: 2 } }, [1, 2]],
      [[null, MISSING, 1], { a: { $gte: null } }, [0, 1]],
      [[new Double(NaN), 1], { a: { $gte: new Double(NaN) } }, [0]],
      [
        [
          [1, 2],
          [3, 0],
        ],
        { a: { $gte: [2] } },
        [1],
      ],
    ],
  ],
  [
    "operator/query/lt",
    [
      [[1, 2, 3, null], { a: { $lt: 3 } }, [0, 1]],
      [["a", "B", 1], { a: { $lt: "a" } }, [1]],
      [[1, "x", [1]], { a: { $lt: new MaxKey() } }, [0, 1, 2]],
      [
        [
          [1, 9],
          [8, 9],
        ],
        { a: { $gt: 5, $lt: 6 } },
        [0],
      ],
      [[[8, 9], [5.5]], { a: { $gt: 5, $lt: 6 } }, [1]],
      [
        [
          [4, 9],
          [7, 9],
        ],
        { a: { $gt: 8, $lt: 5 } },
        [0],
      ],
    ],
  ],
  [
    "operator/query/lte",
    [
      [[1, 2, 3], { a: { $lte: 2 } }, [0, 1]],
      [[null, MISSING, 1], { a: { $lte: null } }, [0, 1]],
      [
        [Long.fromString("9223372036854775807"), 1],
        { a: { $lte: Long.fromString("9223372036854775806") } },
        [1],
      ],
    ],
  ],
  [
    "operator/query/in",
    [
      [[1, 2, 3], { a: { $in: [1, 3] } }, [0, 2]],
      [[1, 2], { a: { $in: [] } }, []],
      [[null, MISSING, 1], { a: { $in: [null] } }, [0, 1]],
      [[[1, 2], [3]], { a: { $in: [2] } }, [0]],
      [[[1, 2], [[1, 2]], 1], { a: { $in: [[1, 2]] } }, [0, 1]],
      [[null, 3, MISSING, 4], { a: { $in: [null, 3] } }, [0, 1, 2]],
      [["1", 1, Long.fromNumber(1)], { a: { $in: ["1", new Double(1)] } }, [0, 1, 2]],
      [[new Double(1)], { a: { $in: [1] } }, [0]],
      [[1], { a: { $in: 1 } }, 2],
      [[1], { a: { $in: [{ $gt: 1 }] } }, 2],
    ],
  ],
  [
    "operator/query/nin",
    [
      [[1, 2, MISSING], { a: { $nin: [1] } }, [1, 2]],
      [[null, MISSING, 1], { a: { $nin: [null] } }, [2]],
      [[[1, 2], [3]], { a: { $nin: [2, 5] } }, [1]],
      [[1, 2], { a: { $nin: [] } }, [0, 1]],
      [["a", 1, new Double(2)], { a: { $nin: ["a", 2] } }, [1]],
    ],
  ],
];
