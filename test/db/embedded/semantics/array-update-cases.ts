/** What updates do to arrays; see `update-cases.ts` for the form of a case. */
import { Double } from "bson";
import type { UpdateGroup } from "./update-cases.ts";

export const ARRAY_UPDATE_GROUPS: readonly UpdateGroup[] = [
  [
    "operator/update/push",
    [
      [{ a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
      [{}, { $push: { a: 1 } }, { a: [1] }],
      [{ a: [] }, { $push: { a: [1, 2] } }, { a: [[1, 2]] }],
      [{ a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
      [{}, { $push: { "a.b": 1 } }, { a: { b: [1] } }],
      [{ a: 1 }, { $push: { a: 2 } }, 2],
      [{ a: null }, { $push: { a: 2 } }, 2],
      [{ a: [] }, { $push: { a: { $each: 1 } } }, 2],
      [{ a: [] }, { $push: { a: { $each: [1], $wrong: 1 } } }, 2],
    ],
  ],
  [
    "operator/update/addToSet",
    [
      [{ a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
      [{ a: [1] }, { $addToSet: { a: 1 } }, { a: [1] }],
      [{ a: [new Double(1)] }, { $addToSet: { a: 1 } }, { a: [new Double(1)] }],
      [{}, { $addToSet: { a: 1 } }, { a: [1] }],
      [{ a: [[1]] }, { $addToSet: { a: [1] } }, { a: [[1]] }],
      [{ a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
      [
        { a: [{ x: 1, y: 2 }] },
        { $addToSet: { a: { y: 2, x: 1 } } },
        {
          a: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        },
      ],
      [{ a: 1 }, { $addToSet: { a: 1 } }, 2],
      [{ a: [] }, { $addToSet: { a: { $each: 1 } } }, 14],
    ],
  ],
  [
    "operator/update/pull",
    [
      [{ a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
      [{ a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
      [{ a: [{ x: 1, y: 1 }, { x: 2 }] }, { $pull: { a: { x: 1 } } }, { a: [{ x: 2 }] }],
      [
        { a: [{ x: 1 }, { x: 2 }, { x: 3 }] },
        { $pull: { a: { $or: [{ x: 1 }, { x: 3 }] } } },
        { a: [{ x: 2 }] },
      ],
      [{ a: [[1], [2]] }, { $pull: { a: [1] } }, { a: [[2]] }],
      [
        { a: [{ x: { y: 1 } }, { x: { y: 2 } }] },
        { $pull: { a: { "x.y": 1 } } },
        { a: [{ x: { y: 2 } }] },
      ],
      [{ a: [1, null] }, { $pull: { a: null } }, { a: [1] }],
      [{ b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
      [{ a: 1 }, { $pull: { a: 1 } }, 2],
      [{ a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
    ],
  ],
  [
    "operator/update/pullAll",
    [
      [{ a: [1, 2, 1, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
      [{ a: [{ x: 1 }, { x: 1, y: 2 }] }, { $pullAll: { a: [{ x: 1 }] } }, { a: [{ x: 1, y: 2 }] }],
      [{ a: [1, [1], "1"] }, { $pullAll: { a: [[1], "1"] } }, { a: [1] }],
      [{ a: [1] }, { $pullAll: { a: 1 } }, 2],
    ],
  ],
  [
    "operator/update/positional",
    [
      [{ a: [1, 2, 3] }, { $set: { "a.$": 9 } }, { a: [1, 9, 3] }, { filter: { a: 2 } }],
      [
        { a: [1, 2, 3] },
        { $unset: { "a.$": 1 } },
        { a: [1, null, 3] },
        { filter: { a: { $gt: 1 } } },
      ],
      [
        {
          a: [
            { x: 1, y: 1 },
            { x: 2, y: 1 },
          ],
        },
        { $set: { "a.$.y": 5, "a.$.z": 6 } },
        {
          a: [
            { x: 1, y: 1 },
            { x: 2, y: 5, z: 6 },
          ],
        },
        { filter: { "a.x": 2 } },
      ],
      [
        {
          a: [
            { x: 1, y: 1 },
            { x: 1, y: 2 },
          ],
        },
        { $inc: { "a.$.y": 10 } },
        {
          a: [
            { x: 1, y: 1 },
            { x: 1, y: 12 },
          ],
        },
        { filter: { a: { $elemMatch: { x: 1, y: 2 } } } },
      ],
      [
        { a: [{ x: 1 }, { x: 2 }] },
        { $set: { "a.$.x": 7 } },
        { a: [{ x: 1 }, { x: 7 }] },
        { filter: { $and: [{ "a.x": 2 }] } },
      ],
      [{ a: [1] }, { $set: { "a.$": 9 } }, 2],
    ],
  ],
  [
    "operator/update/positional-all",
    [
      [{ a: [1, 2] }, { $inc: { "a.$[]": 10 } }, { a: [11, 12] }],
      [
        { a: [{ b: [1] }, { b: [2] }] },
        { $inc: { "a.$[].b.$[]": 1 } },
        { a: [{ b: [2] }, { b: [3] }] },
      ],
      [{ a: [] }, { $set: { "a.$[]": 1 } }, { a: [] }],
      [{ a: 1 }, { $set: { "a.$[]": 1 } }, 2],
      [{ b: 1 }, { $set: { "a.$[]": 1 } }, 2],
    ],
  ],
  [
    "operator/update/positional-filtered",
    [
      [
        { a: [1, 5, 9] },
        { $set: { "a.$[e]": 0 } },
        { a: [1, 0, 0] },
        { arrayFilters: [{ e: { $gt: 4 } }] },
      ],
      [
        { a: [{ x: 1 }, { x: 2 }] },
        { $set: { "a.$[e].y": 1 } },
        { a: [{ x: 1 }, { x: 2, y: 1 }] },
        { arrayFilters: [{ "e.x": { $gte: 2 } }] },
      ],
      [
        { a: [{ x: 1 }, { x: 2 }, { x: 3 }] },
        { $set: { "a.$[e].y": 1 } },
        { a: [{ x: 1, y: 1 }, { x: 2 }, { x: 3, y: 1 }] },
        { arrayFilters: [{ $or: [{ "e.x": 1 }, { "e.x": 3 }] }] },
      ],
      [{ a: [1] }, { $set: { "a.$[e]": 0 } }, 2],
      [{ a: [1] }, { $set: { "a.$[e]": 0 } }, 9, { arrayFilters: [{ e: 1 }, { f: 1 }] }],
      [{ a: [1] }, { $set: { "a.$[e]": 0 } }, 9, { arrayFilters: [{ e: 1 }, { e: 2 }] }],
      [{ a: [1] }, { $set: { "a.$[e]": 0 } }, 9, { arrayFilters: [{ e: 1, f: 2 }] }],
    ],
  ],
];
