import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import { isTraced } from '@wayproof/scorecard/traced-figure'
import type { Measure } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './measures.module.css'

interface MeasurePanelProps {
  readonly measure: Measure
  readonly period: string
  readonly maySuspect: boolean
}

/** Shows the indicators of a measure: definition, value and sources. */
export function MeasurePanel({ measure: { id, owner, indicators }, period, maySuspect }: MeasurePanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.measures
  const { columns } = text
  return (
    <div id={id} className={styles.measure}>
      <Panel
        title={text.names[id]}
        actions={<span className={ui.soft}>{text.ownedBy(words.goals.owners[owner])}</span>}
      >
        <WideTable caption={text.names[id]} isStacked>
          <ColumnHeads columns={['indicator', 'value', 'evidence']} names={columns} />
          <tbody>
            {indicators.map(({ id: indicator, value, evidence, lastOn }) => {
              const [name, formula] = text.indicators[indicator]
              const rests = evidence.map((register) => text.evidence[register]).join(words.reporting.shell.listed)
              const hasNoNumber = value.kind === 'unknown' || value.kind === 'suppressed'
              return (
                <tr key={indicator}>
                  <th scope="row">
                    {name}
                    <span className={styles.formula}>{formula}</span>
                  </th>
                  <td data-label={columns.value} className={hasNoNumber ? ui.soft : styles.value}>
                    {isTraced(indicator) && !hasNoNumber ? (
                      <Link
                        to="/rows/$figure"
                        params={{ figure: indicator }}
                        search={{ period }}
                        aria-label={words.reporting.shell.labelled(
                          words.reporting.samples.rows.open(name),
                          text.value(value),
                        )}
                      >
                        {text.value(value)}
                      </Link>
                    ) : (
                      text.value(value)
                    )}
                    {value.kind === 'jump' && value.triageWanted && maySuspect ? (
                      <Link
                        to="/registers/$register"
                        params={{ register: 'incidents' }}
                        search={{ row: 'new' }}
                        className={styles.goal}
                      >
                        {text.suspect}
                      </Link>
                    ) : null}
                  </td>
                  <td data-label={columns.evidence} className={ui.soft}>
                    {rests === ''
                      ? words.reporting.shell.none
                      : lastOn
                        ? text.latest(rests, day(lastOn, locale))
                        : rests}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </WideTable>
      </Panel>
    </div>
  )
}
