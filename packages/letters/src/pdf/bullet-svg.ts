import { type DrawnBullet, place } from '@wayproof/scorecard/drawing/bullet'
import type { Shape } from '../letter/letter-content.ts'
import { faint, grey, ink } from '../rendering/letter-theme.ts'
import { colourOf, PALE } from '../rendering/status-colour.ts'
import { at, type Layers, svgOf, textAt } from './svg-text.ts'

const WIDTH = 200
const HEIGHT = 44
const MIDDLE = 20
const LABEL = 11
/** Room for half a mark at each end. */
const PAD = 8

/**
 * A value against its target on a labeled axis from 0: pale bar for the interval, line for the target, mark of the
 * status for the figure; for leaks a gray dot for the baseline year.
 */
export function bulletSvg(
  { scale, value, target, interval, before }: DrawnBullet,
  [low, middle, high]: readonly [string, string, string],
  shape: Shape,
): Layers {
  const x = (position: number) => PAD + place(position, scale) * (WIDTH - 2 * PAD)
  const label = { y: HEIGHT - 3, size: LABEL, fill: faint }
  const axis = svgOf(WIDTH, HEIGHT, [
    `<path d="M${PAD} ${MIDDLE}H${WIDTH - PAD}M${PAD} ${MIDDLE - 3}v6M${WIDTH / 2} ${MIDDLE - 3}v6M${WIDTH - PAD} ${MIDDLE - 3}v6" fill="none" stroke="${LINE}" stroke-width="1.5"/>`,
    textAt(low, { ...label, x: 2 }),
    textAt(middle, { ...label, x: WIDTH / 2, anchor: 'middle' }),
    textAt(high, { ...label, x: WIDTH - 2, anchor: 'end' }),
  ])
  const svg = svgOf(WIDTH, HEIGHT, [
    ...(interval
      ? [
          `<rect x="${at(x(interval.lower))}" y="${MIDDLE - 7}" width="${at(x(interval.upper) - x(interval.lower))}" height="14" rx="3" fill="${PALE[shape]}"/>`,
        ]
      : []),
    ...(before
      ? [
          `<circle cx="${at(x(before.count))}" cy="${MIDDLE}" r="4" fill="${grey}"/>`,
          textAt(String(before.year), { ...label, ...besideDot(x(before.count)), y: MIDDLE - 8 }),
        ]
      : []),
    ...(target === null ? [] : [`<path d="M${at(x(target))} ${MIDDLE - 9}v18" stroke="${ink}" stroke-width="2.4"/>`]),
    ...(value === null ? [] : [mark(shape, x(value))]),
  ])
  return { axis, svg }
}

const LINE = '#c9ced5'

/** Keeps the text inside of the drawing. */
const besideDot = (x: number) =>
  ({ x, anchor: x < LABEL * 2 ? 'start' : x > WIDTH - LABEL * 2 ? 'end' : 'middle' }) as const

/** The outline of the status, so that it is seen without its color. */
function mark(shape: Shape, x: number): string {
  const { colour } = colourOf[shape]
  switch (shape) {
    case 'filled-square':
      return `<rect x="${at(x - 4.5)}" y="${MIDDLE - 4.5}" width="9" height="9" rx="1.5" fill="${colour}"/>`
    case 'triangle':
      return `<path d="M${at(x)} ${MIDDLE - 5.5}l5.5 10h-11z" fill="${colour}"/>`
    case 'filled-circle':
      return `<circle cx="${at(x)}" cy="${MIDDLE}" r="5" fill="${colour}"/>`
    default:
      return `<circle cx="${at(x)}" cy="${MIDDLE}" r="4" fill="#ffffff" stroke="${colour}" stroke-width="2.2"/>`
  }
}
