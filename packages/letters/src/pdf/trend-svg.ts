import type { YearlyTrend } from '@wayproof/scorecard/drawing/goal-trend'
import { accent, faint, ink, soft } from '../rendering/letter-theme.ts'
import { TRACK } from '../rendering/status-colour.ts'
import { at, type Layers, svgOf, textAt } from './svg-text.ts'

const WIDTH = 156
const HEIGHT = 124
const LEFT = 38
const TOP = 16
const BOTTOM = 102
const LABEL = 11

/** A goal over years on a labeled axis from 0, each figure beside its point; a dashed line across for the target. */
export function trendSvg(
  { high, target, points }: YearlyTrend,
  {
    ends: [low, top],
    labelOf,
  }: { readonly ends: readonly [string, string]; readonly labelOf: (value: number) => string },
): Layers {
  const step = (WIDTH - LEFT) / Math.max(1, points.length)
  const x = (n: number) => LEFT + (n + 0.5) * step
  const y = (value: number) => BOTTOM - (value / high) * (BOTTOM - TOP)
  const last = points.length - 1
  const line = points.map(({ value, broken }, n) => {
    if (value === null) return ''
    const isDrawnOn = n > 0 && points[n - 1]?.value !== null && !broken
    return `${isDrawnOn ? 'L' : 'M'}${at(x(n))} ${at(y(value))}`
  })
  const axis = svgOf(WIDTH, HEIGHT, [
    textAt(top, { x: LEFT - 5, y: TOP + 4, size: LABEL, fill: faint, anchor: 'end' }),
    textAt(low, { x: LEFT - 5, y: BOTTOM + 4, size: LABEL, fill: faint, anchor: 'end' }),
    `<path d="M${LEFT} ${BOTTOM}H${WIDTH}" stroke="#c9ced5" stroke-width="1.2"/>`,
    ...(target === null
      ? []
      : [`<path d="M${LEFT} ${at(y(target))}H${WIDTH}" stroke="${ink}" stroke-width="1" stroke-dasharray="3 3"/>`]),
    ...points.map(({ year }, n) =>
      textAt(String(year), { x: x(n), y: HEIGHT - 4, size: LABEL, fill: faint, anchor: 'middle' }),
    ),
  ])
  const svg = svgOf(WIDTH, HEIGHT, [
    ...points.flatMap(({ broken }, n) =>
      broken && n > 0
        ? [`<path d="M${at(x(n - 0.5))} ${TOP}V${BOTTOM}" stroke="${soft}" stroke-width="1" stroke-dasharray="2 3"/>`]
        : [],
    ),
    ...points.flatMap(({ interval }, n) =>
      interval
        ? [
            `<path d="M${at(x(n))} ${at(y(interval.upper))}V${at(y(interval.lower))}" stroke="${TRACK}" stroke-width="8"/>`,
          ]
        : [],
    ),
    `<path d="${line.join('')}" fill="none" stroke="${soft}" stroke-width="1.4"/>`,
    ...points.flatMap(({ value }, n) => (value === null ? [] : figure(value, n))),
  ])
  return { axis, svg }

  function figure(value: number, n: number): readonly string[] {
    const isLast = n === last
    // Below a point at the top or under the target, so that the target does not cross the text; above any other.
    const isBelow = y(value) < TOP + 14 || (target !== null && value < target && y(value) < BOTTOM - 20)
    const beside = isBelow ? 17 : -8
    return [
      `<circle cx="${at(x(n))}" cy="${at(y(value))}" r="${isLast ? 4 : 2.6}" fill="${isLast ? accent : soft}"/>`,
      textAt(labelOf(value), {
        ...{ x: x(n), y: y(value) + beside, size: LABEL, anchor: 'middle' },
        ...(isLast ? { fill: ink, isBold: true } : { fill: soft }),
      }),
    ]
  }
}
