import { expect, test } from 'vitest'
import {
  deputy,
  frozen,
  officer,
  PERIOD as period,
  readyFixture,
  refused,
  signAll,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { closePeriod } from './close-period.ts'
import { takeBackFreeze } from './take-back-freeze.ts'

test('a lifted freeze takes its signatures with it, and the half-year can be frozen again', async () => {
  const fixture = await readyFixture()
  const freeze = await frozen(fixture)
  await signAll(fixture, freeze)
  expect(await takeBackFreeze(fixture.ports, { freeze: freeze.id, by: deputy })).toEqual({ ok: true, value: null })
  await frozen(fixture)
  expect((await fixture.ports.closing.closing(period)).signatures).toEqual([])
})

test('a freeze is lifted once, and not after the half-year was closed with it', async () => {
  const fixture = await readyFixture()
  const { id: freeze } = await frozen(fixture)
  await takeBackFreeze(fixture.ports, { freeze, by: officer })
  expect(await takeBackFreeze(fixture.ports, { freeze, by: officer })).toEqual(refused('not-frozen'))
  const second = await frozen(fixture)
  await signAll(fixture, second)
  await closePeriod(fixture.ports, { period, freeze: second.id, by: deputy })
  expect(await takeBackFreeze(fixture.ports, { freeze: second.id, by: officer })).toEqual(refused('not-frozen'))
})

test('a person whose appointment is not confirmed lifts no freeze', async () => {
  const fixture = await readyFixture()
  const { id: freeze } = await frozen(fixture)
  expect(await takeBackFreeze(fixture.ports, { freeze, by: unconfirmed(officer) })).toEqual(
    refused('appointment-unconfirmed'),
  )
  expect(fixture.memory.freezes).toHaveLength(1)
})
