/** @jsxRuntime automatic */
import type { CSSProperties } from 'react'
import type { Shape } from '../letter/letter-content.ts'
import { amber, green, grey, red } from './letter-theme.ts'

const cell: CSSProperties = {
  width: 18,
  height: 18,
  boxSizing: 'border-box',
  fontSize: 12,
  lineHeight: '14px',
  fontWeight: 700,
  textAlign: 'center',
  verticalAlign: 'middle',
  padding: 0,
}

const filled = (colour: string, radius: string): CSSProperties => ({
  ...cell,
  color: '#ffffff',
  backgroundColor: colour,
  border: `2px solid ${colour}`,
  borderRadius: radius,
})
const open = (colour: string, stroke: string): CSSProperties => ({
  ...cell,
  color: colour,
  border: `2px ${stroke} ${colour}`,
  borderRadius: '50%',
})

// Text glyphs in a bordered cell, because mail clients show neither inline SVG nor remote pictures.
const looks: Record<Shape, { readonly glyph: string; readonly style: CSSProperties; readonly className: string }> = {
  'filled-circle': { glyph: '\u2713', style: filled(green, '50%'), className: 'mark' },
  'open-circle': { glyph: '\u2713', style: open(green, 'solid'), className: 'green' },
  'filled-square': { glyph: '\u2715', style: filled(red, '4px'), className: 'mark' },
  triangle: { glyph: '\u25b2', style: { ...cell, color: amber, fontSize: 18, lineHeight: '18px' }, className: 'amber' },
  'dashed-circle': { glyph: '\u00a0', style: open(grey, 'dashed'), className: 'grey' },
}

/** The shape before a goal's name. Screen readers skip it, because the word beside it says the same. */
export function StatusShape({ shape }: { readonly shape: Shape }) {
  const { glyph, style, className } = looks[shape]
  return (
    <table
      role="presentation"
      aria-hidden="true"
      cellPadding={0}
      cellSpacing={0}
      style={{ borderCollapse: 'separate' }}
    >
      <tbody>
        <tr>
          <td className={className} style={style}>
            {glyph}
          </td>
        </tr>
      </tbody>
    </table>
  )
}
