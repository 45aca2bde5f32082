/**
 * Fair turns: whoever has much waiting lets others pass. Tenants take turns, within a tenant its people,
 * and what one person did is done in its order.
 */

/** Whose work it is: addresses or ids. */
export interface Whose {
  readonly tenant: string;
  readonly from: string;
}

/** Runs the work in its turn. @returns what it comes to. */
export type InTurn = <Result>(whose: Whose, work: () => Promise<Result>) => Promise<Result>;

type Line = (() => Promise<void>)[];

/** @param atOnce how many run side by side. */
export function createTurns(atOnce: number): InTurn {
  /** In the order in which they are served next; none is empty. */
  const tenants = new Map<string, Map<string, Line>>();
  let running = 0;

  function next(): (() => Promise<void>) | undefined {
    const [tenant, people] = first(tenants);
    if (tenant === undefined || !people) return undefined;
    const [person, line] = first(people);
    const work = line?.shift();
    tenants.delete(tenant);
    if (person !== undefined && line) {
      people.delete(person);
      if (line.length > 0) people.set(person, line);
    }
    if (people.size > 0) tenants.set(tenant, people);
    return work;
  }

  function serve(): void {
    while (running < atOnce) {
      const work = next();
      if (!work) return;
      running += 1;
      void work().finally(() => {
        running -= 1;
        serve();
      });
    }
  }

  return async ({ tenant, from }, work) =>
    await new Promise((resolve, reject) => {
      const people = tenants.get(tenant) ?? new Map<string, Line>();
      const line = people.get(from) ?? [];
      tenants.set(tenant, people);
      people.set(from, line);
      line.push(() => work().then(resolve, reject));
      serve();
    });
}

const first = <K, V>(map: ReadonlyMap<K, V>): [K?, V?] => {
  for (const entry of map) return entry;
  return [];
};
