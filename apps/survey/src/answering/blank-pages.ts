import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { ContentEncoding } from '@wayproof/kernel/http/content-encoding'
import type { InvitationView } from '@wayproof/survey/answers/show-invitation'
import type { Preselection } from '@wayproof/survey/links/preselection'
import { NOTHING_TYPED, type TypedAnswer, typedByLink } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { answerPage } from './answer-page.tsx'
import { type PreparedPage, preparePage } from './prepared-page.ts'

/** Placeholder with the format of a receipt; never a real one, because `U` is not in the receipt alphabet. */
const GAP = 'UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU'

type Shown = Pick<InvitationView, 'wave' | 'questionnaire'>

/** Finds the form of a wave, blank or with an option that a link in a letter selected. */
export type BlankPages = (invitation: Shown, page: Page, preselected: Preselection | null) => SizedPage

/** A prepared page without the choice of its padding. */
export interface SizedPage {
  body(encoding: ContentEncoding | null, filling: string): string
}

interface Kept {
  readonly page: Page
  readonly blank: PreparedPage
  /** By the code of the option; null until a link of an option is opened. */
  readonly choices: ReadonlyMap<string, SizedPage> | null
}

/**
 * Caches the blank questionnaire pages: each is rendered once per wave and language, and again for another `page`
 * object.
 */
export function blankPages(timeZone: string): BlankPages {
  const pagesByQuestionnaire = new WeakMap<Questionnaire, Map<string, Kept>>()
  return (invitation, page, preselected) => {
    const { wave, questionnaire } = invitation
    const pages = pagesByQuestionnaire.get(questionnaire) ?? new Map<string, Kept>()
    pagesByQuestionnaire.set(questionnaire, pages)
    const key = `${page.locale} ${wave.closesAt} ${wave.smallestGroup}`
    const entry = pages.get(key)
    const cached = entry?.page === page ? entry : null
    if (cached && !preselected) return cached.blank
    const prepare = (answer: TypedAnswer) => {
      const closesOn = dateAt(wave.closesAt - 1, timeZone)
      const form = { page, questionnaire, answer, receipt: GAP, draftTag: null }
      return preparePage(answerPage({ ...form, closesOn, smallestGroup: wave.smallestGroup }), GAP)
    }
    const blank = cached?.blank ?? prepare(NOTHING_TYPED)
    const choices = cached?.choices ?? (preselected && preselectedPages(questionnaire, prepare))
    pages.set(key, { page, blank, choices })
    return (preselected && choices?.get(preselected.value)) ?? blank
  }
}

/** The form with each option of the first question. All have one size, because a proxy may log it. */
function preselectedPages(
  questionnaire: Questionnaire,
  prepare: (answer: TypedAnswer) => PreparedPage,
): ReadonlyMap<string, SizedPage> {
  const question = firstQuestion(questionnaire)
  if (!question) return new Map()
  const pages = question.codes.map((value) => [value, prepare(typedByLink({ item: question.item, value }))] as const)
  const largest = (encoding: ContentEncoding | null) => Math.max(...pages.map(([, page]) => page.size(encoding)))
  return new Map(
    pages.map(([value, page]) => [
      value,
      { body: (encoding, filling) => page.body(encoding, filling, largest(encoding) - page.size(encoding)) },
    ]),
  )
}
