/** @jsxRuntime automatic */

import type { Bar } from '../letter/letter-content.ts'
import { BAR_WIDTH, type BarPart, barCells } from './bar-cells.ts'
import { ink } from './letter-theme.ts'
import { TRACK } from './status-colour.ts'

const HEIGHTS: Readonly<Record<BarPart, number>> = { track: 8, interval: 8, value: 14, target: 18 }
const INTERVAL = '#b9c1c9'

interface BarTableProps {
  readonly bar: Bar
  /** The color of the goal's status. */
  readonly colour: string
}

/** A figure with its interval and target, drawn in cells. */
export function BarTable({ bar, colour }: BarTableProps) {
  const colours: Readonly<Record<BarPart, string>> = { track: TRACK, interval: INTERVAL, value: colour, target: ink }
  return (
    <table role="presentation" width={BAR_WIDTH} cellPadding={0} cellSpacing={0} style={{ tableLayout: 'fixed' }}>
      <tbody>
        <tr>
          {barCells(bar).map(({ part, width }, index) => (
            <td key={`${index}-${part}`} width={width} height={18} style={{ lineHeight: 0 }}>
              <div className={`bar-${part}`} style={{ height: HEIGHTS[part], backgroundColor: colours[part] }} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
