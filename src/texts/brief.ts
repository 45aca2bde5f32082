/** Texts that have little room: above a form and on its two buttons, where a longer one would be cut. */

declare const fits: unique symbol;

/** At most 24 characters: as many as Slack shows above a dialog. */
export type Brief = string & { readonly [fits]: true };

type Six = [0, 0, 0, 0, 0, 0];
type Most = [...Six, ...Six, ...Six, ...Six];

/** Of more characters than `Left` has places, not counting what stands in for a name. */
type IsLong<
  S extends string,
  Left extends readonly unknown[] = Most,
> = S extends `${string}${infer Rest}`
  ? Left extends readonly [unknown, ...infer More]
    ? IsLong<Rest, More>
    : true
  : false;

/** A longer text does not compile. */
export const brief = <const S extends string>(
  text: IsLong<S> extends true ? "at most 24 characters" : S,
): Brief => text as unknown as Brief;
