import type { Locale } from '@wayproof/kernel/people/locale'
import type { Share } from '@wayproof/kernel/share'
import { shortPeriod } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { percent } from '@wayproof/messages/number-format'
import type { Training } from '../api.ts'

interface Language {
  readonly locale: Locale
  readonly words: Messages
}

interface MatrixCell {
  readonly state: 'reached' | 'below' | null
  readonly share: Share | null
  /** The cell as text, for a spreadsheet. */
  readonly value: string
}

export interface MatrixRow {
  readonly name: string
  /** Whether the name is a text of the register, which is not translated. */
  readonly isWritten: boolean
  readonly cells: readonly MatrixCell[]
  /** In the latest quarter; null if the reader may not see it. */
  readonly missing: { readonly people: number; readonly due: number } | null
}

/** Names each quarter; a year stands where it begins, and at the first one. */
export const quarterNames = (quarters: Training['quarters'], { locale, words }: Language): readonly string[] =>
  quarters.map(({ quarter, running }, n) => {
    const text = words.reporting.goalPictures.training
    const short = shortPeriod(quarter, locale)
    const isFirstOfYear = n === 0 || quarter.endsWith('Q1')
    const name = isFirstOfYear ? text.quarterOfYear(short, quarter.slice(0, 4)) : short
    return running ? text.runningQuarter(name) : name
  })

/** Lists all staff first, then the units. */
export function matrixRows({ quarters, units }: Training, target: number, { words }: Language): readonly MatrixRow[] {
  const text = words.reporting.goalPictures.training
  const everyone = quarters.map(({ share }) => ({
    share: share.denominator === 0 ? null : share,
    state:
      share.denominator === 0
        ? null
        : share.numerator / share.denominator >= target
          ? ('reached' as const)
          : ('below' as const),
  }))
  const row = (name: string, isWritten: boolean, cells: readonly Omit<MatrixCell, 'value'>[]): MatrixRow => {
    const last = cells.at(-1)?.share ?? null
    return {
      name,
      isWritten,
      cells: cells.map(({ state, share }, n) => ({
        state,
        share,
        value: share
          ? percent(share.numerator / share.denominator)
          : state
            ? text.states[quarters[n]?.running ? 'running' : 'ended'][state]
            : '',
      })),
      missing: last && { people: last.denominator - last.numerator, due: last.denominator },
    }
  }
  return [
    row(text.everyone, false, everyone),
    ...units.map(({ unit, cells }) => row(unit || words.reporting.goal.missing.otherUnits, unit !== '', cells)),
  ]
}
