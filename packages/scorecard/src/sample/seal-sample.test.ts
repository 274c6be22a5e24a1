import { expect, test } from 'vitest'
import {
  closedFixture,
  PERIOD as period,
  refused,
  type ScorecardFixture,
  scorecardFixture,
} from '../testing/scorecard-fixture.ts'
import { tracedRows } from '../testing/traced-rows.ts'
import { drawSample } from './draw-sample.ts'
import { recordResult } from './record-result.ts'
import { faultsOfSample } from './sample-seal.ts'
import { sealSample } from './seal-sample.ts'

const by = { id: 'auditor-1', name: 'Shen' }

async function draw({ ports, memory }: ScorecardFixture) {
  memory.facts.traced = tracedRows(2, 2)
  const command = { figure: 'partner-audit', period, side: 'denominator', size: 2, by } as const
  const outcome = await drawSample(ports, command)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value.id
}

const record = ({ ports }: ScorecardFixture, sample: string, number: number, seen = 0) =>
  recordResult(ports, { sample, number, seen, result: 'agrees', note: '', by })

async function finished(fixture: ScorecardFixture) {
  const sample = await draw(fixture)
  for (const number of [1, 2]) await record(fixture, sample, number)
  return sample
}

test('a sample is sealed once every row has a result', async () => {
  const fixture = scorecardFixture()
  const sample = await draw(fixture)
  await record(fixture, sample, 1)
  expect(await sealSample(fixture.ports, { sample, by })).toEqual(refused('sample-unfinished'))
  await record(fixture, sample, 2)
  const at = fixture.ports.clock.now()
  expect(await sealSample(fixture.ports, { sample, by })).toMatchObject({ ok: true, value: { number: 1, by, at } })
  expect(await sealSample(fixture.ports, { sample, by })).toEqual(refused('sample-sealed'))
})

test('an unknown sample is not sealed', async () => {
  const { ports } = scorecardFixture()
  expect(await sealSample(ports, { sample: 'none', by })).toEqual(refused('sample-unknown'))
})

test('a sealed sample follows the one before it and names the last seal of a half-year', async () => {
  const fixture = await closedFixture()
  const [one, other] = [await finished(fixture), await finished(fixture)]
  const first = await sealSample(fixture.ports, { sample: one, by })
  const second = await sealSample(fixture.ports, { sample: other, by })
  if (!first.ok || !second.ok) throw new Error('not sealed')
  expect(second.value.number).toBe(2)
  expect(JSON.parse(second.value.statement).chainHead).toBe(fixture.seal.head)
  const sample = await fixture.ports.samples.find(other)
  if (!sample?.sealed) throw new Error('not stored')
  const kept = { sample: { ...sample, sealed: sample.sealed }, frame: await fixture.ports.samples.frame(other) }
  expect(faultsOfSample(kept, first.value.head)).toEqual([])
  expect(faultsOfSample(kept, '')).toEqual(['sample-altered'])
})

test('a result that is recorded while the sample is sealed stops the sealing', async () => {
  const fixture = scorecardFixture()
  const { ports } = fixture
  const sample = await finished(fixture)
  const heads: typeof ports.samples.heads = async () => {
    await record(fixture, sample, 2, 1)
    return ports.samples.heads()
  }
  const samples = { ...ports.samples, heads }
  expect(await sealSample({ ...ports, samples }, { sample, by })).toEqual(refused('result-changed'))
  expect((await ports.samples.find(sample))?.sealed).toBeNull()
})

test('if another sample is sealed at the same moment, the second is not sealed under the same number', async () => {
  const fixture = scorecardFixture()
  const { ports } = fixture
  const [one, other] = [await finished(fixture), await finished(fixture)]
  const heads: typeof ports.samples.heads = async () => {
    const before = await ports.samples.heads()
    await sealSample(ports, { sample: other, by })
    return before
  }
  const samples = { ...ports.samples, heads }
  expect(await sealSample({ ...ports, samples }, { sample: one, by })).toEqual(refused('result-changed'))
  expect(await ports.samples.heads()).toMatchObject({ number: 1 })
})
