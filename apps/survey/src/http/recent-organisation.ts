import { type BrandedOrganisation, brandedOrganisation } from '@wayproof/accounts/brand/branded-organisation'
import type { Clock } from '@wayproof/kernel/clock'

/** Time to live of the cached organization, which changes once in years. */
const SERVES_MS = 1000

/** Returns the organization, at most 1 second out of date; the same object as long as its contents do not change. */
export function recentOrganisation(
  stores: Parameters<typeof brandedOrganisation>[0],
  clock: Clock,
): () => Promise<BrandedOrganisation | null> {
  let cached: BrandedOrganisation | null = null
  let cachedJson = ''
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    // The absolute value matters if the clock was set back, because the cache would then stay valid for long.
    if (cached && Math.abs(now - readAt) < SERVES_MS) return cached
    const read = await brandedOrganisation(stores)
    const json = JSON.stringify(read)
    if (json !== cachedJson) [cached, cachedJson] = [read, json]
    readAt = now
    return cached
  }
}
