import { expect, test } from 'vitest'
import {
  deputy,
  frozen,
  officer,
  PERIOD as period,
  readyWorld,
  refused,
  signAll,
  unconfirmed,
} from '../testing/scorecard-world.ts'
import { closePeriod } from './close-period.ts'
import { takeBackFreeze } from './take-back-freeze.ts'

test('a lifted freeze takes its signatures with it, and the half-year can be frozen again', async () => {
  const world = await readyWorld()
  const freeze = await frozen(world)
  await signAll(world, freeze)
  expect(await takeBackFreeze(world.ports, { freeze: freeze.id, by: deputy })).toEqual({ ok: true, value: null })
  await frozen(world)
  expect((await world.ports.closing.closing(period)).signatures).toEqual([])
})

test('a freeze is lifted once, and not after the half-year was closed with it', async () => {
  const world = await readyWorld()
  const { id: freeze } = await frozen(world)
  await takeBackFreeze(world.ports, { freeze, by: officer })
  expect(await takeBackFreeze(world.ports, { freeze, by: officer })).toEqual(refused('not-frozen'))
  const second = await frozen(world)
  await signAll(world, second)
  await closePeriod(world.ports, { period, freeze: second.id, by: deputy })
  expect(await takeBackFreeze(world.ports, { freeze: second.id, by: officer })).toEqual(refused('not-frozen'))
})

test('a person whose appointment is not confirmed lifts no freeze', async () => {
  const world = await readyWorld()
  const { id: freeze } = await frozen(world)
  expect(await takeBackFreeze(world.ports, { freeze, by: unconfirmed(officer) })).toEqual(
    refused('appointment-unconfirmed'),
  )
  expect(world.memory.freezes).toHaveLength(1)
})
