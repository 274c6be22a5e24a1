/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** Tells the moment. Use cases read it once; pure code gets the moment as an argument. */
export interface Clock {
  now(): Instant
}

/** Counts the milliseconds that this process has run. Nobody can set it; it may stand still while the machine sleeps. */
export interface Stopwatch {
  elapsed(): number
}
