/** Lets work of this process wait until other work of it changes something. */
export interface Condition {
  /** Wakes all who wait, to look again. */
  changed(): void
  until(holds: () => boolean): Promise<void>
}

export function condition(): Condition {
  let next = Promise.withResolvers<void>()
  return {
    changed() {
      next.resolve()
      next = Promise.withResolvers()
    },
    async until(holds) {
      while (!holds()) await next.promise
    },
  }
}
