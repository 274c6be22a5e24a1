import { periodName } from '@wayproof/messages/date-format'
import { BRIDGE_NOTES, BRIDGE_STEPS, type BridgeRow, signedStep } from '@wayproof/scorecard/goals/bridge'
import { type ReactNode, useState } from 'react'
import type { BridgeView } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import styles from './bridge.module.css'
import { BridgeRows } from './bridge-rows.tsx'

interface BridgePanelsProps {
  readonly bridges: readonly BridgeView[]
  /** The half-year of the page. */
  readonly period: string
}

/** Shows how each denominator came about; training has one for each quarter. */
export function BridgePanels({ bridges, period }: BridgePanelsProps) {
  if (bridges.length === 0) return null
  return (
    <div className={styles.bridges}>
      {bridges.map((bridge) => (
        <BridgePanel key={bridge.period} bridge={bridge} period={period} />
      ))}
    </div>
  )
}

/** Says beside the figure who is not counted; nothing while everybody is. */
export function BridgeLines({ bridges }: Pick<BridgePanelsProps, 'bridges'>) {
  const { locale, words } = useLanguage()
  return bridges
    .filter(({ steps, notes }) => steps.excluded + notes.waiting + notes['out-of-scope'] > 0)
    .map((bridge) => (
      <p key={bridge.period} className={`${ui.soft} ${styles.line}`}>
        {words.bridge.line(words.bridge.title, periodName(bridge.period, locale), bridge)}
      </p>
    ))
}

type Line = BridgeRow['line']

function BridgePanel({ bridge, period }: { readonly bridge: BridgeView; readonly period: string }) {
  const { locale, words } = useLanguage()
  const [openLine, setOpenLine] = useState<Line | null>(bridge.notes.waiting > 0 ? 'waiting' : null)
  const text = words.bridge
  const { goal, steps, notes, atStart, atEnd, origin, changed, rows } = bridge
  const name = periodName(bridge.period, locale)
  const ends = text.ends[goal]
  const lineName = (line: Line) => (line === 'waiting' || line === 'out-of-scope' ? text.notes[line] : text.steps[line])
  const named = (line: Line) =>
    rows.some((row) => row.line === line) ? (
      <LinkButton
        aria-expanded={openLine === line}
        onClick={() => setOpenLine((current) => (current === line ? null : line))}
      >
        {lineName(line)}
      </LinkButton>
    ) : (
      lineName(line)
    )
  return (
    <Panel title={text.titleOf(name)}>
      {origin === 'today' ? null : (
        <p className={ui.soft}>
          {origin === 'not-sealed' ? text.notSealed : changed ? text.sealedChanged : text.sealed}
        </p>
      )}
      <div className={styles.sum}>
        <WideTable caption={text.caption(words.goals.names[goal], name)}>
          <tbody>
            <Row name={ends.start} count={text.count(atStart)} />
            {BRIDGE_STEPS.filter((step) => steps[step] > 0).map((step) => (
              <Row key={step} name={named(step)} count={text.signed(signedStep(step, steps[step]))} />
            ))}
            <Row name={<strong>{ends.end}</strong>} count={<strong>{text.count(atEnd)}</strong>} />
            {BRIDGE_NOTES.filter((note) => notes[note] > 0).map((note) => (
              <Row key={note} name={named(note)} count={text.count(notes[note])} isBeside />
            ))}
          </tbody>
        </WideTable>
      </div>
      <p className={ui.soft}>
        {text.scopeRule[goal]} {bridge.rowsHidden ? text.staffHidden : null}
      </p>
      {openLine ? (
        <BridgeRows
          key={openLine}
          goal={goal}
          name={lineName(openLine)}
          rows={rows.filter((row) => row.line === openLine)}
          period={origin === 'today' ? period : null}
        />
      ) : null}
    </Panel>
  )
}

interface RowProps {
  readonly name: ReactNode
  readonly count: ReactNode
  /** It is no part of the sum. */
  readonly isBeside?: boolean
}

const Row = ({ name, count, isBeside }: RowProps) => (
  <tr className={isBeside ? styles.beside : undefined}>
    <th scope="row">{name}</th>
    <td data-number>{count}</td>
  </tr>
)
