import type { Clock } from '../clock.ts'

const PATIENCE_MS = 5_000

/**
 * Compares the clock with the `Date` header of a web server. Returns the milliseconds by which our clock is ahead; the
 * header has whole seconds, so the error is up to 0.5 s. Returns null without an address or a usable response.
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
