import { type DrawnTrend, path, spark } from '@wayproof/scorecard/drawing'
import type { Shape } from '../letter/letter-content.ts'
import { faint, soft } from '../rendering/letter-theme.ts'
import { colourOf, PALE, TRACK } from '../rendering/status-colour.ts'
import { at, svgOf } from './svg-text.ts'

const WIDTH = 76
const HEIGHT = 22
const PAD = 4

/** A goal's last half-years, as on the scorecard: a line with gaps, washes for the intervals, the target dashed, the present one in its status. */
export function trendSvg(trend: DrawnTrend, broken: readonly boolean[], shape: Shape): string {
  const width = WIDTH - 2 * PAD
  const { points, targetY } = spark(trend, { width, height: HEIGHT - 2 * PAD })
  const last = points.length - 1
  const gap = (i: number) => at((i - 0.5) * (width / last))
  const parts = [
    `<path d="M${-PAD} ${at(targetY)}H${width + PAD}" stroke="${faint}" stroke-width="0.8" stroke-dasharray="2.4 2.4"/>`,
    ...broken.flatMap((is, i) =>
      is
        ? [
            `<path d="M${gap(i)} ${-PAD}V${HEIGHT - PAD}" stroke="${soft}" stroke-width="0.8" stroke-dasharray="1.6 2.4"/>`,
          ]
        : [],
    ),
    ...points.flatMap((point, i) =>
      point?.range
        ? [
            `<path d="M${at(point.x)} ${at(point.range[0])}V${at(point.range[1])}" stroke="${i === last ? PALE[shape] : TRACK}" stroke-width="5"/>`,
          ]
        : [],
    ),
    `<path d="${path(points, broken)}" fill="none" stroke="${soft}" stroke-width="1.2"/>`,
    ...points.flatMap((point, i) =>
      point
        ? [
            `<circle cx="${at(point.x)}" cy="${at(point.y)}" r="${i === last ? 3 : 1.8}" fill="${i === last ? colourOf[shape].colour : soft}"/>`,
          ]
        : [],
    ),
  ]
  return svgOf(WIDTH, HEIGHT, [`<g transform="translate(${PAD} ${PAD})">${parts.join('')}</g>`])
}
