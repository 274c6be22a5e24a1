import type { Clock } from '../clock.ts'

const TIMEOUT_MS = 5_000

/**
 * Compares the clock with the `Date` header of a web server. Returns the milliseconds by which our clock is ahead; the
 * header has whole seconds, so the error is up to 0.5 s. Returns null without an address or a usable response.
 */
export function clockOffsetFrom(address: string | null, clock: Clock): () => Promise<number | null> {
  return async () => {
    if (address === null) return null
    const requestedAt = clock.now()
    const options = { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) } as const
    const response = await fetch(address, options).catch(() => null)
    const headerTime = Date.parse(response?.headers.get('date') ?? '')
    if (Number.isNaN(headerTime)) return null
    return Math.round((requestedAt + clock.now()) / 2 - (headerTime + 500))
  }
}
