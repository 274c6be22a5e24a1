import { openTestDatabase } from '@wayproof/database/testing/engines'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { halfYear, periodKey } from '@wayproof/kernel/calendar/period'
import type { AnswerValues } from '@wayproof/survey/answers/answer'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { expect, it } from 'vitest'
import { breakDownSatisfaction } from '../../breakdown/break-down-satisfaction.ts'
import { openExact } from '../../exact.ts'
import { judgeCustomerSatisfaction } from '../../goals/customer-satisfaction.ts'
import { RULES } from '../../rules.ts'
import { factSource } from '../fact-source.ts'
import { surveyFacts } from './survey-facts.ts'

const half = halfYear(2025, 2)
const period = periodKey(half)
const text = (words: string) => ({ 'zh-CN': words, en: words })

const { sat5, trust5 } = DEFAULT_QUESTIONNAIRE.scales
if (!sat5 || !trust5) throw new Error('no scale')

const onScale = (values: readonly number[], satisfied?: readonly number[]): Questionnaire => {
  const points = values.map((value) => ({ value, ...text(`point ${value}`) }))
  const rated = { points, ...(satisfied && { satisfied }) }
  const scales = {
    sat5: { id: 'sat5', offScale: sat5.offScale, ...rated },
    trust5: { id: 'trust5', offScale: trust5.offScale, ...rated },
  }
  return { ...DEFAULT_QUESTIONNAIRE, scales }
}

async function judged(questionnaire: Questionnaire, answers: readonly AnswerValues[]) {
  const database = await openTestDatabase()
  await holdWave(database, { period, minimumForStatus: 10, questionnaire }, answers)
  const facts = factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES })
  const satisfaction = await (await facts.forHalfYear(period)).satisfaction(half)
  const verdict = openExact(judgeCustomerSatisfaction(satisfaction, { period: half, asOf: '2026-02-01', rules: RULES }))
  const breakdown = await breakDownSatisfaction({ facts }, { period })
  const everybody = breakdown.ok ? breakdown.value.now.everybody : null
  return { verdict, everybody, survey: await surveyFacts(database.query, period) }
}

const rated = (many: number, point: number): readonly AnswerValues[] =>
  Array.from({ length: many }, () => ({ overall: String(point), trust: String(point), notice: String(point) }))

const oneTo = (points: number) => Array.from({ length: points }, (_, nth) => nth + 1)

const SCALES = [
  ['2 points', oneTo(2), [2]],
  ['3 points', oneTo(3), [3]],
  ['4 points', oneTo(4), [3, 4]],
  ['7 points', oneTo(7), [6, 7]],
  ['11 points from 0', oneTo(11).map((value) => value - 1), [8, 9, 10]],
  ['5 points with the best first', oneTo(5), [1, 2]],
  ['7 points listed from the best down', oneTo(7).toReversed(), [5, 6, 7]],
] as const

it.each(SCALES)(
  'counts the satisfied points of a scale of %s in goal, breakdown and trust',
  async (_, values, named) => {
    const others = values.filter((value) => !(named as readonly number[]).includes(value))
    const answers = [...named.flatMap((point) => rated(30, point)), ...others.flatMap((point) => rated(10, point))]
    const share = { numerator: 30 * named.length, denominator: answers.length }
    const { verdict, everybody, survey } = await judged(onScale(values, named), answers)
    expect(verdict.share).toEqual(share)
    expect(verdict.figures).toMatchObject({ n: share.denominator, top2: share.numerator, withoutOpinion: 0 })
    const coarse = Math.floor((20 * share.numerator) / share.denominator) / 20
    expect(everybody).toMatchObject({ kind: 'shown', topTwo: { kind: 'at' } })
    expect(Math.abs((everybody?.kind === 'shown' ? everybody.topTwo.value : 0) - coarse)).toBeLessThan(0.051)
    expect(survey?.trust?.rated).toEqual(share)
    expect(survey?.items.find(({ item }) => item === 'notice')).toMatchObject({ valid: share.denominator })
  },
)

it('a published scale of 1 to 5 that names no satisfied points counts 4 and 5', async () => {
  const { verdict } = await judged(onScale(oneTo(5)), [...rated(30, 4), ...rated(30, 5), ...rated(40, 3)])
  expect(verdict.share).toEqual({ numerator: 60, denominator: 100 })
})

it('another published scale that names no satisfied points gives no figure and says so', async () => {
  const { verdict, everybody, survey } = await judged(onScale(oneTo(7)), rated(100, 7))
  expect(verdict).toMatchObject({ verdict: 'unknown', status: 'no-data', reason: 'no-satisfied-points' })
  expect(verdict).toMatchObject({ value: null, share: null, interval: null, figures: { n: null, top2: null } })
  expect(everybody?.kind).toBe('absent')
  expect(survey?.trust?.rated).toBeNull()
})
