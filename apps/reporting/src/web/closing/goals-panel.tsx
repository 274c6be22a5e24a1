import { verdictValue } from '@wayproof/messages/goal-value'
import { shapeOf } from '@wayproof/scorecard/claims/verdict-shape'
import type { Closing } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './closing.module.css'
import { SignatureCell } from './signature-cell.tsx'

/** Lists the frozen or sealed goals and their signatures. */
export function GoalsPanel({ view, period }: { readonly view: Closing; readonly period: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.goals
  const { columns } = text
  return (
    <Panel title={text.title}>
      <WideTable caption={text.caption} isStacked>
        <ColumnHeads columns={['goal', 'figure', 'owner', 'signed']} names={columns} numbers={['figure']} />
        <tbody>
          {view.scorecard.verdicts.map((verdict) => {
            const shape = shapeOf(verdict)
            const goal = view.goals.find((candidate) => candidate.goal === verdict.goal)
            return (
              <tr key={verdict.goal} className={styles.row}>
                <th scope="row">
                  <span className={styles.goal}>
                    <StatusShape shape={shape} label={words.scorecard.claims.label(verdict)} />
                    {words.goals.names[verdict.goal]}
                  </span>
                </th>
                <td data-number data-label={columns.figure}>
                  {verdictValue(verdict, locale) ?? words.reporting.scorecard.noValue}{' '}
                  <span className={styles.target}>{words.scorecard.target(verdict)}</span>
                </td>
                <td data-label={columns.owner}>{words.goals.owners[verdict.owner]}</td>
                <td data-label={columns.signed}>
                  {goal ? <SignatureCell goal={goal} freeze={view.freeze} period={period} stage={view.stage} /> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </WideTable>
    </Panel>
  )
}
