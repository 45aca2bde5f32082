/**
 * What pipelines and projections give. Each group names the page of MongoDB's manual
 * (docs/manual/reference/...) to hold its answers against; error codes are the server's. A case
 * is: documents (their `_id` is their position), the pipeline, and the result or the code of the
 * error.
 */
import { Double, Long, ObjectId } from "bson";

export type AggregateCase = readonly [
  documents: readonly object[],
  pipeline: readonly object[],
  expected: unknown,
];
export type AggregateGroup = readonly [source: string, cases: readonly AggregateCase[]];

const ID = new ObjectId("65a000000000000000000001");
/** One document; the expression's value under `v`. */
const expression = (doc: object, source: unknown, value: unknown): AggregateCase => [
  [doc],
  [{ $project: { _id: 0, v: source } }],
  [{ v: value }],
];
const failing = (doc: object, source: unknown, code: number): AggregateCase => [
  [doc],
  [{ $project: { _id: 0, v: source } }],
  code,
];

export const AGGREGATE_GROUPS: readonly AggregateGroup[] = [
  [
    "operator/aggregation/match, sort, skip, limit, count",
    [
      [[{ a: 1 }, { a: 2 }], [{ $match: { a: 2 } }], [{ _id: 1, a: 2 }]],
      [[{ a: 2 }, { a: 1 }], [{ $sort: { a: 1 } }, { $limit: 1 }], [{ _id: 1, a: 1 }]],
      [[{ a: 1 }, { a: 2 }, { a: 3 }], [{ $sort: { a: -1 } }, { $skip: 2 }], [{ _id: 0, a: 1 }]],
      [[{ a: 1 }, { a: 2 }], [{ $count: "n" }], [{ n: 2 }]],
      [[], [{ $count: "n" }], []],
      [[{ a: 1 }], [{ $limit: 0 }], 15958],
      [[{ a: 1 }], [{ $sort: { a: 2 } }], 15975],
      [[{ a: 1 }], [{ $nothing: {} }], 40324],
      [[{ a: 1 }], [{ $match: { a: 1 }, $limit: 1 }], 40323],
      [[{ a: 1 }], [{ $changeStream: {} }], 40573],
    ],
  ],
  [
    "operator/aggregation/group",
    [
      [
        [{ a: 1 }, { a: 1 }, { a: 2 }],
        [{ $group: { _id: "$a", n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
        [
          { _id: 1, n: 2 },
          { _id: 2, n: 1 },
        ],
      ],
      [[{ a: 1 }, { a: 2 }], [{ $group: { _id: null, n: { $sum: "$a" } } }], [{ _id: null, n: 3 }]],
      [
        [{ a: 1 }, { a: new Double(1) }],
        [{ $group: { _id: "$a", n: { $sum: 1 } } }],
        [{ _id: 1, n: 2 }],
      ],
      [[{ a: null }, {}], [{ $group: { _id: "$a", n: { $sum: 1 } } }], [{ _id: null, n: 2 }]],
      [[{ a: 1, b: 2 }], [{ $group: { _id: { x: "$a", y: "$b" } } }], [{ _id: { x: 1, y: 2 } }]],
      [
        [{ a: 1 }, { a: 2 }],
        [{ $group: { _id: null, v: { $avg: "$a" } } }],
        [{ _id: null, v: new Double(1.5) }],
      ],
      [
        [{ a: 2 }, { a: 2 }],
        [{ $group: { _id: null, v: { $avg: "$a" } } }],
        [{ _id: null, v: new Double(2) }],
      ],
      [[{}], [{ $group: { _id: null, v: { $avg: "$a" } } }], [{ _id: null, v: null }]],
      [
        [{ a: 3 }, { a: 1 }, {}],
        [{ $group: { _id: null, lo: { $min: "$a" }, hi: { $max: "$a" } } }],
        [{ _id: null, lo: 1, hi: 3 }],
      ],
      [
        [{ a: 3 }, { a: 1 }],
        [{ $sort: { a: 1 } }, { $group: { _id: null, f: { $first: "$a" }, l: { $last: "$a" } } }],
        [{ _id: null, f: 1, l: 3 }],
      ],
      [
        [{ a: 3 }, { a: 1 }, {}],
        [{ $sort: { _id: 1 } }, { $group: { _id: null, v: { $push: "$a" } } }],
        [{ _id: null, v: [3, 1] }],
      ],
      [
        [{ a: 3 }, { a: 3 }],
        [{ $group: { _id: null, v: { $addToSet: "$a" } } }],
        [{ _id: null, v: [3] }],
      ],
      [[{ a: 3 }, { a: 3 }], [{ $group: { _id: null, v: { $count: {} } } }], [{ _id: null, v: 2 }]],
      [
        [{ a: 1 }, { a: "x" }],
        [{ $group: { _id: null, v: { $sum: "$a" } } }],
        [{ _id: null, v: 1 }],
      ],
      [
        [{ a: Long.fromNumber(1) }, { a: 1 }],
        [{ $group: { _id: null, v: { $sum: "$a" } } }],
        [{ _id: null, v: Long.fromNumber(2) }],
      ],
      [
        [{ a: new Double(1) }, { a: 1 }],
        [{ $group: { _id: null, v: { $sum: "$a" } } }],
        [{ _id: null, v: new Double(2) }],
      ],
      [[{ a: 1 }], [{ $group: { n: { $sum: 1 } } }], 15955],
      [[{ a: 1 }], [{ $group: { _id: 1, n: { $nothing: 1 } } }], 15952],
      [[{ a: 1 }], [{ $group: { _id: 1, n: 1 } }], 40234],
    ],
  ],
  [
    "operator/aggregation/project",
    [
      [[{ a: 1, b: 2 }], [{ $project: { a: 1 } }], [{ _id: 0, a: 1 }]],
      [[{ a: 1, b: 2 }], [{ $project: { _id: 0, b: 1 } }], [{ b: 2 }]],
      [[{ a: 1, b: 2 }], [{ $project: { a: 0 } }], [{ _id: 0, b: 2 }]],
      [[{ a: { x: 1, y: 2 } }], [{ $project: { "a.x": 1 } }], [{ _id: 0, a: { x: 1 } }]],
      [[{ a: [{ x: 1, y: 2 }, 3] }], [{ $project: { "a.x": 1 } }], [{ _id: 0, a: [{ x: 1 }] }]],
      [[{ a: [{ x: 1, y: 2 }, 3] }], [{ $project: { "a.x": 0 } }], [{ _id: 0, a: [{ y: 2 }, 3] }]],
      [[{ b: 1, a: 2 }], [{ $project: { a: 1, b: 1 } }], [{ _id: 0, b: 1, a: 2 }]],
      [[{ a: 1 }], [{ $project: { b: "$a" } }], [{ _id: 0, b: 1 }]],
      [[{ a: 1 }], [{ $project: { b: "$none" } }], [{ _id: 0 }]],
      [[{ a: { x: 1, y: 2 } }], [{ $project: { a: { x: 1 } } }], [{ _id: 0, a: { x: 1 } }]],
      [[{ a: 1 }], [{ $project: { a: 1, b: 0 } }], 31254],
      [[{ a: 1 }], [{ $project: { a: 0, b: 1 } }], 31253],
      [[{ a: 1 }], [{ $project: { a: 1, "a.b": 1 } }], 31249],
      [[{ a: 1 }], [{ $project: {} }], 51272],
    ],
  ],
  [
    "operator/aggregation/addFields, unset, replaceRoot, unwind",
    [
      [[{ a: 1 }], [{ $addFields: { b: { $add: ["$a", 1] } } }], [{ _id: 0, a: 1, b: 2 }]],
      [[{ a: { x: 1 } }], [{ $set: { "a.y": 2 } }], [{ _id: 0, a: { x: 1, y: 2 } }]],
      [[{ a: [{}, {}] }], [{ $set: { "a.y": 2 } }], [{ _id: 0, a: [{ y: 2 }, { y: 2 }] }]],
      [[{ a: 1, b: 2 }], [{ $unset: ["a"] }], [{ _id: 0, b: 2 }]],
      [[{ a: { x: 1 } }], [{ $replaceRoot: { newRoot: "$a" } }], [{ x: 1 }]],
      [[{ a: 1 }], [{ $replaceWith: { b: "$a" } }], [{ b: 1 }]],
      [[{ a: 1 }], [{ $replaceRoot: { newRoot: "$a" } }], 40228],
      [
        [{ a: [1, 2] }],
        [{ $unwind: "$a" }],
        [
          { _id: 0, a: 1 },
          { _id: 0, a: 2 },
        ],
      ],
      [[{ a: [] }, {}, { a: null }, { a: 5 }], [{ $unwind: "$a" }], [{ _id: 3, a: 5 }]],
      [
        [{ a: [] }, {}],
        [{ $unwind: { path: "$a", preserveNullAndEmptyArrays: true } }],
        [{ _id: 0 }, { _id: 1 }],
      ],
      [[{ a: 1 }], [{ $unwind: "a" }], 28818],
    ],
  ],
  [
    "operator/aggregation (arithmetic)",
    [
      expression({ a: 1 }, { $add: ["$a", 2] }, 3),
      expression({ a: 2147483647 }, { $add: ["$a", 1] }, Long.fromNumber(2147483648)),
      expression({ a: 1 }, { $add: ["$a", null] }, null),
      failing({ a: "x" }, { $add: ["$a", 1] }, 14),
      expression({ a: new Date(5) }, { $add: ["$a", 5] }, new Date(10)),
      expression({ a: 5 }, { $subtract: ["$a", 7] }, -2),
      expression({ a: new Date(9) }, { $subtract: ["$a", new Date(4)] }, Long.fromNumber(5)),
      expression({ a: 3 }, { $multiply: ["$a", new Double(0.5)] }, new Double(1.5)),
      expression({ a: 4 }, { $divide: ["$a", 2] }, new Double(2)),
      failing({ a: 4 }, { $divide: ["$a", 0] }, 2),
      expression({ a: 7 }, { $mod: ["$a", 4] }, 3),
      expression({ a: -7 }, { $abs: "$a" }, 7),
      expression({ a: new Double(1.2) }, { $ceil: "$a" }, new Double(2)),
      expression({ a: new Double(1.7) }, { $floor: "$a" }, new Double(1)),
    ],
  ],
  [
    "operator/aggregation (comparison and conditions)",
    [
      expression({ a: 1 }, { $eq: ["$a", new Double(1)] }, true),
      expression({}, { $eq: ["$a", null] }, false),
      expression({ a: 1 }, { $gt: ["$a", null] }, true),
      expression({}, { $lt: ["$a", null] }, true),
      expression({ a: "x" }, { $gt: ["$a", 100] }, true),
      expression({ a: 1 }, { $cmp: ["$a", 2] }, -1),
      expression({ a: 1 }, { $and: ["$a", true] }, true),
      expression({ a: 0 }, { $or: ["$a", null] }, false),
      expression({ a: 0 }, { $not: ["$a"] }, true),
      expression({ a: 5 }, { $cond: [{ $gt: ["$a", 3] }, "big", "small"] }, "big"),
      expression({ a: 5 }, { $cond: { if: false, then: 1, else: 2 } }, 2),
      expression({}, { $ifNull: ["$a", "none"] }, "none"),
      expression({ a: 1 }, { $ifNull: ["$a", "none"] }, 1),
      expression({ a: 1 }, { $literal: "$a" }, "$a"),
      expression({ a: 3 }, { $max: ["$a", 5, null] }, 5),
      expression({ a: [4, 2] }, { $min: "$a" }, 2),
      expression({ a: 1 }, { $ne: ["$a", 2] }, true),
      expression({ a: 1 }, { $gte: ["$a", 1] }, true),
      expression({ a: 1 }, { $lte: ["$a", 0] }, false),
    ],
  ],
  [
    "operator/aggregation (strings, arrays, types)",
    [
      expression({ a: "x" }, { $concat: ["$a", "y"] }, "xy"),
      expression({ a: null }, { $concat: ["$a", "y"] }, null),
      failing({ a: 1 }, { $concat: ["$a", "y"] }, 16702),
      expression({ a: "AbÄ" }, { $toLower: "$a" }, "abÄ"),
      expression({ a: "abä" }, { $toUpper: "$a" }, "ABä"),
      expression({}, { $toUpper: "$a" }, ""),
      expression({ a: [1, 2] }, { $size: "$a" }, 2),
      failing({ a: 1 }, { $size: "$a" }, 17124),
      expression({ a: [1, 2] }, { $arrayElemAt: ["$a", -1] }, 2),
      expression({ a: [1, 2] }, { $first: "$a" }, 1),
      expression({ a: [1, 2] }, { $last: "$a" }, 2),
      expression({ a: [1], b: [2] }, { $concatArrays: ["$a", "$b"] }, [1, 2]),
      expression({ a: [1, 2] }, { $in: [2, "$a"] }, true),
      expression({ a: [1] }, { $isArray: "$a" }, true),
      expression({ a: ID }, { $type: "$a" }, "objectId"),
      expression({}, { $type: "$a" }, "missing"),
      expression({ a: [{ x: 1 }, {}, { x: 2 }] }, "$a.x", [1, 2]),
      failing({ a: 1 }, { $nothing: 1 }, 168),
      failing({ a: 1 }, { $toLower: ["$a", 1] }, 16020),
      failing({ a: 1 }, "$$nothing", 17276),
    ],
  ],
];
