/** `sleep` takes ms; `now` returns ms since an arbitrary moment. */
export interface Timing {
  sleep(ms: number): Promise<void>
  now(): number
}
