import type { ActiveLanguage, LanguageMark, SurveyLanguages } from '@wayproof/forms/languages/ports'
import type { Clock } from '@wayproof/kernel/clock'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { type SpokenLanguage, speakLanguage } from './spoken-language.ts'

/** The active added languages by tag. */
export type SpokenLanguages = ReadonlyMap<SurveyLanguage, SpokenLanguage>

export type RecentLanguages = () => Promise<SpokenLanguages>

/** For how long a process uses what it read. */
const SERVES_MS = 1000

const NO_LANGUAGES: SpokenLanguages = new Map()

/**
 * Returns the active languages, at most 1 second out of date; the same map as long as none changes. A language whose
 * sentences cannot be read is not spoken.
 */
export function recentLanguages(
  languages: Pick<SurveyLanguages, 'active' | 'activeMarks'>,
  clock: Clock,
): RecentLanguages {
  let cachedLanguages = NO_LANGUAGES
  let marks = '[]'
  let readAt = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    // The absolute value matters if the clock was set back, because the cache would then stay valid for long.
    if (Math.abs(now - readAt) < SERVES_MS) return cachedLanguages
    if (marksOf(await languages.activeMarks()) !== marks) {
      const active = await languages.active()
      cachedLanguages = await spokenOf(active)
      marks = marksOf(active)
    }
    readAt = now
    return cachedLanguages
  }
}

const marksOf = (active: readonly LanguageMark[]): string =>
  JSON.stringify(active.map(({ tag, revision }) => [tag, revision]))

async function spokenOf(active: readonly ActiveLanguage[]): Promise<SpokenLanguages> {
  if (active.length === 0) return NO_LANGUAGES
  const spokenLanguages = await Promise.all(active.map(speakLanguage))
  return new Map(spokenLanguages.map((language) => [language.tag, language]))
}
