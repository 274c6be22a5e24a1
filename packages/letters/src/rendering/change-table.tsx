/** @jsxRuntime automatic */
import type { CSSProperties } from 'react'
import { CHANGE_MARKS } from '../contents/change-marks.ts'
import type { ChangeItem } from '../letter/letter-content.ts'
import { green, ink, red, soft } from './letter-theme.ts'

const COLOURS: Readonly<Record<ChangeItem['direction'], readonly [className: string, colour: string]>> = {
  better: ['green', green],
  worse: ['red', red],
  other: ['soft', soft],
}

const text: CSSProperties = { color: ink, fontSize: 16, lineHeight: '22px', paddingTop: 6, verticalAlign: 'top' }

/** One change per row, with the sign of its direction. */
export function ChangeTable({ items }: { readonly items: readonly ChangeItem[] }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 4 }}>
      <tbody>
        {items.map((item) => {
          const [className, color] = COLOURS[item.direction]
          return (
            <tr key={item.text}>
              <td className={className} width={24} style={{ ...text, color, fontSize: 12 }}>
                {CHANGE_MARKS[item.direction]}
              </td>
              <td className="ink" style={text}>
                {item.text}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
