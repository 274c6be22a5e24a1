import { markSent, openedWave, remindNow, surveyWorld } from '@wayproof/survey/testing/survey-world'
import { pauseWave } from '@wayproof/survey/waves/pause-wave'
import { expect, test } from 'vitest'
import { queueByCause } from './queue-by-cause.ts'

const NOW = Date.parse('2026-07-10T01:00:00Z')

test('waiting letters are counted by the cause of their last attempt; reminders never, and a paused wave as paused', async () => {
  const world = await surveyWorld()
  const { database, ports } = world
  await openedWave(world, 6)
  const queue = async () => (await queueByCause(database, NOW)).map(({ cause, letters }) => [cause, letters])
  expect(await queue()).toEqual([['due', 6]])

  const ids = (await database.query.all<{ id: string }>('SELECT id FROM letter ORDER BY id')).map(({ id }) => id)
  const causes = ['network', 'policy', 'no-mailbox']
  await database.write(async ({ run }) => {
    await run('UPDATE letter SET not_before = @later WHERE id = @id', { id: ids[0]!, later: new Date(NOW + 1) })
    for (const [n, cause] of causes.entries()) {
      const id = ids[n + 1]!
      await run('UPDATE letter SET attempts = 1, not_before = @later WHERE id = @id', { id, later: new Date(NOW + 1) })
      await run(
        `INSERT INTO delivery (letter_id, number, attempt, at, outcome, smtp_reply, cause)
         VALUES (@id, 1, 1, @at, 'deferred', '451', @cause)`,
        { id, at: new Date(NOW), cause },
      )
    }
  })
  expect(await queue()).toEqual([
    ['due', 2],
    ['later', 1],
    ['server', 1],
    ['sender', 1],
    ['address', 1],
  ])
  expect(await pauseWave(ports, { period: '2026-H1' })).toMatchObject({ ok: true })
  expect(await queue()).toEqual([['paused', 6]])

  await markSent(world)
  world.setNow('2026-07-10T01:00:00Z')
  expect(await remindNow(world)).toBe(6)
  expect(await queue()).toEqual([])
})
