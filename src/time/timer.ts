/** One alarm of the durable clock: whom it wakes, and with which id. Never content (rule 4). */
export interface Timer {
  readonly key: string;
  readonly at: Date;
  /** Names the handler in `Feature.timers`. */
  readonly name: string;
  readonly districtId: string;
  readonly id: string;
}
