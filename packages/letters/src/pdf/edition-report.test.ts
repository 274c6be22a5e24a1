import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Funnel } from '@wayproof/survey/waves/wave'
import { expect, test } from 'vitest'
import type { LetterOf } from '../letter/letter.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { summary } from '../testing/sample-summary.ts'
import { editionReport } from './edition-report.ts'
import { openReportSetter } from './report-pdf.ts'
import { nodesOf, readPdf } from './testing/read-pdf.ts'

const links = { sealCheck: 'https://privacy.faraway.example/check-seal?code=7K2M' }
const funnel = { invited: 4_000, delivered: 3_900, written: 0, answered: 1_310 } as Funnel
const set = openReportSetter()

test.each(LOCALES)(
  'an edition on paper in %s: decisions before goals, trends, and the funnel in words',
  async (locale) => {
    const letter = sampleLetters(locale).find(
      (each): each is LetterOf<'executive-summary'> => each.kind === 'executive-summary' && 'edition' in each.data,
    )
    if (!letter) throw new Error('no sample has an edition')
    const cards = [{ ...summary.scorecard, period: '2024-H2' }, summary.scorecard]
    const issuedOn = '2026-02-20'
    const content = editionReport(letter, { organisation, cards, funnel, issuedOn })
    const pdf = set({ content, locale, links })
    const { text, addresses, accessible, pages } = await readPdf(pdf)
    const { report, reporting, letters } = messages(locale)
    const words = reporting.scorecard.funnel
    const kinds = content.blocks.map(({ kind }) => kind)
    expect(kinds.indexOf('decisions')).toBeLessThan(kinds.indexOf('goals'))
    expect(text).toContain(letters.summary.decisionsHeading.replaceAll(' ', ''))
    expect(text).toContain(report.trends.heading.second.replaceAll(' ', ''))
    const alts = pages.flatMap(nodesOf).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))
    expect(alts).toHaveLength(2 * 5 + 1)
    const steps = [`${words.invited} 4,000`, `${words.delivered} 3,900`, `${words.answered} 1,310`]
    expect(alts).toContain(steps.join(reporting.shell.listed))
    expect([accessible, addresses]).toEqual(['1', expect.arrayContaining([links.sealCheck])])

    const without = editionReport(letter, { organisation, cards: [summary.scorecard], funnel: null, issuedOn })
    const texts = without.blocks.map((block) => ('text' in block ? block.text : ''))
    expect(texts).toEqual(expect.arrayContaining([words.none, report.trends.none.second]))
  },
)
