import { shortPeriod } from '@wayproof/messages/date-format'
import { sharePoints } from '@wayproof/messages/goal-value'
import { percent, percentDigits } from '@wayproof/messages/number-format'
import type { ShareChange } from '@wayproof/scorecard/claims/share-change'
import type { GoalView } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'

const NUMBERS = ['share', 'difference', 'interval', 'seen'] as const

/** Compares satisfaction with the half-year before and the same season last year, weighted and unweighted. */
export function WaveChangePanel({ waves }: { readonly waves: GoalView['waves'] }) {
  const { locale, words } = useLanguage()
  const text = words.scorecard.waveChanges
  const breakTexts = words.reporting.goal.trend.broken
  const rows = waves.flatMap(({ period, change }) => [
    ...(change?.weighted ? [{ period, kind: text.weighted, change: change.weighted }] : []),
    ...(change ? [{ period, kind: text.counted, change: change.unweighted }] : []),
  ])
  return (
    <Panel title={text.title}>
      {waves.map((wave) => (
        <p key={wave.period} className={styles.said}>
          {wave.broken ? text.broken(wave.period, breakTexts[wave.broken]) : text.compared(wave)}
        </p>
      ))}
      {rows.length > 0 ? (
        <WideTable caption={text.caption}>
          <ColumnHeads columns={['since', ...NUMBERS, 'strength']} names={text.columns} numbers={NUMBERS} />
          <tbody>
            {rows.map(({ period, kind, change }) => (
              <tr key={period + kind}>
                <th scope="row">{words.reporting.shell.labelled(shortPeriod(period, locale), kind)}</th>
                <Cells change={change} />
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      <p className={styles.more}>{text.help}</p>
    </Panel>
  )
}

function Cells({ change }: { readonly change: ShareChange }) {
  const { locale, words } = useLanguage()
  const text = words.scorecard.waveChanges
  const { before, after, interval, strength, detectable } = change
  return (
    <>
      <td data-number>{`${percentDigits(before)} → ${percent(after)}`}</td>
      <td data-number>{sharePoints(before, after, locale)}</td>
      <td data-number>{text.between(interval)}</td>
      <td data-number>{text.seen(detectable)}</td>
      <td>{words.scorecard.claims.changeWord(strength)}</td>
    </>
  )
}
