/** How rows are asked for, whatever they hold; each entity declares its own store on top of these. */

export interface Store<T extends { readonly id: string }> {
  find(id: string): Promise<T | undefined>;
  /** In no promised order; unknown ids are left out. */
  findAll(ids: readonly string[]): Promise<readonly T[]>;
  /**
   * Adds it, or changes nothing when the id exists.
   * @returns what is stored now. @throws TakenError when another one has what only one may have.
   */
  add(entity: T): Promise<T>;
  /**
   * One read, one pure change, one write guarded by the version; repeated when somebody else wrote
   * in between, so `change` may run more than once. Returning the same object writes nothing.
   * @returns what is stored now, or undefined when there is none. @throws TakenError as `add`.
   */
  update(id: string, change: (current: T) => T): Promise<T | undefined>;
}

/** A store whose entities are also written by the hundred. */
export interface BulkStore<T extends { readonly id: string }> extends Store<T> {
  /** As `add`, in one go. @returns what is stored now under those ids, in no promised order. */
  addAll(entities: readonly T[]): Promise<readonly T[]>;
  /**
   * As `update`, in one go. `change` may also see what it has made itself and must leave that as it is.
   */
  updateAll(ids: readonly string[], change: (current: T) => T): Promise<void>;
}

/** Entities that people name by a short id the store gives out: `g-41`. */
export interface NumberedStore<
  T extends { readonly id: string; readonly origin: string },
> extends Store<T> {
  /** Adds under the next free id; a second call with the same `origin` returns the first one's. */
  create(entity: Omit<T, "id">): Promise<T>;
}

export interface Page {
  readonly skip: number;
  readonly limit: number;
  /** Only the rows are wanted: `total` then counts no further than they go. */
  readonly uncounted?: true;
}

export interface Paged<T> {
  readonly rows: readonly T[];
  /** How many there are in all. */
  readonly total: number;
}

/** A store refused: what only one may have is somebody else's, such as the channel of a partnership. */
export class TakenError extends Error {
  override readonly name = "TakenError";
}
