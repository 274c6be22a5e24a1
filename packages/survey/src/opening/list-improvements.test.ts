import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { openSurvey } from '../testing/open-survey.ts'
import { listImprovements } from './list-improvements.ts'

const improvement = (id: string) => ({ id, text: { 'zh-CN': id, en: id } })

test('the first three improvements chosen after the previous wave are mentioned', async () => {
  const { ports, memory } = memoryFixture()
  await openSurvey(ports, { period: '2025-H2' })
  memory.improvements.set('2025-H2', ['first', 'second', 'third', 'fourth'].map(improvement))
  expect(await listImprovements(ports, { period: '2026-H1' })).toEqual(['first', 'second', 'third'].map(improvement))
})

test('a half-year without a wave is passed over, whatever was chosen for it', async () => {
  const { ports, memory } = memoryFixture()
  await openSurvey(ports, { period: '2025-H2' })
  memory.improvements.set('2025-H2', [improvement('after the last wave')])
  memory.improvements.set('2026-H1', [improvement('of a half-year without a wave')])
  expect(await listImprovements(ports, { period: '2026-H2' })).toEqual([improvement('after the last wave')])
})

test('before the first wave nothing is mentioned, and a wave never mentions its own improvements', async () => {
  const { ports, memory } = memoryFixture()
  memory.improvements.set('2026-H1', [improvement('of this wave')])
  expect(await listImprovements(ports, { period: '2026-H1' })).toEqual([])
  await openSurvey(ports)
  expect(await listImprovements(ports, { period: '2026-H1' })).toEqual([])
})
