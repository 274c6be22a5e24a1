import type { Organisation } from '@wayproof/store'
import type { SurveyApp } from '../survey-app.ts'

/** What was read of the organisation serves for so long: it changes once in years. */
const SERVES_MS = 1000

/** The organisation as it was at most a second ago: the same object for as long as it says the same. */
export function recentOrganisation({
  organisation,
  survey: { clock },
}: Pick<SurveyApp, 'organisation' | 'survey'>): () => Promise<Organisation | null> {
  let known: Organisation | null = null
  let said = ''
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    // A clock that was set back would else keep it for long.
    if (known && Math.abs(now - readAt) < SERVES_MS) return known
    const read = await organisation.get()
    const says = JSON.stringify(read)
    if (says !== said) [known, said] = [read, says]
    readAt = now
    return known
  }
}
