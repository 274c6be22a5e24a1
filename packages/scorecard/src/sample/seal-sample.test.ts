import { expect, test } from 'vitest'
import {
  closedWorld,
  PERIOD as period,
  refused,
  type ScorecardWorld,
  scorecardWorld,
} from '../testing/scorecard-world.ts'
import { tracedRows } from '../testing/traced-rows.ts'
import { drawSample } from './draw-sample.ts'
import { recordResult } from './record-result.ts'
import { faultsOfSample } from './sample-seal.ts'
import { sealSample } from './seal-sample.ts'

const by = { id: 'auditor-1', name: 'Shen' }

async function draw({ ports, memory }: ScorecardWorld) {
  memory.facts.traced = tracedRows(2, 2)
  const command = { figure: 'partner-audit', period, side: 'denominator', size: 2, by } as const
  const outcome = await drawSample(ports, command)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value.id
}

const record = ({ ports }: ScorecardWorld, sample: string, number: number, seen = 0) =>
  recordResult(ports, { sample, number, seen, result: 'agrees', note: '', by })

async function finished(world: ScorecardWorld) {
  const sample = await draw(world)
  for (const number of [1, 2]) await record(world, sample, number)
  return sample
}

test('a sample is sealed once every row has a result', async () => {
  const world = scorecardWorld()
  const sample = await draw(world)
  await record(world, sample, 1)
  expect(await sealSample(world.ports, { sample, by })).toEqual(refused('sample-unfinished'))
  await record(world, sample, 2)
  const at = world.ports.clock.now()
  expect(await sealSample(world.ports, { sample, by })).toMatchObject({ ok: true, value: { number: 1, by, at } })
  expect(await sealSample(world.ports, { sample, by })).toEqual(refused('sample-sealed'))
})

test('an unknown sample is not sealed', async () => {
  const { ports } = scorecardWorld()
  expect(await sealSample(ports, { sample: 'none', by })).toEqual(refused('sample-unknown'))
})

test('a sealed sample follows the one before it and names the last seal of a half-year', async () => {
  const world = await closedWorld()
  const [one, other] = [await finished(world), await finished(world)]
  const first = await sealSample(world.ports, { sample: one, by })
  const second = await sealSample(world.ports, { sample: other, by })
  if (!first.ok || !second.ok) throw new Error('not sealed')
  expect(second.value.number).toBe(2)
  expect(JSON.parse(second.value.statement).chainHead).toBe(world.seal.head)
  const sample = await world.ports.samples.find(other)
  if (!sample?.sealed) throw new Error('not stored')
  const kept = { sample: { ...sample, sealed: sample.sealed }, frame: await world.ports.samples.frame(other) }
  expect(faultsOfSample(kept, first.value.head)).toEqual([])
  expect(faultsOfSample(kept, '')).toEqual(['sample-altered'])
})

test('a result that is recorded while the sample is sealed stops the sealing', async () => {
  const world = scorecardWorld()
  const { ports } = world
  const sample = await finished(world)
  const heads: typeof ports.samples.heads = async () => {
    await record(world, sample, 2, 1)
    return ports.samples.heads()
  }
  const samples = { ...ports.samples, heads }
  expect(await sealSample({ ...ports, samples }, { sample, by })).toEqual(refused('result-changed'))
  expect((await ports.samples.find(sample))?.sealed).toBeNull()
})

test('if another sample is sealed at the same moment, the second is not sealed under the same number', async () => {
  const world = scorecardWorld()
  const { ports } = world
  const [one, other] = [await finished(world), await finished(world)]
  const heads: typeof ports.samples.heads = async () => {
    const before = await ports.samples.heads()
    await sealSample(ports, { sample: other, by })
    return before
  }
  const samples = { ...ports.samples, heads }
  expect(await sealSample({ ...ports, samples }, { sample: one, by })).toEqual(refused('result-changed'))
  expect(await ports.samples.heads()).toMatchObject({ number: 1 })
})
