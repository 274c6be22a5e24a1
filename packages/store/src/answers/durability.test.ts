import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isDiskFull } from '../engine/database-fault.ts'
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
      const failing = world.database.write((sql) => {
        sql(`INSERT INTO suppression VALUES (randomblob(16), 'never', 0)`).run()
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
  expect(await countOf(world, 'invitation WHERE answered = 1')).toBe(600)
})

test('on a full disk no lost answer is confirmed, and answers are stored again once there is space', async () => {
  const world = await surveyWorld()
  await openedWave(world, 300)
  const links = await tokens(world)
  const { writer } = world.database.connections
  const pages = Number(writer.pragma('page_count', { simple: true }))
  writer.pragma(`max_page_count = ${pages + 3}`)
  const send = (token: string) => submit(world, token, { overall: '4', improve: 'x'.repeat(900) })
  let thanked = 0
  let refused = 0
  for (let at = 0; at < 250; at += 10) {
    for (const result of await Promise.allSettled(links.slice(at, at + 10).map(send))) {
      if (result.status === 'fulfilled') thanked += 1
      else if (isDiskFull(result.reason)) refused += 1
    }
  }
  expect(refused).toBeGreaterThan(0)
  expect(thanked + refused).toBe(250)
  expect(await countOf(world, 'answer')).toBe(thanked)
  expect(await countOf(world, 'invitation WHERE answered = 1')).toBe(thanked)
  writer.pragma('max_page_count = 1000000')
  expect(await send(links[260] ?? '')).toMatchObject({ ok: true })
})

test.each([0, 10, 30])(
  'a process killed %i ms into closing has lost no answer, and is finished at the next start',
  async (pause) => {
    const world = await surveyWorld()
    await openedWave(world, 120)
    const script = fileURLToPath(new URL('testing/closing-process.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', script, world.file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString()
      // The child prints when it begins to close, and is killed a moment later.
      if (printed.includes('closing')) setTimeout(() => child.kill('SIGKILL'), pause)
    })
    await once(child, 'exit')
    expect(printed.match(/thanks/g)).toHaveLength(100)
    expect(await countOf(world, 'answer')).toBe(100)

    await closeAtOnce(world, '2026-H1')
    expect(await countOf(world, 'answer WHERE comment IS NULL')).toBe(100)
    expect(await countOf(world, `wave WHERE status = 'unlinked' AND answered_count = 100`)).toBe(1)
    expect(await countOf(world, 'comment')).toBe(100)
    expect(await countOf(world, 'invitation WHERE answered IS NOT NULL')).toBe(0)
    expect(world.database.read<{ integrity_check: string }>('PRAGMA integrity_check').get()?.integrity_check).toBe('ok')
  },
)
