import { expect, test } from 'vitest'
import {
  closedFixture,
  PERIOD as period,
  refused,
  type ScorecardFixture,
  scorecardFixture,
} from '../testing/scorecard-fixture.ts'
import { tracedRows } from '../testing/traced-rows.ts'
import { type DrawSample, drawSample } from './draw-sample.ts'
import { drawKeys, frameDigest, MOST_ROWS } from './sample-draw.ts'

const by = { id: 'auditor-1', name: 'Shen' }

const draw = ({ ports }: ScorecardFixture, more: Partial<DrawSample> = {}) =>
  drawSample(ports, { figure: 'partner-audit', period, side: 'denominator', size: 3, by, ...more })

/** A fixture with 10 partners, 4 of which passed. */
function partnerFixture() {
  const fixture = scorecardFixture()
  fixture.memory.facts.traced = tracedRows(10, 4)
  return fixture
}

test('the drawn rows follow from the stored seed and frame, so that an auditor can reproduce them', async () => {
  const fixture = partnerFixture()
  const outcome = await draw(fixture)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const { id, seed, rows, ...sample } = outcome.value
  const frame = await fixture.ports.samples.frame(id)
  if (!frame) throw new Error('no frame')
  expect(rows.map((row) => row.drawn?.key)).toEqual(drawKeys(seed, frame, 3))
  expect(rows.map(({ number, finding, revision }) => [number, finding, revision])).toEqual([
    [1, null, 0],
    [2, null, 0],
    [3, null, 0],
  ])
  expect(sample).toMatchObject({ frameDigest: frameDigest(frame), frameSize: 10, sealed: null })
  expect(await fixture.ports.samples.find(id)).toEqual(outcome.value)
})

test('a sample names its auditor, its time and the figure as it was then', async () => {
  const fixture = partnerFixture()
  expect(await draw(fixture)).toMatchObject({
    ok: true,
    value: {
      ...{ period, figure: 'partner-audit', drawnBy: by, drawnAt: fixture.ports.clock.now() },
      total: { numerator: 4, denominator: 10 },
      published: { numerator: 40, denominator: 40 },
    },
  })
})

test('a sample is drawn from one side of the figure', async () => {
  const fixture = partnerFixture()
  const outcome = await draw(fixture, { side: 'numerator', size: 4 })
  expect(outcome).toMatchObject({ ok: true, value: { frameSize: 4 } })
  const keys = outcome.ok && outcome.value.rows.map((row) => row.drawn?.key).toSorted()
  expect(keys).toEqual(['row-00', 'row-01', 'row-02', 'row-03'])
})

test('every draw has a new seed, and every row a salt of its own', async () => {
  const fixture = partnerFixture()
  const [outcome, other] = [await draw(fixture), await draw(fixture)]
  if (!outcome.ok || !other.ok) throw new Error('not drawn')
  expect(outcome.value.seed).not.toBe(other.value.seed)
  expect(outcome.value.seed).toMatch(/^[0-9a-f]{32}$/)
  const salts = [outcome, other].flatMap(({ value }) => value.rows.map((row) => row.drawn?.salt))
  expect(new Set(salts).size).toBe(6)
})

test.each([0, -1, 2.5, 11, Number.NaN])('a sample of %d of 10 rows is refused', async (size) => {
  const fixture = partnerFixture()
  expect(await draw(fixture, { size })).toEqual(refused('sample-size'))
  expect(fixture.memory.samples).toEqual([])
})

test('all rows may be drawn, up to the most of one worksheet', async () => {
  const fixture = scorecardFixture()
  fixture.memory.facts.traced = tracedRows(MOST_ROWS, 0)
  expect(await draw(fixture, { size: MOST_ROWS })).toMatchObject({ ok: true })
  fixture.memory.facts.traced = tracedRows(MOST_ROWS + 1, 0)
  expect(await draw(fixture, { size: MOST_ROWS + 1 })).toEqual(refused('sample-size'))
})

test('nothing is drawn from a side without rows', async () => {
  const fixture = scorecardFixture()
  fixture.memory.facts.traced = tracedRows(10, 0)
  expect(await draw(fixture, { side: 'numerator', size: 1 })).toEqual(refused('nothing-to-draw'))
})

test('a running half-year can be sampled, one that has not begun cannot', async () => {
  const fixture = partnerFixture()
  expect(await draw(fixture, { period: '2026-H1' })).toMatchObject({ ok: true })
  expect(await draw(fixture, { period: '2026-H2' })).toMatchObject(refused('half-year-not-begun'))
  expect(await draw(fixture, { period: '2026' })).toMatchObject(refused('not-a-half-year'))
})

test('a sample of a closed half-year states the published figure as sealed', async () => {
  const fixture = await closedFixture()
  fixture.memory.facts.traced = tracedRows(10, 4)
  fixture.memory.facts.partners = { ...fixture.memory.facts.partners, audited: 1, passed: 1 }
  expect(await draw(fixture)).toMatchObject({ ok: true, value: { published: { numerator: 40, denominator: 40 } } })
})
