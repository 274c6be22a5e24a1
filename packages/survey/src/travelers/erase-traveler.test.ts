import { expect, test } from 'vitest'
import { answerLink, sendLetters, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { importRows, travelerRow } from '../testing/traveler-rows.ts'
import { eraseTraveler } from './erase-traveler.ts'

const erased = { ok: true, value: { found: true, overwritten: true } }

test('an erased person is in no list: not in the register, the invitations or the outbox', async () => {
  const { ports, memory } = await openedFixture({ travelers: 3 })
  expect(await eraseTraveler(ports, { customerNumber: ' C-1 ' })).toEqual(erased)
  const left = [...memory.travelers.values()].map(({ customerNumber }) => customerNumber)
  expect(left.toSorted()).toEqual(['C-2', 'C-3'])
  expect([memory.invitations.size, memory.letters.length]).toEqual([2, 2])
})

test('a person is found by customer number or by address in any spelling', async () => {
  const { ports, memory } = await openedFixture({ travelers: 3 })
  expect(await eraseTraveler(ports, { email: 'Traveler-2@Example.com' })).toEqual(erased)
  expect([...memory.travelers.values()].some(({ customerNumber }) => customerNumber === 'C-2')).toBe(false)
})

test('the answer of an erased person remains and is counted, because nothing links it to the person', async () => {
  const fixture = await openedFixture({ travelers: 1 })
  sendLetters(fixture)
  await answerLink(fixture, surveyLinks(fixture)[0] ?? '')
  await eraseTraveler(fixture.ports, { customerNumber: 'C-1' })
  expect(fixture.memory.answers).toHaveLength(1)
  expect(fixture.memory.waves.get(fixture.wave.id)).toMatchObject({ answered: 1 })
})

test('no import restores an erased person, also if the address was not in the register', async () => {
  const { ports } = await openedFixture({ travelers: 1 })
  await eraseTraveler(ports, { customerNumber: 'C-1' })
  const unknown = { ok: true, value: { found: false, overwritten: true } }
  expect(await eraseTraveler(ports, { email: 'traveler-9@example.com' })).toEqual(unknown)
  expect(await importRows(ports, [travelerRow(1), travelerRow(9), travelerRow(2)])).toMatchObject({
    added: 1,
    erased: 2,
  })
})

test('an unknown customer number and a text that is no address erase nobody', async () => {
  const { ports, memory } = await openedFixture({ travelers: 1 })
  expect(await eraseTraveler(ports, { customerNumber: 'C-9' })).toEqual({
    ok: false,
    fault: { code: 'traveler-unknown' },
  })
  expect(await eraseTraveler(ports, { email: 'nobody' })).toEqual({ ok: false, fault: { code: 'email-invalid' } })
  expect([memory.travelers.size, memory.suppressed.size]).toEqual([1, 0])
})
