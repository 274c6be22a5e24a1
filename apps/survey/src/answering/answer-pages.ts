import { dateAt, type Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import type { Organisation } from '@wayproof/store'
import type { Questionnaire, ShownInvitation } from '@wayproof/survey'
import { NOTHING_TYPED } from '../components/typed-answer.ts'
import { answerPage } from './answer-page.tsx'
import { type PreparedPage, preparePage } from './prepared-page.ts'

/** Placeholder with the format of a receipt; never a real one, because `U` is not in the receipt alphabet. */
const GAP = 'UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU'

export type AnswerPages = (
  shown: Pick<ShownInvitation, 'wave' | 'questionnaire'>,
  locale: Locale,
  organisation: Organisation | null,
) => PreparedPage

interface Kept {
  readonly organisation: Organisation | null
  readonly page: PreparedPage
}

/**
 * Caches the blank questionnaire pages: each is rendered once per wave and language, and again for another
 * `organisation` object.
 */
export function answerPages(timeZone: string): AnswerPages {
  const kept = new WeakMap<Questionnaire, Map<string, Kept>>()
  return ({ wave, questionnaire }, locale, organisation) => {
    const pages = kept.get(questionnaire) ?? new Map<string, Kept>()
    kept.set(questionnaire, pages)
    const key = `${locale} ${wave.closesAt} ${wave.smallestGroup}`
    const known = pages.get(key)
    if (known?.organisation === organisation) return known.page
    const closesOn = dateAt(wave.closesAt - 1, timeZone)
    const page = { locale, words: messages(locale).survey, organisation }
    const form = { page, questionnaire, answer: NOTHING_TYPED, receipt: GAP, kept: false }
    const html = answerPage({ ...form, closesOn, smallestGroup: wave.smallestGroup })
    const made = { organisation, page: preparePage(html, GAP) }
    pages.set(key, made)
    return made.page
  }
}
