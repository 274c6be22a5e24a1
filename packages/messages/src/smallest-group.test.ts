import { LOCALES } from '@wayproof/kernel/people/locale'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

test.each(LOCALES)('the smallest displayed group is named in %s according to the rule in force', (locale) => {
  const { reporting, report, letters, survey } = messages(locale)
  const told = [
    reporting.measures.value({ kind: 'suppressed', fewerThan: 8 }),
    reporting.measures.value({ kind: 'people', atLeast: 16, fewerThan: 8 }),
    report.hidden(8),
    letters.survey.kept(8).join(' '),
    survey.trust.seenText(8),
  ]
  for (const text of told) {
    expect(text).toMatch(/\b8\b/)
    expect(text).not.toMatch(/\b5\b|five|五/)
  }
  expect(reporting.measures.indicators['whistle-blower-reports'].join(' ')).not.toMatch(/five|五/)
  expect(reporting.reports.lead).not.toMatch(/five|五/)
})
