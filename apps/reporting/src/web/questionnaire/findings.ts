import { brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { checkDraft } from '@wayproof/forms/questionnaire-draft/draft-check'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { Messages } from '@wayproof/messages/en'
import { languageName } from '@wayproof/messages/language-name'
import { numberOf, numbersOf, questionWith, scaleOf, usersOfScale } from '../questionnaire-fields/item-names.ts'
import type { AddedLanguage } from '../questionnaire-fields/second-language.tsx'

/** The subject of a panel of the editor: a question by its ID, or the lead-in. */
export type PanelPlace = { readonly item: string } | 'lead-in'

/** Something to fix or to know before publishing. */
export interface Finding {
  readonly key: string
  readonly isFault: boolean
  readonly title: string
  readonly advice: string
  /** Name of the place and the panel that shows it; null if none does. */
  readonly goTo: { readonly name: string; readonly place: PanelPlace } | null
  /** The language of a missing text: English or an added one; null for other findings. */
  readonly missingIn: string | null
  /** True for a trend that breaks, which a comparison explains. */
  readonly isTrend: boolean
}

type Words = Messages['reporting']['questionnaire']['fix']

/** Faults, warnings and the trends that break between `before` and the draft, faults first. */
export function findingsOf(
  questionnaire: Questionnaire,
  before: Questionnaire,
  words: Words,
  locale: Locale,
  languages: readonly AddedLanguage[] = [],
): readonly Finding[] {
  const { faults, warnings } = checkDraft(questionnaire, activeTagsOf(languages))
  const faulty = faults.map(({ code, at, language }): Finding => {
    const { name, place } = placeOf(questionnaire, code === 'stem-item-unknown' ? 'stem' : at, words, locale)
    const [title, advice] = words.faults[code]
    const goTo = place && { name, place }
    const languageLabel = language && languageName(language, locale)
    const missingIn = code === 'translation-missing' ? (language ?? 'en') : null
    const key = `${code} ${at} ${language ?? ''}`
    return { key, isFault: true, title: title(name, languageLabel), advice, goTo, missingIn, isTrend: false }
  })
  const warned = warnings.map(({ code, count }): Finding => {
    const texts = { title: words.many(count), advice: words.manyAdvice }
    return { key: code, isFault: false, ...texts, goTo: null, missingIn: null, isTrend: false }
  })
  const broken = brokenTrends(before, questionnaire).map(({ id, because }): Finding => {
    const isGone = because === 'gone'
    const name = words.question(String(numberOf(isGone ? before : questionnaire, id)))
    const texts = { title: words.broken[because](name), advice: isGone ? words.gone : words.breaks }
    const goTo = isGone ? null : { name, place: { item: questionWith(questionnaire, id) } }
    return { key: `trend ${id}`, isFault: false, ...texts, goTo, missingIn: null, isTrend: true }
  })
  // Each choice of a question is a trend of its own, and one line tells of all.
  const trends = new Map(broken.toReversed().map((finding) => [finding.title, finding]))
  return [...faulty, ...warned, ...[...trends.values()].toReversed()]
}

const activeTagsOf = (languages: readonly AddedLanguage[]) =>
  languages.flatMap(({ tag, isActive }) => (isActive ? [tag] : []))

/** The name of a place of a fault, and the panel that shows it. */
function placeOf(questionnaire: Questionnaire, at: string, words: Words, locale: Locale) {
  const number = numberOf(questionnaire, at)
  if (number > 0) return { name: words.question(String(number)), place: { item: questionWith(questionnaire, at) } }
  if (at === 'stem') return { name: words.stem, place: 'lead-in' as const }
  const [first, ...others] = usersOfScale(questionnaire, at)
  if (first !== undefined)
    return { name: words.scale(numbersOf(questionnaire, [first, ...others], locale)), place: { item: first } }
  return { name: Object.hasOwn(questionnaire.scales, at) ? words.unusedScale(at) : words.whole, place: null }
}

/** The worst state of each question, also through its scale. A question without an entry is complete. */
export function statesOf(
  questionnaire: Questionnaire,
  findings: readonly Finding[],
  languages: readonly AddedLanguage[] = [],
): ReadonlyMap<string, 'fault' | 'warning'> {
  const states = new Map<string, 'fault' | 'warning'>()
  for (const { goTo, isFault } of findings.toSorted((a, b) => Number(a.isFault) - Number(b.isFault)))
    if (goTo && goTo.place !== 'lead-in') states.set(goTo.place.item, isFault ? 'fault' : 'warning')
  const faultyScales = new Set(
    checkDraft(questionnaire, activeTagsOf(languages)).faults.flatMap(({ at }) =>
      Object.hasOwn(questionnaire.scales, at) ? [at] : [],
    ),
  )
  for (const item of questionnaire.items) if (faultyScales.has(scaleOf(item) ?? '')) states.set(item.id, 'fault')
  return states
}
