/** Lets people act side by side, but moves the clock, resets and restarts only when nobody does. */
export interface Gate {
  shared<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(): Gate {
  let lastAlone: Promise<unknown> = Promise.resolve();
  let acting: readonly Promise<unknown>[] = [];

  function quiet(work: Promise<unknown>): Promise<unknown> {
    return work.then(
      () => undefined,
      () => undefined,
    );
  }

  return {
    shared: (work) => {
      const run = lastAlone.then(work);
      const settled = quiet(run);
      acting = [...acting, settled];
      void settled.then(() => {
        acting = acting.filter((one) => one !== settled);
      });
      return run;
    },
    alone: (work) => {
      const run = Promise.all([lastAlone, ...acting]).then(work);
      lastAlone = quiet(run);
      return run;
    },
  };
}
