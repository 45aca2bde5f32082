/** Texts that have little room: above a form and on its two buttons, where a longer one would be cut. */

declare const fits: unique symbol;

/** At most 24 characters: as many as Slack shows above a dialog. */
export type Brief = string & { readonly [fits]: true };

/** Of 25 characters or more, not counting what stands in for a name. */
// prettier-ignore
type IsLong<S extends string> = S extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer _5}${infer _6}${infer _7}${infer _8}${infer _9}${infer _10}${infer _11}${infer _12}${infer _13}${infer _14}${infer _15}${infer _16}${infer _17}${infer _18}${infer _19}${infer _20}${infer _21}${infer _22}${infer _23}${infer _24}${infer _25}${infer _26}` ? true : false;

/** A longer text does not compile. */
export const brief = <const S extends string>(
  text: IsLong<S> extends true ? "at most 24 characters" : S,
): Brief => text as unknown as Brief;
