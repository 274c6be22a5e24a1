import { messages } from '@wayproof/messages'
import { judgeCustomerSatisfaction, RULES } from '@wayproof/scorecard'
import { expect, it } from 'vitest'
import { estimateFacts } from './estimate-facts.ts'

const cell = (region: string, opinions: number, satisfied: number) => {
  return { categories: { region }, baseWeight: 1, opinions, satisfied }
}

const judged = (margins: Record<string, Record<string, number>> | null) =>
  judgeCustomerSatisfaction(
    {
      improvementChosen: true,
      wave: {
        open: false,
        trendBreak: null,
        changedClose: null,
        minimumForStatus: 100,
        eligible: 10_000,
        invited: 1_000,
        delivered: 990,
        answered: 400,
        counts: [0, 0, 70, 330, 0],
        withoutOpinion: 0,
        cells: [cell('east', 300, 270), cell('west', 100, 60)],
        margins,
      },
    },
    { period: { kind: 'half-year', year: 2025, index: 2 }, asOf: '2025-12-31', rules: RULES },
  )

it('shows weighted and counted side by side, and what the weights cost, in both languages', () => {
  const verdict = judged({ region: { east: 5_000, west: 5_000 } })
  const en = { locale: 'en', words: messages('en') } as const
  expect(estimateFacts(verdict, en)).toEqual([
    ['As counted, without weights', '82.5\u00a0%'],
    ['Weighted to', 'trip type, channel, region and language of all eligible customers'],
    ['As sure as', '277 answers drawn at random (of 400 given)'],
    ['Cost of unequal weights', 'design effect 1.33; 1 is none, above 2 is much'],
    // (0.85 x 1,000 - 0.75 x 400) / 600
    ['If the silent had answered', 'missed unless at least 91.7\u00a0% of them are satisfied'],
  ])
  expect(en.words.scorecard.line(verdict)).toContain('Counted 82.5\u00a0%; weighted')
  expect(en.words.scorecard.title(verdict)).toContain('75\u00a0%')
  const zh = { locale: 'zh-CN', words: messages('zh-CN') } as const
  expect(estimateFacts(verdict, zh)[2]).toEqual(['可靠程度相当于', '随机抽取 277 份回答（实有 400 份）'])
})

it('says that nothing was weighted where the margins are not known', () => {
  const en = { locale: 'en', words: messages('en') } as const
  expect(estimateFacts(judged(null), en)).toEqual([
    ['As counted, without weights', '82.5\u00a0%'],
    ['Weighted to', 'nothing; the count decides'],
    ['If the silent had answered', 'missed unless at least 86.7\u00a0% of them are satisfied'],
  ])
})
