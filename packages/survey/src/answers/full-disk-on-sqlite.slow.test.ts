import { isDiskFull } from '@wayproof/database/database-fault'
import { expect, test } from 'vitest'
import { countOf, openedWave, submit, surveyOnSqlite, tokens } from '../testing/survey-world.ts'

test('on a full disk no lost answer is confirmed, and answers are stored again once there is space', async () => {
  const world = await surveyOnSqlite()
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
