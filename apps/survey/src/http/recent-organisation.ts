import type { Organisation } from '@wayproof/store'
import type { SurveyApp } from '../survey-app.ts'

/** Time to live of the cached organization, which changes once in years. */
const SERVES_MS = 1000

/** Returns the organization, at most 1 second out of date; the same object as long as its contents do not change. */
export function recentOrganisation({
  organisation,
  survey: { clock },
}: Pick<SurveyApp, 'organisation' | 'survey'>): () => Promise<Organisation | null> {
  let cached: Organisation | null = null
  let cachedJson = ''
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    // The absolute value matters if the clock was set back, because the cache would then stay valid for long.
    if (cached && Math.abs(now - readAt) < SERVES_MS) return cached
    const read = await organisation.get()
    const json = JSON.stringify(read)
    if (json !== cachedJson) [cached, cachedJson] = [read, json]
    readAt = now
    return cached
  }
}
