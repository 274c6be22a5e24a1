/** @jsxRuntime automatic */
import type { CSSProperties } from 'react'
import type { GoalRow } from '../letter/letter-content.ts'
import { BarTable } from './bar-table.tsx'
import { faint, ink, line, soft } from './letter-theme.ts'
import { colourOf } from './status-colour.ts'
import { StatusShape } from './status-shape.tsx'

const name: CSSProperties = { color: ink, fontSize: 16, lineHeight: '22px', fontWeight: 600 }
const small: CSSProperties = { color: soft, fontSize: 14, lineHeight: '20px', paddingTop: 2 }
const figure: CSSProperties = { ...name, fontSize: 18, fontVariantNumeric: 'tabular-nums' }
const rule: CSSProperties = { borderTop: `1px solid ${line}`, paddingTop: 12, paddingBottom: 12, verticalAlign: 'top' }

/** Fixed, because no figure in a wide font may push the table beyond a phone's window. */
const FIGURE_WIDTH = 96

/** Five rows: the shape, the goal with its verdict and reason, its bar, and the figure against its target. */
export function GoalTable({ rows }: { readonly rows: readonly GoalRow[] }) {
  const isDrawn = rows.some(({ bar }) => bar !== undefined)
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ marginTop: isDrawn ? 8 : 20, tableLayout: 'fixed' }}
    >
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td className="line" width={30} style={{ ...rule, paddingTop: 14 }}>
              <StatusShape shape={row.shape} />
            </td>
            <td className="line" style={rule}>
              <div className="ink" style={name}>
                {row.name}{' '}
                <span
                  className={colourOf[row.shape].className}
                  style={{ color: colourOf[row.shape].colour, fontSize: 13, paddingLeft: 4 }}
                >
                  {row.word}
                </span>
              </div>
              <div className="soft" style={small}>
                {row.detail}
              </div>
              {row.beside.map((text) => (
                <div key={text} className="soft" style={small}>
                  {text}
                </div>
              ))}
              {row.note ? (
                <div className="soft" style={small}>
                  {row.note.text}
                  <span translate="no">{row.note.own}</span>
                </div>
              ) : null}
            </td>
            {isDrawn ? (
              <td className="line bars" width={136} style={{ ...rule, paddingLeft: 16 }}>
                {row.bar ? <BarTable bar={row.bar} colour={colourOf[row.shape].colour} /> : null}
              </td>
            ) : null}
            <td
              className="line"
              align="right"
              width={FIGURE_WIDTH}
              style={{ ...rule, paddingLeft: 16, textAlign: 'right' }}
            >
              <div className="ink" style={figure}>
                {row.value}
              </div>
              <div className="faint" style={{ ...small, color: faint, fontSize: 13 }}>
                {row.target}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
