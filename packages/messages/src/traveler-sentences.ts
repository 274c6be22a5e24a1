import type { Locale } from '@wayproof/kernel/people/locale'
import { periodName } from './date-format.ts'
import { messages } from './messages.ts'

/**
 * The sentences that a traveler meets between the invitation and the receipt: they can be added in a third language.
 * Requests, whistleblowing and the public report stay in the two languages of the product; only the links to them and
 * the form below the thanks are here.
 */
export function travelerSentences(locale: Locale) {
  const { survey, dataNotice, accessibility, rights, whistleBlowing, report, letters } = messages(locale)
  const { aboutHint, empty, tooLong, heading } = rights.form
  const { otherLanguage: _switch, listening: _log, ...pages } = survey
  return {
    survey: pages,
    dataNotice,
    accessibility,
    rights: { link: rights.link, enquiry: rights.enquiry, form: { aboutHint, empty, tooLong, heading } },
    whistleBlowing: { link: whistleBlowing.link },
    report: { list: { title: report.list.title } },
    letters: { sample: letters.sample, contact: letters.contact, survey: letters.survey },
    /** Names of a half-year, in the line over a letter. */
    halfYears: {
      first: (year: string) => periodName('2026-H1', locale).replace('2026', year),
      second: (year: string) => periodName('2026-H2', locale).replace('2026', year),
    },
  }
}

export type TravelerSentences = ReturnType<typeof travelerSentences>

/** The name of a half-year in these sentences; another period stays a key. */
export function halfYearName({ halfYears }: Pick<TravelerSentences, 'halfYears'>, period: string): string {
  const [, year, half] = /^(\d+)-H([12])$/.exec(period) ?? []
  if (year === undefined) return period
  return half === '1' ? halfYears.first(year) : halfYears.second(year)
}
