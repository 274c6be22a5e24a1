import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import {
  openedWave,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
} from '../../testing/survey-world.ts'
import { eraseTraveler } from '../../travelers/erase-traveler.ts'
import { importTravelers } from '../../travelers/import-travelers.ts'
import { suppressAddress } from '../../travelers/suppress-address.ts'
import { listUndelivered } from '../list-undelivered.ts'
import { pauseWave, resumeWave } from '../pause-wave.ts'
import { sendAgain } from '../send-again.ts'

const period = '2026-H1'
const MINUTE = 60_000
const DAY = 86_400_000

const numberOf = ({ to }: ClaimedLetter) => to.replace(/^traveler-(\d+)@.*$/, 'C-$1')

/** An open wave with `count` claimed invitations, whose first are rejected, and whose next bounce. */
async function undeliveredWave(count: number, failed: number, bounced: number) {
  const world = await surveyWorld()
  await openedWave(world, count)
  const outbox = outboxStore({ database: world.database, ids: systemIds, keyring: world.ports.keyring })
  const mark = reportMarks(world.database, world.ports)
  const claim = () => outbox.claim(count, world.ports.clock.now(), world.ports.clock.now() + MINUTE)
  const fail = (letter: ClaimedLetter) => outbox.markFailed(letter, '550 unknown', world.ports.clock.now())
  const bounce = async (letter: ClaimedLetter) => {
    await outbox.markSent(letter, '250 taken', world.ports.clock.now())
    const addressMark = world.ports.keyring.mac('address-look-up', letter.to).subarray(0, 2)
    const about = { letterId: letter.id, addressMark }
    await mark({ kind: 'hard', cause: 'no-mailbox', detail: '550 no', letter: about }, world.ports.clock.now())
  }
  const letters = await claim()
  for (const [n, letter] of letters.entries()) {
    if (n < failed) await fail(letter)
    else if (n < failed + bounced) await bounce(letter)
    else await outbox.markSent(letter, '250 taken', world.ports.clock.now())
  }
  const again = (customerNumbers: readonly string[]) => sendAgain(world.ports, { period, customerNumbers })
  const choosable = async () => {
    const listed = await listUndelivered(world.ports, { period, offset: 0, limit: 100 })
    if (!listed.ok) throw new Error(listed.fault.code)
    return listed.value.letters.flatMap(({ customerNumber, mayBeSentAgain }) =>
      mayBeSentAgain ? [customerNumber] : [],
    )
  }
  const pass = (milliseconds: number) => world.setNow(new Date(world.ports.clock.now() + milliseconds).toISOString())
  return { world, outbox, letters, claim, fail, bounce, again, choosable, pass, numbers: letters.map(numberOf) }
}

const invitationsOf = ({ database }: SurveyWorld) =>
  database.query.all<{ state: string; count: number }>(
    'SELECT state, count(*) AS count FROM letter GROUP BY state ORDER BY state',
  )

test('rejected and bounced invitations go out again with a link that works, and delivered ones do not', async () => {
  const { world, outbox, letters, claim, again, choosable, numbers } = await undeliveredWave(4, 1, 2)
  expect((await choosable()).toSorted()).toEqual(numbers.slice(0, 3).toSorted())
  expect(await again([...numbers, 'C-unknown', numbers[0] ?? ''])).toEqual({ ok: true, value: { sent: 3, left: 2 } })
  expect(await choosable()).toEqual([])
  const claimed = await claim()
  expect(claimed.map(({ id }) => id).toSorted()).toEqual(
    letters
      .slice(0, 3)
      .map(({ id }) => id)
      .toSorted(),
  )
  const generations = await world.database.query.all<{ id: string; generation: number }>(
    'SELECT id, generation FROM invitation',
  )
  for (const { attempt, letter } of claimed) {
    if (letter.kind !== 'survey-invitation') throw new Error('not an invitation')
    expect(attempt).toBe(1)
    expect(letter.data.generation).toBe(generations.find(({ id }) => id === letter.data.invitationId)?.generation)
  }
  for (const letter of claimed) await outbox.markSent(letter, '250 taken', world.ports.clock.now())
  expect(await invitationsOf(world)).toEqual([{ state: 'sent', count: 4 }])
  expect(await again(numbers)).toMatchObject({ value: { sent: 0, left: 4 } })
})

test('an invitation is sent again once a day, and twice in total', async () => {
  const { again, claim, fail, bounce, pass, choosable, numbers } = await undeliveredWave(2, 1, 1)
  const refuse = async () => {
    const [first, second] = (await claim()).toSorted((a, b) => (a.to < b.to ? -1 : 1))
    if (first) await fail(first)
    if (second) await bounce(second)
  }
  const sent = async () => {
    const outcome = await again(numbers)
    return outcome.ok && outcome.value.sent
  }
  expect(await sent()).toBe(2)
  expect(await sent()).toBe(0)
  await refuse()
  pass(DAY - MINUTE)
  expect([await sent(), await choosable()]).toEqual([0, []])
  pass(MINUTE)
  expect(await sent()).toBe(2)
  await refuse()
  pass(3 * DAY)
  expect([await sent(), await choosable()]).toEqual([0, []])
})

test('nobody gets one who objected, complained, is erased, or may no longer be asked', async () => {
  const { world, again, choosable, letters, numbers } = await undeliveredWave(5, 3, 2)
  const [objected, erased, , adult, complained] = letters
  if (!objected || !erased || !adult || !complained) throw new Error('too few letters')
  await suppressAddress(world.ports, { email: objected.to })
  await eraseTraveler(world.ports, { email: erased.to })
  const n = Number(adult.to.replace(/\D+(\d+)@.*$/, '$1'))
  await importTravelers(world.ports, travelerFile([travelerRow(n, { adult: false })]))
  await world.database.write((query) =>
    query.run(
      `UPDATE suppression SET reason = 'complained' WHERE reason = 'bounced'
    AND email_key = (SELECT email_key FROM traveler WHERE customer_number = @n)`,
      { n: numberOf(complained) },
    ),
  )
  expect(await choosable()).toEqual([numbers[2]])
  expect(await again(numbers)).toMatchObject({ value: { sent: 1, left: 4 } })
})

test('two officers who choose the same invitation at once send it once', async () => {
  const { again, claim, numbers } = await undeliveredWave(2, 2, 0)
  const outcomes = await Promise.all([again(numbers), again(numbers)])
  expect(outcomes.map((outcome) => outcome.ok && outcome.value.sent).toSorted()).toEqual([0, 2])
  expect(await claim()).toHaveLength(2)
})

test('an answer changes neither who may be chosen nor the result', async () => {
  const { world, again, choosable, claim, numbers } = await undeliveredWave(3, 3, 0)
  const before = await choosable()
  for (const token of (await tokens(world)).slice(0, 2)) await submit(world, token, { overall: '5' })
  expect(await choosable()).toEqual(before)
  expect(await again(numbers)).toMatchObject({ value: { sent: 3, left: 0 } })
  expect(await claim()).toHaveLength(3)
})

test('only an open wave sends again, and a paused one once it is resumed', async () => {
  const { world, again, claim, numbers } = await undeliveredWave(1, 1, 0)
  await pauseWave(world.ports, { period })
  expect(await again(numbers)).toMatchObject({ value: { sent: 1 } })
  expect(await claim()).toEqual([])
  await resumeWave(world.ports, { period })
  expect(await claim()).toHaveLength(1)
  expect(await sendAgain(world.ports, { period: '2025-H2', customerNumbers: numbers })).toMatchObject({
    fault: { code: 'no-wave' },
  })
  world.setNow('2027-01-01T00:00:00Z')
  expect(await again(numbers)).toMatchObject({ fault: { code: 'wave-closed' } })
})

test('an invitation that was refused before a wave was resumed counts once it is refused again', async () => {
  const { world, again, claim, fail, numbers } = await undeliveredWave(30, 30, 0)
  await pauseWave(world.ports, { period })
  await resumeWave(world.ports, { period })
  await again(numbers)
  const health = async () => (await world.ports.store.letterHealth())[0]
  expect(await health()).toMatchObject({ tried: 0, refused: 0 })
  for (const letter of await claim()) await fail(letter)
  expect(await health()).toMatchObject({ tried: 30, refused: 30 })
})
