/** @jsxRuntime automatic */
import type { CSSProperties } from 'react'
import type { DecisionItem } from '../letter/letter-content.ts'
import { accent, ink, line, soft } from './letter-theme.ts'

const cell: CSSProperties = { borderTop: `1px solid ${line}`, padding: '12px 0', verticalAlign: 'top' }
const title: CSSProperties = { color: ink, fontSize: 16, lineHeight: '22px', fontWeight: 600 }
const detail: CSSProperties = { color: soft, fontSize: 14, lineHeight: '20px', paddingTop: 2 }
const due: CSSProperties = { color: ink, fontSize: 14, lineHeight: '22px' }

/** Requested decisions, one per row, with the due day on the right. */
export function DecisionTable({ items }: { readonly items: readonly DecisionItem[] }) {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ marginTop: 8, tableLayout: 'fixed' }}
    >
      <tbody>
        {items.map((item, index) => (
          <tr key={item.title}>
            <td className="line" width={30} style={cell}>
              <div className="teal" style={{ ...title, color: accent }}>
                {index + 1}
              </div>
            </td>
            <td className="line" style={cell}>
              <div className="ink" style={title}>
                {item.title}
              </div>
              <div className="soft" style={detail}>
                {item.detail}
              </div>
            </td>
            <td className="line due" align="right" width={132} style={{ ...cell, paddingLeft: 16, textAlign: 'right' }}>
              {item.due ? (
                <div className="ink" style={due}>
                  {item.due[0]}
                  <strong style={{ fontWeight: 600 }}>{item.due[1]}</strong>
                </div>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
