import { isDeepStrictEqual } from 'node:util'
import { fail } from '@wayproof/kernel/outcome'
import { unwrap } from '../trpc/fault-to-trpc.ts'

/** Settings as JSON. */
type Saved = Readonly<Record<string, unknown>>

/**
 * Throws `changed-meanwhile` if somebody else has saved other settings since the page read `seenSettings`, which may name
 * only some of them. Undefined: nothing was shown.
 */
export function refuseUnseen(seenSettings: Saved | undefined, current: Saved | null): void {
  if (seenSettings === undefined) return
  const same = Object.entries(seenSettings).every(([name, value]) => isDeepStrictEqual(value, current?.[name] ?? null))
  if (!same) unwrap(fail('changed-meanwhile'))
}
