/** A moment in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** Returns the current moment. Use cases read it once; pure code gets the moment as an argument. */
export interface Clock {
  now(): Instant
}

/** Counts the milliseconds since this process started. It cannot be set, and it may pause while the machine sleeps. */
export interface Stopwatch {
  elapsed(): number
}
