/**
 * What pipelines and projections give. Each group names the page of MongoDB's manual
 * (docs/manual/reference/...) to hold its answers against; error codes are the server's. A case
 * is: documents (their `_id` is their position), the pipeline, and the result or the code of the
 * error.
 */
import { Double } from "bson";

export type AggregateCase = readonly [
  documents: readonly object[],
  pipeline: readonly object[],
  expected: unknown,
];
export type AggregateGroup = readonly [source: string, cases: readonly AggregateCase[]];

export const AGGREGATE_GROUPS: readonly AggregateGroup[] = [
  [
    "operator/aggregation/match",
    [
      [[{ a: 1 }, { a: 2 }], [{ $match: { a: 2 } }], [{ _id: 1, a: 2 }]],
      [[{ a: 1 }], [{ $match: 1 }], 14],
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
        [{ $group: { _id: "$a", n: { $sum: 1 } } }],
        [
          { _id: 1, n: 2 },
          { _id: 2, n: 1 },
        ],
      ],
      [
        [{ a: 1 }, { a: new Double(1) }],
        [{ $group: { _id: "$a", n: { $sum: 1 } } }],
        [{ _id: 1, n: 2 }],
      ],
      [[{ a: null }, {}], [{ $group: { _id: "$a", n: { $sum: 1 } } }], [{ _id: null, n: 2 }]],
      [
        [{ a: 1 }, { a: 2 }, { a: 2 }],
        [{ $match: { a: 2 } }, { $group: { _id: 1, n: { $sum: 1 } } }],
        [{ _id: 1, n: 2 }],
      ],
      [[{ a: 1 }], [{ $match: { a: 2 } }, { $group: { _id: 1, n: { $sum: 1 } } }], []],
      [[{ a: 1 }], [{ $group: { n: { $sum: 1 } } }], 15955],
      [[{ a: 1 }], [{ $group: { _id: 1, n: { $nothing: 1 } } }], 15952],
      [[{ a: 1 }], [{ $group: { _id: 1, n: 1 } }], 40234],
    ],
  ],
];
