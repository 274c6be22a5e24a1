import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import type { Measure } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { statusShapeOf } from '../glyphs/status-shape-of.ts'
import { useLanguage } from '../language.tsx'
import styles from './measures.module.css'

interface ClauseMapProps {
  readonly measures: readonly Measure[]
  readonly period: string
}

/** Indexes the measures and goals of the policy paper: owner, latest evidence, open gaps. */
export function ClauseMap({ measures, period }: ClauseMapProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.measures
  const { mapColumns: columns } = text
  return (
    <Panel title={text.map}>
      <WideTable caption={text.map} isStacked>
        <ColumnHeads columns={['clause', 'owner', 'state', 'last', 'gap']} names={columns} />
        <tbody>
          {measures.map(({ id, owner, goals, lastOn, unknown, indicators }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`#${id}`}>{text.names[id]}</a>
                <span className={styles.formula}>{text.promises[id]}</span>
              </th>
              <td data-label={columns.owner}>{words.goals.owners[owner]}</td>
              <td data-label={columns.state}>
                {goals.length === 0 ? <span className={ui.soft}>{text.noGoal}</span> : null}
                {goals.map(({ goal, ...verdictStatus }) => {
                  const shape = statusShapeOf(verdictStatus)
                  return (
                    <Link key={goal} to="/goal/$goal" params={{ goal }} search={{ period }} className={styles.goal}>
                      <StatusShape shape={shape} label={words.reporting.shell.shapes[shape]} size={18} />
                      {words.goals.names[goal]}
                    </Link>
                  )
                })}
              </td>
              <td data-label={columns.last} className={lastOn ? undefined : ui.soft}>
                {lastOn ? day(lastOn, locale) : text.noEvidence}
              </td>
              <td data-label={columns.gap}>{unknown === 0 ? text.noGap : text.gap(unknown, indicators.length)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
