/** A command that is answered with an error, in MongoDB's numbers and names. */

const NAMES: Readonly<Record<number, string>> = {
  1: "InternalError",
  2: "BadValue",
  9: "FailedToParse",
  13: "Unauthorized",
  14: "TypeMismatch",
  18: "AuthenticationFailed",
  20: "IllegalOperation",
  22: "InvalidBSON",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  52: "DollarPrefixedFieldName",
  53: "InvalidIdField",
  56: "EmptyFieldName",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  72: "InvalidOptions",
  73: "InvalidNamespace",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  168: "InvalidPipelineOperator",
  238: "NotImplemented",
  10334: "BSONObjectTooLarge",
  11000: "DuplicateKey",
  14031: "OutOfDiskSpace",
  40415: "IDLUnknownField",
};

/** Thrown by anything below a command; the server answers it and goes on. */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  /** Further fields of the answer, as `keyPattern` and `keyValue` of 11000. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: number, message: string, extra: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "CommandError";
    this.code = code;
    this.codeName = NAMES[code] ?? `Location${code}`;
    this.extra = extra;
  }
}

/** The refusal of something MongoDB has and this database has not. */
export function unsupported(what: string, code = 238): CommandError {
  return new CommandError(
    code,
    `${what} is not supported by the embedded database; set MONGODB_URI to use MongoDB.`,
  );
}
