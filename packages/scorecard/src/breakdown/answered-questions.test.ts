import { shownPeople, shownShare } from '@wayproof/survey/disclosure/shown-share'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GroupFigure } from '../disclosure/suppress-cells.ts'
import type { RatedItem, ShareKind } from '../facts.ts'
import { answeredQuestions, recommendationOf } from './answered-questions.ts'
import type { Breakdown } from './breakdown.ts'

const k = 5
const words = (text: string) => ({ 'zh-CN': text, en: text })
const item = (id: string, kind: ShareKind, stem: string | null): RatedItem => {
  return { id, kind, text: words(id), stem: stem === null ? null : words(stem), broken: null }
}
const figure = (part: number, opinions: number): GroupFigure => {
  const people = shownPeople(opinions, k)
  const topTwo = shownShare(part, opinions, people)
  const interval = { lower: 0, upper: 1, level: 0.95 }
  return { kind: 'shown', people, topTwo, interval, withoutOpinion: { kind: 'at', value: 0 } }
}
const everybody = (figure: GroupFigure) => ({ period: '2026-H1', notShown: null, everybody: figure })
const breakdown = (item: RatedItem, now: GroupFigure, before: GroupFigure = { kind: 'absent' }): Breakdown => {
  return {
    items: [],
    item,
    smallestGroup: k,
    detail: null,
    minimum: 30,
    now: everybody(now),
    before: everybody(before),
    tables: [],
  }
}

it('groups choices under their question, and leaves ratings out', () => {
  const questions = answeredQuestions([
    breakdown(item('overall', 'rating', null), figure(40, 50)),
    breakdown(item('channels.app', 'chosen', 'Which?'), figure(40, 50), figure(10, 50)),
    breakdown(item('channels.web', 'chosen', 'Which?'), figure(20, 50)),
    breakdown(item('asked', 'yes', null), figure(25, 50)),
  ])
  expect(questions.map(({ id, kind, text, shares }) => [id, kind, text.en, shares.length])).toEqual([
    ['channels', 'choices', 'Which?', 2],
    ['asked', 'yes-no', 'asked', 1],
  ])
  expect(questions[0]?.shares[0]).toMatchObject({ now: { topTwo: { value: 0.8 } }, before: { topTwo: { value: 0.2 } } })
  expect(questions.every(({ recommendation }) => recommendation === null)).toBe(true)
})

it('a recommendation has a score in both half-years, unless too few answered or a share is hidden', () => {
  const asked = (now: readonly [number, number, number], before: readonly [number, number, number]) =>
    answeredQuestions([
      breakdown(item('recommend', 'promoters', null), figure(now[0], now[2]), figure(before[0], before[2])),
      breakdown(item('recommend.detractors', 'detractors', null), figure(now[1], now[2]), figure(before[1], before[2])),
    ])[0]
  expect(asked([120, 40, 200], [10, 5, 29])).toMatchObject({
    kind: 'recommendation',
    recommendation: { score: 0.4, others: 0.2, people: 200 },
    recommendationBefore: null,
  })
  expect(recommendationOf({ kind: 'hidden' }, figure(40, 200), 30)).toBeNull()
})

it('depends on the published shares and the shown base only, and contains the score', () => {
  const answers = fc
    .record({ n: fc.integer({ min: 30, max: 2_000 }), promoters: fc.nat(2_000), detractors: fc.nat(2_000) })
    .map(({ n, promoters, detractors }) => ({
      n,
      promoters: promoters % n,
      detractors: detractors % (n - (promoters % n)),
    }))
  fc.assert(
    fc.property(answers, ({ n, promoters, detractors }) => {
      const [most, least] = [figure(promoters, n), figure(detractors, n)]
      const found = recommendationOf(most, least, 30)
      if (!found) throw new Error('no score')
      const { score, interval, others, people } = found
      expect(score).toBeGreaterThanOrEqual(-1)
      expect(score).toBeLessThanOrEqual(1)
      expect(interval.lower - 0.001).toBeLessThanOrEqual(score)
      // A base that lies on the edge of the scale pulls the interval inward by the added answers.
      expect(interval.upper + 0.1).toBeGreaterThanOrEqual(score)
      expect(others).toBeGreaterThanOrEqual(0)
      expect(people % k).toBe(0)
      const copy = JSON.parse(JSON.stringify([most, least])) as readonly [GroupFigure, GroupFigure]
      expect(recommendationOf(...copy, 30)).toEqual(found)
    }),
  )
})
