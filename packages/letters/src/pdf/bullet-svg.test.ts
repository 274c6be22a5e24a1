import { axisLabels } from '@wayproof/messages/goal-value'
import { drawnBullet } from '@wayproof/scorecard/drawing/bullet'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { expect, test } from 'vitest'
import { summary } from '../testing/sample-summary.ts'
import { bulletSvg } from './goal-charts.ts'
import { wholeSvg } from './svg-text.ts'

const [, , leaks, satisfaction] = summary.scorecard.verdicts as [Verdict, Verdict, Verdict, Verdict]

const svgOf = (verdict: Verdict) => {
  const drawn = drawnBullet(verdict)
  return wholeSvg(bulletSvg(drawn, axisLabels(verdict.goal, drawn.scale.high, 'en'), 'filled-circle'))
}

test('a share lies where its axis of 0, 50 and 100% says', () => {
  const svg = svgOf({ ...satisfaction, value: 0.5, interval: null, target: 0.926 } as Verdict)
  expect(svg.match(/>([^<>]+)<\/text>/g)).toEqual(['>0</text>', '>50</text>', '>100%</text>'])
  // The track is 184 units wide and begins at 8.
  expect(svg).toContain('<circle cx="100"')
  expect(svg).toContain(`M${(8 + 0.926 * 184).toFixed(1)} `)
})

test('leaks lie on an axis of counts beside the same part of the baseline year', () => {
  const figures = { ...leaks.figures, baselineYear: 2025, baselineSoFar: 9, currentYear: 2026, currentCount: 4 }
  const svg = svgOf({ ...leaks, asOf: '2026-06-30', reason: 'running', target: 0.5, figures } as Verdict)
  expect(svg.match(/>([^<>]+)<\/text>/g)).toEqual(['>0</text>', '>5</text>', '>10</text>', '>2025</text>'])
  expect(svg).toContain(`M${(8 + 0.45 * 184).toFixed(1)} `)
})
