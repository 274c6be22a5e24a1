import type { Instant } from '@wayproof/kernel/clock'

interface CallLimit {
  readonly calls: number
  readonly milliseconds: number
}

/** Counts calls of a key in windows that begin with its first call. Returns false beyond the limit. */
export function memoryCallLimit() {
  const windows = new Map<string, { readonly start: Instant; readonly count: number }>()
  return (key: string, { calls, milliseconds }: CallLimit, now: Instant): boolean => {
    const known = windows.get(key)
    const { start, count } = known && now - known.start < milliseconds ? known : { start: now, count: 0 }
    if (count >= calls) return false
    windows.set(key, { start, count: count + 1 })
    return true
  }
}
