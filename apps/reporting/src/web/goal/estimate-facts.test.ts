import { messages } from '@wayproof/messages/messages'
import { judgeCustomerSatisfaction } from '@wayproof/scorecard/goals/customer-satisfaction'
import { publish } from '@wayproof/scorecard/publish/publish'
import { FINEST_STEP } from '@wayproof/scorecard/publish/published-step'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, it } from 'vitest'
import { trendRows } from '../trend/trend-panel.tsx'
import { estimateFacts } from './estimate-panel.tsx'

const cell = (region: string, opinions: number, satisfied: number) => {
  return { categories: { region }, baseWeight: 1, opinions, satisfied }
}

const verdictWith = (margins: Record<string, Record<string, number>> | null) =>
  publish(
    judgeCustomerSatisfaction(
      {
        improvementChosen: true,
        wave: {
          open: false,
          trendBreak: null,
          changedClose: null,
          minimumForStatus: 100,
          step: FINEST_STEP,
          eligible: 10_000,
          invited: 1_000,
          delivered: 990,
          answered: 400,
          rated: { numerator: 330, denominator: 400 },
          withoutOpinion: 0,
          cells: [cell('east', 300, 270), cell('west', 100, 60)],
          margins,
        },
      },
      { period: { kind: 'half-year', year: 2025, index: 2 }, asOf: '2025-12-31', rules: RULES },
    ),
  )

const short = (facts: ReturnType<typeof estimateFacts>) => facts.map(([name, value]) => [name, value])

it('explains the weighted and the unweighted share, the cost of weighting, and nonresponse', () => {
  const verdict = verdictWith({ region: { east: 5_000, west: 5_000 } })
  const en = { locale: 'en', words: messages('en') } as const
  const facts = estimateFacts(verdict, en)
  expect(short(facts)).toEqual([
    ['Weighted (decides)', '75%'],
    ['Unweighted', '82.5%'],
    ['Effective sample size', '277 of 400 answers'],
    ['Design effect', '1.33'],
    ['Weights trimmed', 'no answers, or only a few'],
    ['Respondents', 'differ significantly in region'],
    // (0.85 x 1,000 - 0.75 x 400) / 600
    ['If nonrespondents had answered', 'missed unless at least 86.7% of the silent are satisfied'],
    [
      'If willingness to answer differs',
      '66.6 to 81.9% if the satisfied answer up to 1.5 times as often as others, or as seldom',
    ],
    ['No opinion', '0%'],
    ['Satisfied, of all respondents', '82.5%'],
    ['Minimum responses for a status', '100'],
  ])
  const zh = { locale: 'zh-CN', words: messages('zh-CN') } as const
  const chinese = estimateFacts(verdict, zh)
  expect(chinese[2]?.slice(0, 2)).toEqual(['有效样本量', '277（共 400 份答卷）'])
  expect(new Set([...facts, ...chinese].map(([, , help]) => help)).size).toBe(22)
  expect(en.words.scorecard.line(verdict)).toContain('Unweighted 82.5%; effective sample size 277.')
  expect(en.words.scorecard.title(verdict)).toContain('75%')
})

it('says that answers are not weighted without population margins', () => {
  const en = { locale: 'en', words: messages('en') } as const
  expect(short(estimateFacts(verdictWith(null), en)).slice(0, 3)).toEqual([
    ['Weighted (decides)', 'not weighted; the unweighted share decides'],
    ['Unweighted', '82.5%'],
    ['If nonrespondents had answered', 'missed unless at least 86.7% of the silent are satisfied'],
  ])
})

it('shows a band for a few unanimous answers, and no figure that would reveal the share', () => {
  const bandVerdict = publish(
    judgeCustomerSatisfaction(
      {
        improvementChosen: true,
        wave: {
          open: false,
          trendBreak: null,
          changedClose: null,
          minimumForStatus: 100,
          step: FINEST_STEP,
          margins: null,
          eligible: 50,
          invited: 50,
          delivered: 50,
          answered: 16,
          withoutOpinion: 4,
          rated: { numerator: 12, denominator: 12 },
          cells: [cell('east', 12, 12)],
        },
      },
      { period: { kind: 'half-year', year: 2025, index: 2 }, asOf: '2025-12-31', rules: RULES },
    ),
  )
  for (const [locale, band, withoutShare] of [
    ['en', 'at least 11 of 12', '25%'],
    ['zh-CN', '12 人中至少 11 人', '25%'],
  ] as const) {
    const words = messages(locale)
    const { counted, withoutOpinion, minimum, help } = words.scorecard.estimate
    const facts = estimateFacts(bandVerdict, { locale, words })
    expect(facts[0]).toEqual([counted, band, help.band])
    expect(short(facts.slice(1))).toEqual([
      [withoutOpinion, withoutShare],
      [minimum, '100'],
    ])
    const point = { period: '2025-H2', value: null, interval: null, broken: null, band: bandVerdict.figures.band! }
    const [row] = trendRows(bandVerdict.goal, [{ ...point, verdict: bandVerdict.verdict, shape: 'unknown' }], {
      locale,
      words,
    })
    expect(row?.cells[1]).toBe(band)
  }
})
