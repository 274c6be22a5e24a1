/** `sleep` in ms; `now` in ms from any fixed point. */
export interface Timing {
  sleep(ms: number): Promise<void>
  now(): number
}
