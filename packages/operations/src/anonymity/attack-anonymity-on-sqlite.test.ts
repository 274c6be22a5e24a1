import { isAnonymous } from '@wayproof/survey/waves/anonymity'
import { remindWave } from '@wayproof/survey/waves/remind-wave'
import { expect, test } from 'vitest'
import { answeredWave, attacked, close, period } from './testing/attacked-wave.ts'

test('the log of an open wave ties answers that were committed alone', async () => {
  const world = await answeredWave(120, 40)
  const found = attacked(world)
  expect(found).toMatchObject({ period, status: 'open', answers: 40, respondentsKnown: 40 })
  expect(found.tiedBy['write-log']).toBe(40)
  expect(found.tied).toBe(40)
  expect(found.tiedBy['earlier-copy']).toBeNull()
})

test('after the close no answer is tied and no respondent is known, however the answers arrived', async () => {
  const world = await answeredWave(120, 60)
  await remindWave(world.ports, { period })
  await close(world)
  const found = attacked(world)
  expect(found).toMatchObject({ status: 'unlinked', answers: 60, tied: 0, respondentsKnown: 0 })
  expect(isAnonymous(found)).toBe(true)
})
