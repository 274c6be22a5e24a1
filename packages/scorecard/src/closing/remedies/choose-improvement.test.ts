import { expect, test } from 'vitest'
import {
  closedFixture,
  frozen,
  officer,
  PERIOD as period,
  refused,
  scorecardFixture,
} from '../../testing/scorecard-fixture.ts'
import { reopenPeriod } from '../restate-period.ts'
import { chooseImprovement, withdrawImprovement } from './choose-improvement.ts'

const text = { 'zh-CN': '表格更短', en: 'a shorter form' }
const chosen = { period, text, owner: 'customer-service', by: 'Lin' }

async function chosenFixture() {
  const fixture = scorecardFixture()
  const outcome = await chooseImprovement(fixture.ports, chosen)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const id = outcome.value
  const withdraw = () => withdrawImprovement(fixture.ports, { id, by: 'Ma' })
  return { ...fixture, id, withdraw }
}

test('an improvement is stored with the officer who chose it and the time', async () => {
  const { ports, memory, id } = await chosenFixture()
  const stored = { id, period, text, owner: 'customer-service', chosenAt: ports.clock.now(), chosenBy: 'Lin' }
  expect(memory.improvements).toMatchObject([stored])
})

test('an improvement of a frozen half-year is neither added nor withdrawn', async () => {
  const fixture = await chosenFixture()
  await frozen(fixture)
  expect(await chooseImprovement(fixture.ports, chosen)).toEqual(refused('already-frozen'))
  expect(await fixture.withdraw()).toEqual(refused('already-frozen'))
})

test('an improvement of a closed half-year is added or withdrawn only after it is reopened', async () => {
  const { ports, memory } = await closedFixture()
  const withdraw = () => withdrawImprovement(ports, { id: memory.improvements[0]?.id ?? '', by: 'Ma' })
  expect(await chooseImprovement(ports, chosen)).toEqual(refused('period-closed'))
  expect(await withdraw()).toEqual(refused('period-closed'))
  await reopenPeriod(ports, { period, reason: 'late', by: officer })
  expect(await chooseImprovement(ports, chosen)).toMatchObject({ ok: true })
  expect(await withdraw()).toMatchObject({ ok: true })
})

test('an improvement that an invitation mentioned stays', async () => {
  const { memory, withdraw } = await chosenFixture()
  for (const improvement of memory.improvements) improvement.isMentioned = true
  expect(await withdraw()).toEqual(refused('improvement-told'))
})

test('an improvement is withdrawn once', async () => {
  const { ports, withdraw } = await chosenFixture()
  expect(await withdraw()).toEqual({ ok: true, value: null })
  expect((await ports.actions.actions(period)).improvements).toEqual([])
  expect(await withdraw()).toEqual(refused('improvement-unknown'))
})
