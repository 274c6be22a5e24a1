/** Lets one task of this process wait for a change by another. */
export interface Condition {
  /** Wakes all waiting tasks to check again. */
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
