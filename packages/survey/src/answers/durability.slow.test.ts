import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { placeOf } from '@wayproof/database/testing/database-at'
import { expect, test } from 'vitest'
import { closeAtOnce, countOf, openedWave, submit, surveyWorld, tokens } from '../testing/survey-world.ts'

test('no acknowledged answer is lost while other transactions fail', async () => {
  const world = await surveyWorld()
  await openedWave(world, 600)
  const links = await tokens(world)
  let done = false
  let failed = 0
  const neighbour = (async () => {
    while (!done) {
      await nextTurn()
      const failing = world.database.write(async (query) => {
        await query.run(
          ({ randomKey }) => `INSERT INTO suppression (email_key, reason, at) VALUES (${randomKey()}, 'never', @at)`,
          {
            at: new Date(0),
          },
        )
        throw new Error('the other transaction fails')
      })
      await failing.catch(() => {
        failed += 1
      })
    }
  })()
  const clients = Array.from({ length: 20 }, async (_, client) => {
    for (const token of links.slice(client * 30, client * 30 + 30)) {
      expect(await submit(world, token, { overall: '4' })).toMatchObject({ ok: true })
    }
  })
  await Promise.all(clients)
  done = true
  await neighbour
  expect(failed).toBeGreaterThan(10)
  expect(await countOf(world, 'suppression')).toBe(0)
  expect(await countOf(world, 'answer')).toBe(600)
  expect(await countOf(world, 'invitation WHERE answered')).toBe(600)
})

test.each([0, 10, 30])(
  'a process killed %i ms into closing has lost no answer, and is finished at the next start',
  async (pause) => {
    const world = await surveyWorld()
    await openedWave(world, 120)
    const script = fileURLToPath(new URL('testing/closing-process.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, placeOf(world.database), world.keyFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      // The child prints when it begins to close, and is killed a moment later.
      if (printed.includes('closing')) setTimeout(() => child.kill('SIGKILL'), pause)
    })
    // `close` comes after all output; `exit` may come earlier.
    await once(child, 'close')
    expect(printed.match(/thanks/g)).toHaveLength(100)
    expect(await countOf(world, 'answer')).toBe(100)

    await closeAtOnce(world, '2026-H1')
    expect(await countOf(world, 'answer WHERE comment IS NULL')).toBe(100)
    expect(await countOf(world, `wave WHERE status = 'unlinked' AND answered_count = 100`)).toBe(1)
    expect(await countOf(world, 'comment')).toBe(100)
    expect(await countOf(world, 'invitation WHERE answered IS NOT NULL')).toBe(0)
    if (world.database.engine === 'sqlite') {
      expect(await world.database.query.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
    }
  },
)
