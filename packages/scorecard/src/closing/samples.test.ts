import { attachmentStore } from '@wayproof/evidence/registers/attachment-store'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test } from 'vitest'
import type { AuditSample } from '../sample/audit-sample.ts'
import { drawSample } from '../sample/draw-sample.ts'
import type { SamplePorts } from '../sample/ports.ts'
import { recordResult } from '../sample/record-result.ts'
import { sealSample } from '../sample/seal-sample.ts'
import { sampleStore } from './sample-store.ts'
import { headCode } from './seals/head-code.ts'
import { type ClosingWorld, closingWorld, ready, sealed } from './testing/closing-world.ts'
import { tamper } from './testing/tamper.ts'
import { verifySealsOf } from './testing/verify-seals-of.ts'

const period = '2025-H2'
const by = { id: 'auditor-1', name: 'Shen' }

interface SampleWorld {
  readonly world: ClosingWorld
  readonly ports: SamplePorts
}

async function sampleWorld(): Promise<SampleWorld> {
  const world = await closingWorld()
  const numbers = new Uint8Array(1)
  const tokens = {
    bytes: (length: number) => {
      numbers[0] = (numbers[0] ?? 0) + 1
      return new Uint8Array(length).fill(numbers[0])
    },
  }
  return { world, ports: { ...world.ports, samples: sampleStore(world.database), tokens } }
}

const value = <T>(outcome: { ok: true; value: T } | { ok: false; fault: { code: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}
const code = (outcome: { ok: true } | { ok: false; fault: { code: string } }) =>
  outcome.ok ? null : outcome.fault.code

const draw = async ({ ports }: SampleWorld, of: Partial<Parameters<typeof drawSample>[1]> = {}) =>
  drawSample(ports, { figure: 'partner-audit', period, side: 'denominator', size: 3, by, ...of })

const record = ({ ports }: SampleWorld, { id }: AuditSample, number: number, seen = 0, note = '') =>
  recordResult(ports, { sample: id, number, seen, result: note ? 'differs' : 'agrees', note, by })

async function sealedSample(house: SampleWorld, of: Parameters<typeof draw>[1] = {}) {
  const sample = value(await draw(house, of))
  for (const { number } of sample.rows)
    value(await record(house, sample, number, 0, number === 2 ? 'another date' : ''))
  return { sample, seal: value(await sealSample(house.ports, { sample: sample.id, by })) }
}

const verify = ({ world }: SampleWorld, typed: string | null = null) => verifySealsOf(world.database, { code: typed })

test('a sample is stored as drawn, with its frame, and is filled row by row', async () => {
  const house = await sampleWorld()
  const sample = value(await draw(house))
  expect(await house.ports.samples.find(sample.id)).toEqual(sample)
  expect((await house.ports.samples.list(period)).map(({ id }) => id)).toEqual([sample.id])
  expect((await house.ports.samples.frame(sample.id))?.keys).toHaveLength(sample.frameSize)
  const place = sample.rows[0]?.drawn?.places[0]
  if (!place) throw new Error('a row has no place')
  const bytes = Buffer.from('signed report')
  const file = {
    id: '7d44b1c0-0000-4000-8000-000000000001',
    fileName: 'a.txt',
    type: 'text/plain',
    size: 13,
    source: 's',
  }
  value(
    await attachmentStore(house.world.database).attach({
      ...file,
      ...{ register: 'partners', key: place.key, bytes, at: 1, by: 'p' },
    } as never),
  )
  expect(value(await record(house, sample, 1))).toEqual({ revision: 1 })
  const seen = (await house.ports.samples.find(sample.id))?.rows[0]?.finding
  expect(seen?.documents.map(({ kind }) => kind).toSorted()).toContain('attachment')
  expect(seen?.documents).toContainEqual(expect.objectContaining({ kind: 'import', rowNumber: expect.any(Number) }))
})

test('an invalid drawing, result or seal is refused', async () => {
  const house = await sampleWorld()
  for (const size of [0, -3, 10_000, 2.5]) expect(code(await draw(house, { size }))).toBe('sample-size')
  expect(code(await draw(house, { period: '2025' }))).toBe('not-a-half-year')
  expect(code(await draw(house, { figure: 'security-assessments' }))).toBe('nothing-to-draw')
  // A worksheet has at most 500 rows.
  const numbers = Array.from({ length: 501 }, (_, i) => `Y${i}`)
  const roles = numbers.map((number) => ({ number, role: 'a', unit: 'u', startDay: '2019-01-01', endDay: null }))
  await saveRegister(house.world.database, 'staff-roles', roles)
  expect(code(await draw(house, { figure: 'staff-training', size: 501 }))).toBe('sample-size')
  expect(code(await draw(house, { figure: 'staff-training', size: 500 }))).toBe(null)
  const sample = value(await draw(house))
  expect(code(await record(house, sample, 9))).toBe('sample-unknown')
  expect(code(await record(house, { ...sample, id: 'none' }, 1))).toBe('sample-unknown')
  const bare = { sample: sample.id, number: 1, seen: 0, result: 'document-missing', note: ' ', by } as const
  expect(code(await recordResult(house.ports, bare))).toBe('note-missing')
  expect(code(await sealSample(house.ports, { sample: sample.id, by }))).toBe('sample-unfinished')
  expect(code(await sealSample(house.ports, { sample: 'none', by }))).toBe('sample-unknown')
  // A running half-year has its own frame.
  house.world.setToday('2025-09-01')
  expect(code(await draw(house, { size: 1 }))).toBe(null)
})

test('two concurrent auditors do not overwrite results that they have not seen, before or during sealing', async () => {
  const house = await sampleWorld()
  const sample = value(await draw(house))
  value(await record(house, sample, 1, 0, 'first'))
  expect(code(await record(house, sample, 1, 0, 'second'))).toBe('result-changed')
  expect((await house.ports.samples.find(sample.id))?.rows[0]?.finding?.note).toBe('first')
  // The same, if both had read before either wrote.
  const finding = { result: 'agrees', note: '', documents: [], by, at: 5 } as const
  expect(await house.ports.samples.record(sample.id, { number: 1, seen: 0, finding })).toBe(false)
  for (const number of [2, 3]) value(await record(house, sample, number))
  const { samples } = house.ports
  const late: SamplePorts['samples'] = {
    ...samples,
    heads: async () => {
      await samples.record(sample.id, { number: 3, seen: 1, finding: { ...finding, result: 'differs' } })
      return samples.heads()
    },
  }
  expect(code(await sealSample({ ...house.ports, samples: late }, { sample: sample.id, by }))).toBe('result-changed')
  value(await sealSample(house.ports, { sample: sample.id, by }))
  expect(code(await record(house, sample, 3, 2))).toBe('sample-sealed')
  expect(await samples.record(sample.id, { number: 3, seen: 2, finding })).toBe(false)
  expect(code(await sealSample(house.ports, { sample: sample.id, by }))).toBe('sample-sealed')
})

test('sealed samples are valid, are found by their code, and are part of the next seal', async () => {
  const house = await sampleWorld()
  const first = await sealedSample(house)
  await sealedSample(house, { figure: 'staff-training', size: 5 })
  await ready(house.world)
  const seal = await sealed(house.world)
  const found = await verify(house, headCode(first.seal.head))
  expect(found).toMatchObject({ holds: true, paper: { number: null, sample: 1 } })
  expect(found.samples.map(({ number, faults }) => [number, ...faults])).toEqual([[1], [2]])
  expect(await verify(house, headCode(seal.head))).toMatchObject({ holds: true, paper: { number: 1, sample: null } })
})

const TAMPERED = [
  ['an edited result', `UPDATE audit_sample_row SET result = 'agrees' WHERE number = 2`, 'result-altered'],
  ['an edited note', `UPDATE audit_sample_row SET note = 'typo' WHERE number = 2`, 'result-altered'],
  ['another document', `UPDATE audit_sample_row SET documents = '[]' WHERE number = 1`, 'result-altered'],
  ['another row', `UPDATE audit_sample_row SET key = '["x"]' WHERE number = 1`, 'draw-altered'],
  ['a removed row', 'DELETE FROM audit_sample_row WHERE number = 3', 'sample-row-missing'],
  [
    'a row said to be deleted on schedule',
    `UPDATE audit_sample_row SET key = NULL WHERE number = 1`,
    'sample-row-missing',
  ],
  ['another seed', `UPDATE audit_sample SET seed = '00' WHERE seal_number = 1`, 'draw-altered'],
  ['a smaller frame', `UPDATE audit_sample SET frame = '[]' WHERE seal_number = 1`, 'draw-altered'],
  [
    'another statement',
    `UPDATE audit_sample SET statement = replace(statement, 'Shen', 'Wang') WHERE seal_number = 1`,
    'sample-altered',
  ],
] as const

test('any change of a sealed sample invalidates it, and is named', async () => {
  const house = await sampleWorld()
  await sealedSample(house)
  expect(await verify(house)).toMatchObject({ holds: true })
  const { auditSample, auditSampleRow } = await house.world.database.records()
  const [sealedSamples, rows] = [await auditSample.findMany(), await auditSampleRow.findMany()]
  for (const [what, statement, fault] of TAMPERED) {
    await tamper(house.world.database, [statement])
    const { holds, samples } = await verify(house)
    expect([what, holds, samples[0]?.faults.includes(fault)]).toEqual([what, false, true])
    await auditSampleRow.deleteMany()
    await auditSample.deleteMany()
    await auditSample.createMany({ data: sealedSamples })
    await auditSampleRow.createMany({ data: rows })
  }
  expect(await verify(house)).toMatchObject({ holds: true })
})

test('a sample that was deleted or unsealed is reported by the next sample, by a seal and by its printed code', async () => {
  const house = await sampleWorld()
  const { seal } = await sealedSample(house)
  await ready(house.world)
  await sealed(house.world)
  await tamper(house.world.database, ['UPDATE audit_sample SET seal_number = NULL, head = NULL'])
  expect((await verify(house)).seals[0]?.faults).toEqual(['samples-altered'])
  expect(await verify(house, headCode(seal.head))).toMatchObject({
    holds: false,
    paper: { number: null, sample: null },
  })
  const other = await sampleWorld()
  await sealedSample(other)
  await sealedSample(other)
  await tamper(other.world.database, ['UPDATE audit_sample SET seal_number = NULL WHERE seal_number = 1'])
  expect((await verify(other)).samples.map(({ faults }) => faults)).toEqual([['sample-missing'], ['sample-altered']])
})

test('a person deleted on schedule is removed from the sample, which is valid with the proof of deletion', async () => {
  const house = await sampleWorld()
  const { database } = house.world
  const roles = (endDay: string | null) =>
    ['Z1', 'Z2'].map((number) => ({ number, role: 'a', unit: 'u', startDay: '2019-01-01', endDay }))
  await saveRegister(database, 'staff-roles', roles(null))
  const { frameSize: size } = value(await draw(house, { figure: 'staff-training', size: 1 }))
  const { sample } = await sealedSample(house, { figure: 'staff-training', size })
  await saveRegister(database, 'staff-roles', roles('2026-04-01'))
  await retentionStore(database, { timeZone: 'Asia/Shanghai' }).deleteDue(Date.parse('2031-06-01T00:00:00Z'))
  const kept = await house.ports.samples.find(sample.id)
  const gone = kept?.rows.filter(({ drawn }) => drawn === null) ?? []
  expect(gone.map(({ finding }) => [finding?.note, finding?.result === undefined])).toEqual([
    ['', false],
    ['', false],
  ])
  expect(await house.ports.samples.frame(sample.id)).toBe(null)
  expect(await verify(house)).toMatchObject({ holds: true })
  await tamper(house.world.database, [
    `UPDATE audit_sample_row SET result = 'document-missing' WHERE number = ${gone[0]?.number}`,
  ])
  expect((await verify(house)).samples[0]?.faults).toEqual(['result-altered'])
})
