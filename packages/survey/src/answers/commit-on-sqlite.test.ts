import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { countOf, openedWave, submit, surveyOnSqlite, tokens } from '../testing/survey-world.ts'
import { newReceipt } from './receipt.ts'
import { showInvitation } from './show-invitation.ts'

const faultOf = (outcome: { ok: boolean; fault?: { code: string } }) => outcome.fault?.code ?? null

test('a valid answer reads its invitation before and inside the transaction, an invalid one only before', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 3)
  const [token = ''] = await tokens(world)
  const { database } = world
  let lookUps = 0
  const count = (text: string) => {
    if (/FROM invitation\b/.test(text)) lookUps += 1
  }
  const [get, write] = [database.query.get, database.writeBlocking.bind(database)]
  database.query.get = (statement, values) => {
    count(String(statement))
    return get(statement, values)
  }
  database.writeBlocking = (target, work) =>
    write(target, (sql) =>
      work((text) => {
        count(text)
        return sql(text)
      }),
    )
  await submit(world, token, { overall: '9' })
  expect(lookUps).toBe(1)
  await submit(world, token, { overall: '3' })
  expect(lookUps).toBe(3)
})

test('an answer is confirmed only once it is on disk, also for a form posted again', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 3)
  const disk = Promise.withResolvers<void>()
  let asked = 0
  world.database.sync = () => {
    asked += 1
    return disk.promise
  }
  const [token = ''] = await tokens(world)
  const receipt = newReceipt(systemTokens)
  const thanked: string[] = []
  const first = submit(world, token, { overall: '4' }, receipt).then(() => thanked.push('first'))
  await expect.poll(async () => await countOf(world, 'answer')).toBe(1)
  const again = submit(world, token, { overall: '4' }, receipt).then(() => thanked.push('again'))
  await expect.poll(() => asked).toBe(2)
  expect(thanked).toEqual([])
  disk.resolve()
  await Promise.all([first, again])
  expect(thanked).toHaveLength(2)
})

test('answers that arrive together share commits', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 60)
  const { database } = world
  const write = database.writeBlocking.bind(database)
  let commits = 0
  database.writeBlocking = (target, work) => {
    commits += 1
    return write(target, work)
  }
  await Promise.all((await tokens(world)).map((token) => submit(world, token, { overall: '5' })))
  expect(commits).toBeLessThan(5)
  expect(await countOf(world, 'answer')).toBe(60)
})

test('a refusal needs neither the write lock nor the disk, but a reader of an answer waits until it is on disk', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 3)
  const [mine = '', other = ''] = await tokens(world)
  await submit(world, mine, { overall: '5' })
  const held = await world.database.begin()
  expect(faultOf(await submit(world, other, { overall: '' }))).toBe('answer-invalid')
  expect(faultOf(await submit(world, 'none', { overall: '5' }))).toBe('link-unknown')
  held.rollback()
  const disk = Promise.withResolvers<void>()
  world.database.sync = () => disk.promise
  const told: string[] = []
  const asked = [submit(world, mine, { overall: '5' }), showInvitation(world.ports, { token: mine })]
  const all = asked.map((each) => each.then((outcome) => told.push(faultOf(outcome) ?? '')))
  await new Promise((done) => setTimeout(done, 30))
  expect(told).toEqual([])
  disk.resolve()
  await Promise.all(all)
  expect(told).toEqual(['link-used', 'link-used'])
})
