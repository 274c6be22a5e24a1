import { expect, test } from 'vitest'
import {
  director,
  frozen,
  officer,
  PERIOD as period,
  readyFixture,
  refused,
  trainer,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import type { OwningPerson } from './period-close.ts'
import { signScorecard } from './sign-scorecard.ts'
import { takeBackFreeze } from './take-back-freeze.ts'

async function frozenFixture() {
  const fixture = await readyFixture()
  const { id: freeze } = await frozen(fixture)
  const sign = (owner: OwningPerson, id = freeze) =>
    signScorecard(fixture.ports, { period, freeze: id, goal: 'staff-training', by: owner })
  return { ...fixture, freeze, sign }
}

test('the owner of a goal signs its frozen figures, with name and time', async () => {
  const { ports, memory, freeze, sign } = await frozenFixture()
  const signature = {
    freezeId: freeze,
    goal: 'staff-training',
    owner: 'human-resources',
    by: { id: trainer.id, name: trainer.name },
    at: ports.clock.now(),
  }
  expect(await sign(trainer)).toEqual({ ok: true, value: signature })
  expect(memory.signatures).toMatchObject([signature])
})

test('only the owner of a goal signs it, not the officer who froze it and not a director', async () => {
  const { memory, sign } = await frozenFixture()
  for (const owner of [officer, director]) expect(await sign(owner)).toEqual(refused('not-owner'))
  expect(memory.signatures).toEqual([])
})

test('an owner whose appointment is not confirmed signs nothing', async () => {
  const { sign } = await frozenFixture()
  expect(await sign(unconfirmed(trainer))).toEqual(refused('appointment-unconfirmed'))
})

test('a goal is signed once', async () => {
  const { sign } = await frozenFixture()
  await sign(trainer)
  expect(await sign(trainer)).toEqual(refused('already-signed'))
})

test('two owners who sign the same goal at the same moment leave one signature', async () => {
  const { ports, memory, freeze, sign } = await frozenFixture()
  const clock = { now: () => 0 }
  const closing: typeof ports.closing = {
    ...ports.closing,
    sign: async (signature, mailbox) => {
      await sign(trainer)
      return ports.closing.sign(signature, mailbox)
    },
  }
  const late = { period, freeze, goal: 'staff-training', by: trainer } as const
  expect(await signScorecard({ closing, clock }, late)).toEqual(refused('already-signed'))
  expect(memory.signatures).toHaveLength(1)
})

test('a signature applies to the freeze that the owner saw, not to a newer one', async () => {
  const fixture = await frozenFixture()
  await takeBackFreeze(fixture.ports, { freeze: fixture.freeze, by: officer })
  expect(await fixture.sign(trainer)).toEqual(refused('not-frozen'))
  const newer = await frozen(fixture)
  expect(await fixture.sign(trainer)).toEqual(refused('not-frozen'))
  expect(await fixture.sign(trainer, newer.id)).toMatchObject({ ok: true })
})
