import type { Verdict } from '@wayproof/scorecard'
import { type BulletScale, place } from '@wayproof/scorecard/drawing'
import type { Shape } from '../letter/letter-content.ts'
import { ink } from '../rendering/letter-theme.ts'
import { colourOf, PALE, TRACK } from '../rendering/status-colour.ts'
import { at, svgOf } from './svg-text.ts'

const WIDTH = 116
const HEIGHT = 22
const MIDDLE = HEIGHT / 2
/** Room for half a dot at each end. */
const PAD = 6

/** A value against its target, as on the scorecard: track, wash for the interval, line for the target, dot for the figure. */
export function bulletSvg(
  { value, target, interval }: Pick<Verdict, 'value' | 'target' | 'interval'>,
  scale: BulletScale,
  shape: Shape,
): string {
  const x = (share: number) => PAD + place(share, scale) * (WIDTH - 2 * PAD)
  const { colour } = colourOf[shape]
  const open = shape === 'open-circle' || shape === 'dashed-circle'
  return svgOf(WIDTH, HEIGHT, [
    `<rect x="${PAD}" y="${MIDDLE - 2}" width="${WIDTH - 2 * PAD}" height="4" rx="2" fill="${TRACK}"/>`,
    ...(interval
      ? [
          `<rect x="${at(x(interval.lower))}" y="${MIDDLE - 5}" width="${at(x(interval.upper) - x(interval.lower))}" height="10" rx="5" fill="${PALE[shape]}"/>`,
        ]
      : []),
    `<path d="M${at(x(target))} 2V${HEIGHT - 2}" stroke="${ink}" stroke-width="1.6"/>`,
    ...(value === null
      ? []
      : [
          `<circle cx="${at(x(value))}" cy="${MIDDLE}" r="5" fill="${open ? '#ffffff' : colour}" stroke="${colour}" stroke-width="${open ? 2 : 0}"/>`,
        ]),
  ])
}
