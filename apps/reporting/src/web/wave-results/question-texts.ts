import { percent, points } from '@wayproof/messages/number-format'
import type { Language } from '../language.tsx'
import type { QuestionRow } from './question-rows.ts'

export interface QuestionTexts {
  readonly question: string
  readonly share: string
  readonly interval: string
  /** The change with its likelihood, or why there is none. */
  readonly change: string
  readonly people: string
}

/** The figures of a question in words, the same in chart, table and copy. */
export function questionTexts(row: QuestionRow, { locale, words }: Pick<Language, 'locale' | 'words'>): QuestionTexts {
  const { breakdown, shell, wavePages } = words.reporting
  const { figure } = row
  const question = row.text[locale]
  const change = changeText(row, { locale, words })
  if (figure.kind !== 'shown') {
    return { question, share: breakdown.kinds[figure.kind], interval: shell.none, change, people: shell.none }
  }
  const { share, isFine, beyond, interval, people } = figure
  return {
    question,
    share: isFine ? percent(share) : breakdown.share({ kind: beyond ?? 'at', value: share }),
    interval: wavePages.results.ends(percent(interval.lower), percent(interval.upper)),
    change,
    people: isFine ? new Intl.NumberFormat(locale).format(people) : breakdown.people(people),
  }
}

function changeText(row: QuestionRow, { locale, words }: Pick<Language, 'locale' | 'words'>): string {
  const { goal, shell } = words.reporting
  const { broken, change } = row
  if (broken) return goal.trend.broken[broken]
  if (change === null) return shell.none
  return `${differenceText(row, locale)} ${chanceText(change, words)}`
}

/** The number alone, as fine as the shares; the column's name says that it is a change of the share. */
export function differenceText({ figure, change }: QuestionRow, locale: Language['locale']): string {
  const text = points(change?.difference ?? 0, locale).replace(/\s.*$/, '')
  return figure.kind === 'shown' && figure.isFine ? text : text.replace(/\.0$/, '')
}

export const chanceText = ({ strength }: NonNullable<QuestionRow['change']>, words: Language['words']): string =>
  words.scorecard.claims.changeWord(strength)
