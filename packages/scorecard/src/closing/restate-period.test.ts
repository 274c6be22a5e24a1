import { expect, test } from 'vitest'
import { readScorecard } from '../read-scorecard.ts'
import { partnerFacts } from '../testing/example-facts.ts'
import {
  closedFixture,
  deputy,
  frozen,
  officer,
  PERIOD as period,
  readyFixture,
  refused,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { leaveAsSealed, reopenPeriod } from './restate-period.ts'

const reason = 'two results were late'

test('a half-year that was never closed cannot be reopened', async () => {
  const { ports } = await readyFixture()
  expect(await reopenPeriod(ports, { period, reason, by: officer })).toEqual(refused('period-not-closed'))
})

test('a reopening needs a reason, a confirmed officer, and no other reopening', async () => {
  const { ports } = await closedFixture()
  const reopen = (why = reason, owner = officer) => reopenPeriod(ports, { period, reason: why, by: owner })
  expect(await reopen(' \n')).toEqual(refused('reason-missing'))
  expect(await reopen(reason, unconfirmed(officer))).toEqual(refused('appointment-unconfirmed'))
  expect(await reopen(`  ${reason} `)).toEqual({
    ok: true,
    value: {
      id: expect.any(String),
      period,
      version: 2,
      reason,
      at: ports.clock.now(),
      by: { id: officer.id, name: officer.name },
    },
  })
  expect(await reopen()).toEqual(refused('already-reopened'))
})

test('if two officers reopen at the same moment, one reopening is stored', async () => {
  const { ports, memory } = await closedFixture()
  const closing: typeof ports.closing = {
    ...ports.closing,
    reopen: async (reopening, mailbox) => {
      await reopenPeriod(ports, { period, reason, by: deputy })
      return ports.closing.reopen(reopening, mailbox)
    },
  }
  expect(await reopenPeriod({ ...ports, closing }, { period, reason, by: officer })).toEqual(
    refused('already-reopened'),
  )
  expect(memory.reopenings).toMatchObject([{ by: { id: deputy.id } }])
})

test('the published figures stay while a half-year is reopened', async () => {
  const { ports, memory } = await closedFixture()
  const outcome = await readScorecard(ports, { period })
  memory.facts.partners = partnerFacts({ audited: 10 })
  await reopenPeriod(ports, { period, reason, by: officer })
  expect(await readScorecard(ports, { period })).toEqual(outcome)
})

test('a reopening can be withdrawn by a confirmed officer, once, and then the half-year is closed as before', async () => {
  const { ports } = await closedFixture()
  const leave = (owner = officer) => leaveAsSealed(ports, { period, by: owner })
  expect(await leave()).toEqual(refused('not-reopened'))
  await reopenPeriod(ports, { period, reason, by: officer })
  expect(await leave(unconfirmed(officer))).toEqual(refused('appointment-unconfirmed'))
  expect(await leave()).toEqual({ ok: true, value: null })
  expect(await leave()).toEqual(refused('not-reopened'))
  expect(await ports.closing.closing(period)).toMatchObject({ reopening: null, seals: [{ version: 1 }] })
})

test('a reopened half-year that is frozen stays reopened until the freeze is lifted', async () => {
  const fixture = await closedFixture()
  await reopenPeriod(fixture.ports, { period, reason, by: officer })
  await frozen(fixture)
  expect(await leaveAsSealed(fixture.ports, { period, by: officer })).toEqual(refused('not-reopened'))
})
