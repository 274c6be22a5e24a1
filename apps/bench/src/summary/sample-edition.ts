import type { Locale } from '@wayproof/kernel/people/locale'
import type { LetterOf } from '@wayproof/letters/letter/letter'
import { editionReport } from '@wayproof/letters/pdf/edition-report'
import { organisation, sampleLetters } from '@wayproof/letters/testing/sample-letters'
import type { Decision } from '@wayproof/scorecard/executive-summary'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { Funnel } from '@wayproof/survey/waves/wave'

export const links = {
  reporting: 'https://privacy.faraway.example/2025-H2',
  sealCheck: 'https://privacy.faraway.example/check-seal?code=7K2M',
}

const EARLIER = ['2024-H1', '2024-H2', '2025-H1']

/** The sample edition with other figures: the letter of an executive, and its content for paper. */
export function sampleEdition(nth: number, locale: Locale) {
  const letter = sampleLetters(locale).find(
    (each): each is LetterOf<'executive-summary'> => each.kind === 'executive-summary' && 'edition' in each.data,
  )
  if (!letter) throw new Error('no sample has an edition')
  const { summary, edition } = letter.data
  const cardOf = (period: string, less: number): Scorecard => ({
    ...summary.scorecard,
    period,
    verdicts: summary.scorecard.verdicts.map((verdict) => withFigures(verdict, less + nth / 1_000, nth)),
  })
  const current = cardOf(summary.scorecard.period, 0)
  const changed: LetterOf<'executive-summary'> = {
    ...letter,
    data: {
      ...letter.data,
      ...(edition && { edition: { ...edition, lateDays: 40 + nth, code: `${nth}-0QXW-93HD-5TEB-J8RN-4VCA-ZP61` } }),
      summary: { ...summary, scorecard: current, decisions: summary.decisions.map(missing(nth)) },
    },
  }
  const cards = [...EARLIER.map((period, n) => cardOf(period, 0.06 - n / 50)), current]
  const funnel = { invited: 4_000 + nth, delivered: 3_900 + nth, written: 0, answered: 1_310 + nth } as Funnel
  const content = editionReport(changed, { organisation, cards, funnel, issuedOn: '2026-02-20' })
  return { letter: changed, print: { content, locale, links } }
}

const withFigures = (verdict: Verdict, less: number, nth: number): Verdict => ({
  ...verdict,
  value: (verdict.value ?? 1) - less,
  share: verdict.share && { numerator: verdict.share.numerator, denominator: verdict.share.denominator + nth },
})

const missing = (nth: number) => (decision: Decision) => ({ ...decision, missing: (decision.missing ?? 0) + nth })
