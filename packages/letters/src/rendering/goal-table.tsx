/** @jsxRuntime automatic */

import { place } from '@wayproof/scorecard/drawing/bullet'
import type { CSSProperties } from 'react'
import type { Bar, GoalRow, Shape } from '../letter/letter-content.ts'
import { amber, faint, green, grey, ink, line, red, soft } from './letter-theme.ts'
import { colourOf, TRACK } from './status-colour.ts'

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

/** @jsxRuntime automatic */
const HEIGHTS: Readonly<Record<BarPart, number>> = { track: 8, interval: 8, value: 14, target: 18 }
const INTERVAL = '#b9c1c9'

interface BarTableProps {
  readonly bar: Bar
  /** The color of the goal's status. */
  readonly colour: string
}

/** A figure with its interval and target, drawn in cells. */
function BarTable({ bar, colour }: BarTableProps) {
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

type BarPart = 'track' | 'interval' | 'value' | 'target'

interface BarCell {
  readonly part: BarPart
  readonly width: number
}

const BAR_WIDTH = 120
const VALUE_WIDTH = 4
const TARGET_WIDTH = 2
/** Cells cannot be distinguished on a short scale, so every bar runs from 0 to 100 %. */
const WHOLE = { low: 0, high: 1 }

/** Draws a bar as table cells, left to right, because every mail program shows cells and not every one shows pictures. */
function barCells({ value, interval, target }: Bar): readonly BarCell[] {
  const parts = Array.from({ length: BAR_WIDTH }, (): BarPart => 'track')
  const paint = (part: BarPart, from: number, width: number) => {
    const first = Math.min(Math.max(0, Math.round(from)), BAR_WIDTH - width)
    parts.fill(part, first, first + width)
  }
  if (interval) {
    const [lower, upper] = interval.map(placeOf) as [number, number]
    paint('interval', lower, Math.max(1, Math.round(upper - lower)))
  }
  paint('value', placeOf(value) - VALUE_WIDTH / 2, VALUE_WIDTH)
  paint('target', placeOf(target) - TARGET_WIDTH / 2, TARGET_WIDTH)
  const cells: BarCell[] = []
  for (const part of parts) {
    const last = cells.at(-1)
    if (last?.part === part) cells.splice(-1, 1, { part, width: last.width + 1 })
    else cells.push({ part, width: 1 })
  }
  return cells
}

const placeOf = (share: number): number => place(share, WHOLE) * BAR_WIDTH

/** @jsxRuntime automatic */
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
function StatusShape({ shape }: { readonly shape: Shape }) {
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
