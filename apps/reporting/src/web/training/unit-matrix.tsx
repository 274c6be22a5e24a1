import type { Locale } from '@wayproof/kernel/people/locale'
import type { Share } from '@wayproof/kernel/share'
import { shortPeriod } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { count, percent, percentDigits } from '@wayproof/messages/number-format'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import type { Training } from '../api.ts'
import { ChartActions } from '../chart-panel/chart-actions.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './training.module.css'

const LEGEND = [
  { state: 'reached', running: false },
  { state: 'below', running: false },
  { state: 'below', running: true },
  { state: 'reached', running: true },
] as const

/** Shows the share passed of each unit in each quarter; only misses are tinted. */
export function UnitMatrix({ training, target }: { readonly training: Training; readonly target: number }) {
  const language = useLanguage()
  const { locale, words } = language
  const text = words.reporting.goalPictures.training
  const { none } = words.reporting.shell
  const { quarters } = training
  const rows = matrixRows(training, target, language).filter(({ cells }) => cells.some(({ state }) => state !== null))
  // A phone has room for two quarters.
  const isOld = (n: number) => n < quarters.length - 2
  const hasCounts = training.units.some(({ cells }) => cells.some(({ share }) => share !== null))
  const names = quarterNames(quarters, language)
  const isRunning = quarters.at(-1)?.running ?? false
  const legend = LEGEND.filter(({ running }) => isRunning || !running)
  return (
    <Panel
      title={text.title}
      actions={
        <ChartActions
          title={text.title}
          rows={[[text.unit, ...names], ...rows.map(({ name, cells }) => [name, ...cells.map(({ value }) => value)])]}
        />
      }
    >
      <WideTable caption={text.caption}>
        <thead>
          <tr>
            <th scope="col">{text.unit}</th>
            {quarters.map(({ quarter, running }, n) => (
              <th
                key={quarter}
                scope="col"
                data-number
                data-roomy={isOld(n) || undefined}
                className={running ? `${styles.quarter} ${styles.running}` : styles.quarter}
              >
                {names[n]}
              </th>
            ))}
            {hasCounts ? (
              <th scope="col" data-number>
                {text.missing}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className={styles.matrix}>
          {rows.map(({ name, isWritten, cells, missing }, row) => (
            <tr key={name} data-whole={row === 0 || undefined}>
              <th scope="row" translate={isWritten ? 'no' : undefined}>
                {name}
              </th>
              {cells.map(({ state, share }, n) => {
                const { quarter, running } = quarters[n] ?? { quarter: String(n), running: false }
                const word = state === null ? none : text.states[running ? 'running' : 'ended'][state]
                return (
                  <td
                    key={quarter}
                    data-number
                    data-roomy={isOld(n) || undefined}
                    className={running ? styles.running : undefined}
                    data-missed={state === 'below' ? (running ? 'running' : 'ended') : undefined}
                  >
                    <span className={styles.cell}>
                      {state === null ? null : <StatusShape shape={cellShape(state, running)} label={word} size={16} />}
                      {share === null
                        ? state === null
                          ? none
                          : word
                        : percentDigits(share.numerator / share.denominator)}
                    </span>
                  </td>
                )
              })}
              {hasCounts ? (
                <td data-number>
                  {missing === null ? none : text.missingOf(count(missing.people, locale), count(missing.due, locale))}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </WideTable>
      <ul className={styles.legend}>
        {legend.map(({ state, running }) => (
          <li key={`${state} ${running}`}>
            <span aria-hidden="true">
              <StatusShape shape={cellShape(state, running)} label="" size={16} />
            </span>
            {text.legend[running ? 'running' : 'ended'][state](percent(target))}
          </li>
        ))}
        {hasCounts ? null : <li>{text.noCounts}</li>}
      </ul>
    </Panel>
  )
}

/** A running quarter is never drawn as met or missed. */
function cellShape(state: 'reached' | 'below', isRunning: boolean): Shape {
  if (state === 'reached') return isRunning ? 'unknown' : 'demonstrated'
  return isRunning ? 'amber' : 'missed'
}

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

interface MatrixRow {
  readonly name: string
  /** Whether the name is a text of the register, which is not translated. */
  readonly isWritten: boolean
  readonly cells: readonly MatrixCell[]
  /** In the latest quarter; null if the reader may not see it. */
  readonly missing: { readonly people: number; readonly due: number } | null
}

/** Names each quarter; a year stands where it begins, and at the first one. */
const quarterNames = (quarters: Training['quarters'], { locale, words }: Language): readonly string[] =>
  quarters.map(({ quarter, running }, n) => {
    const text = words.reporting.goalPictures.training
    const short = shortPeriod(quarter, locale)
    const isFirstOfYear = n === 0 || quarter.endsWith('Q1')
    const name = isFirstOfYear ? text.quarterOfYear(short, quarter.slice(0, 4)) : short
    return running ? text.runningQuarter(name) : name
  })

/** Lists all staff first, then the units. */
function matrixRows({ quarters, units }: Training, target: number, { words }: Language): readonly MatrixRow[] {
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
