import { expect, test } from 'vitest'
import { PERIOD as period, refused, scorecardFixture } from '../testing/scorecard-fixture.ts'
import { tracedRows } from '../testing/traced-rows.ts'
import { drawSample } from './draw-sample.ts'
import { type RecordResult, recordResult } from './record-result.ts'
import { sealSample } from './seal-sample.ts'

const by = { id: 'auditor-1', name: 'Shen' }

async function drawnFixture() {
  const fixture = scorecardFixture()
  fixture.memory.facts.traced = tracedRows(2, 2)
  const command = { figure: 'partner-audit', period, side: 'denominator', size: 2, by } as const
  const outcome = await drawSample(fixture.ports, command)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const sample = outcome.value.id
  const record = (more: Partial<RecordResult> = {}) =>
    recordResult(fixture.ports, { sample, number: 1, seen: 0, result: 'agrees', note: '', by, ...more })
  const firstRow = async () => (await fixture.ports.samples.find(sample))?.rows[0]
  return { ...fixture, sample, record, firstRow }
}

test('a result is stored with the auditor, the time and the documents of the row at that time', async () => {
  const { ports, memory, record, firstRow } = await drawnFixture()
  const document = { kind: 'attachment', fileName: 'report.pdf', digest: 'ab', rowNumber: null } as const
  const key = (await firstRow())?.drawn?.key ?? ''
  memory.documents.set(key, [document])
  expect(await record({ result: 'differs', note: ' another date ' })).toEqual({ ok: true, value: { revision: 1 } })
  memory.documents.set(key, [])
  const finding = { result: 'differs', note: 'another date', documents: [document], by, at: ports.clock.now() }
  expect(await firstRow()).toMatchObject({ revision: 1, finding })
})

test('a difference or a missing document needs a note, agreement does not', async () => {
  const { record } = await drawnFixture()
  for (const result of ['differs', 'document-missing'] as const)
    expect(await record({ result, note: ' ' })).toEqual(refused('note-missing'))
  expect(await record({ note: ' ' })).toMatchObject({ ok: true })
})

test('a result that the auditor has not seen is not overwritten', async () => {
  const { record, firstRow } = await drawnFixture()
  await record({ result: 'differs', note: 'first' })
  expect(await record({ result: 'differs', note: 'second' })).toEqual(refused('result-changed'))
  expect((await firstRow())?.finding?.note).toBe('first')
  expect(await record({ seen: 1 })).toEqual({ ok: true, value: { revision: 2 } })
})

test('if two auditors record the same row at the same moment, one result is stored', async () => {
  const { ports, sample, record, firstRow } = await drawnFixture()
  const documents: typeof ports.samples.documents = async (places) => {
    await record({ result: 'differs', note: 'first' })
    return ports.samples.documents(places)
  }
  const late = { sample, number: 1, seen: 0, result: 'agrees', note: '', by } as const
  const samples = { ...ports.samples, documents }
  expect(await recordResult({ ...ports, samples }, late)).toEqual(refused('result-changed'))
  expect((await firstRow())?.finding?.note).toBe('first')
})

test('a sealed sample takes no more results', async () => {
  const { ports, sample, record } = await drawnFixture()
  for (const number of [1, 2]) await record({ number })
  await sealSample(ports, { sample, by })
  expect(await record({ seen: 1 })).toEqual(refused('sample-sealed'))
})

test('an unknown sample or row, or one deleted on schedule, takes no result', async () => {
  const { memory, record } = await drawnFixture()
  expect(await record({ sample: 'none' })).toEqual(refused('sample-unknown'))
  expect(await record({ number: 3 })).toEqual(refused('sample-unknown'))
  memory.samples = memory.samples.map((sample) => ({
    ...sample,
    rows: sample.rows.map((row) => ({ ...row, drawn: null })),
  }))
  expect(await record()).toEqual(refused('sample-unknown'))
})
