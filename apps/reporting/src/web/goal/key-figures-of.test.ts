import { messages } from '@wayproof/messages/messages'
import type { Change } from '@wayproof/scorecard/change/change'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { expect, test } from 'vitest'
import { keyFigures } from './goal-page.tsx'

const change: Change = {
  goal: 'incident-reduction',
  from: 0.2,
  to: 0.5,
  strength: null,
  interval: null,
  detectable: null,
  broken: null,
}
const verdict = (currentCount: number, cap: number) =>
  ({
    goal: 'incident-reduction',
    value: 0.5,
    interval: null,
    target: 0.5,
    figures: { currentCount, cap, baselineCount: 8, baselineYear: 2024, evidence: null },
  }) as unknown as Verdict

test.each([
  [3, 4, '1 below the limit', '低于上限 1 起'],
  [4, 4, 'at the limit', '恰为上限'],
  [6, 4, '2 above the limit', '超出上限 2 起'],
])(
  '%i leaks of at most %i are held against the limit, not against the reduction of another year',
  (now, cap, en, zh) => {
    for (const [locale, room] of [
      ['en', en],
      ['zh-CN', zh],
    ] as const) {
      const figures = keyFigures(verdict(now, cap), change, { locale, words: messages(locale) })
      expect(figures[2]?.[0]).toBe(room)
      expect(figures.flat().join(' ')).not.toMatch(/points|百分点/)
    }
  },
)
