import { isDeepStrictEqual } from 'node:util'
import { fail } from '@wayproof/kernel'
import { unwrap } from '../trpc/fault-to-trpc.ts'

/** Settings as JSON. */
type Saved = Readonly<Record<string, unknown>>

/**
 * Throws `changed-meanwhile` if somebody else has saved other settings since the page read `seen`, which may name only
 * some of them. Undefined: nothing was shown.
 */
export function refuseUnseen(seen: Saved | undefined, current: Saved | null): void {
  if (seen === undefined) return
  const same = Object.entries(seen).every(([name, value]) => isDeepStrictEqual(value, current?.[name] ?? null))
  if (!same) unwrap(fail('changed-meanwhile'))
}
