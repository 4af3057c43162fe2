/** Long computing lets others have a turn, so that it can be watched and stopped. */

/** Awaited between two slices of work; `done` of `total`. Rejects when the work is to stop. */
export type Rest = (done: number, total: number) => Promise<void>

/** Never rests: for small graphs and tests. */
export const restless: Rest = async () => {}
