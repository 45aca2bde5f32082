/** How what a platform sends is read with care: what is not what it should be is left out. */

import { z } from "zod";

/** A part of that shape, or none. */
export const part = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

/** A list without what does not belong into it. */
export const listOf = <T extends z.ZodType>(shape: T) =>
  z
    .array(shape.nullable().catch(null))
    .transform((all) => all.filter((each): each is NonNullable<typeof each> => each !== null));
