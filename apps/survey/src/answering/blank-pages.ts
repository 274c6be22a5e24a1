import { dateAt } from '@wayproof/kernel'
import type { InvitationView, Questionnaire } from '@wayproof/survey'
import { NOTHING_TYPED } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { answerPage } from './answer-page.tsx'
import { type PreparedPage, preparePage } from './prepared-page.ts'

/** Placeholder with the format of a receipt; never a real one, because `U` is not in the receipt alphabet. */
const GAP = 'UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU'

export type BlankPages = (invitation: Pick<InvitationView, 'wave' | 'questionnaire'>, page: Page) => PreparedPage

interface Kept {
  readonly organisation: Page['organisation']
  readonly sentences: Page['sentences']
  /** Their tags and names; the links to other languages are part of the page. */
  readonly otherLanguages: string
  readonly prepared: PreparedPage
}

/**
 * Caches the blank questionnaire pages: each is rendered once per wave and language, and again for another
 * `organisation` object, other sentences or other languages.
 */
export function blankPages(timeZone: string): BlankPages {
  const pagesByQuestionnaire = new WeakMap<Questionnaire, Map<string, Kept>>()
  return ({ wave, questionnaire }, page) => {
    const { locale, organisation, sentences, otherLanguages } = page
    const pages = pagesByQuestionnaire.get(questionnaire) ?? new Map<string, Kept>()
    pagesByQuestionnaire.set(questionnaire, pages)
    const key = `${locale} ${wave.closesAt} ${wave.smallestGroup}`
    const cached = pages.get(key)
    const others = JSON.stringify(otherLanguages.map(({ tag, name }) => [tag, name]))
    const isSame = cached?.organisation === organisation && cached.sentences === sentences
    if (isSame && cached.otherLanguages === others) return cached.prepared
    const closesOn = dateAt(wave.closesAt - 1, timeZone)
    const form = { page, questionnaire, answer: NOTHING_TYPED, receipt: GAP, draftTag: null }
    const prepared = preparePage(answerPage({ ...form, closesOn, smallestGroup: wave.smallestGroup }), GAP)
    pages.set(key, { organisation, sentences, otherLanguages: others, prepared })
    return prepared
  }
}
