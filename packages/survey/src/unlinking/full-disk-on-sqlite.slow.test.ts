import { isDiskFull } from '@wayproof/database/database-fault'
import { expect, test } from 'vitest'
import { closeAtOnce, countOf, openedWave, submit, surveyOnSqlite, tokens } from '../testing/survey-world.ts'

test('a close that the full disk interrupts anywhere loses no answer, and ends once there is space', async () => {
  const world = await surveyOnSqlite(undefined, { encrypts: true })
  await openedWave(world, 300)
  for (const token of (await tokens(world)).slice(0, 120))
    await submit(world, token, { overall: '4', improve: 'x'.repeat(400) })
  world.setNow('2026-08-01T02:00:00Z')
  const { writer } = world.database.connections
  const status = async () => (await world.ports.store.wave('2026-H1'))?.status
  let refused = 0
  for (let extra = 0; (await status()) !== 'unlinked'; extra += 4) {
    const pages = Number(writer.pragma('page_count', { simple: true }))
    writer.pragma(`max_page_count = ${pages + extra}`)
    await closeAtOnce(world, '2026-H1').catch((error: unknown) => {
      if (!isDiskFull(error)) throw error
      refused += 1
    })
    writer.pragma('max_page_count = 1000000')
    expect(await countOf(world, 'answer')).toBe(120)
  }
  expect(refused).toBeGreaterThan(1)
  expect(await countOf(world, 'comment')).toBe(120)
  expect(await countOf(world, 'decrypted_answer')).toBe(0)
  expect(await countOf(world, 'answer WHERE encrypted IS NOT NULL')).toBe(0)
})
