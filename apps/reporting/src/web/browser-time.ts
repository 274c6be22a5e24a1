// The only module of the dashboard that uses the browser's stopwatch, timer and random generator.

/** Milliseconds since the page was opened. */
export const elapsed = (): number => performance.now()

/** From 0 to 1. */
export const chance = (): number => Math.random()

/** Runs `work` after so many milliseconds, unless the returned function is called before. */
export function after(milliseconds: number, work: () => void): () => void {
  const timer = setTimeout(work, milliseconds)
  return () => clearTimeout(timer)
}
