import type { Clock } from '../clock.ts'

const PATIENCE_MS = 5_000

/**
 * Compares the clock with the `Date` a web server answers with, which has whole seconds: milliseconds by which ours is
 * ahead, half a second more or less. Null without an address, and where nothing usable answers.
 */
export function clockOffsetFrom(address: string | null, clock: Clock): () => Promise<number | null> {
  return async () => {
    if (address === null) return null
    const before = clock.now()
    const options = { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) } as const
    const answer = await fetch(address, options).catch(() => null)
    const told = Date.parse(answer?.headers.get('date') ?? '')
    if (Number.isNaN(told)) return null
    return Math.round((before + clock.now()) / 2 - (told + 500))
  }
}
