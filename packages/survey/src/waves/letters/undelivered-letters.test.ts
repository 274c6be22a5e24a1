import type { RefusalCause } from '@wayproof/journal/outbox/refusal-cause'
import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, test } from 'vitest'
import { closeAtOnce, openedWave, type SurveyWorld, submit, surveyWorld, tokens } from '../../testing/survey-world.ts'
import { suppressAddress } from '../../travelers/suppress-address.ts'
import { listUndelivered } from '../list-undelivered.ts'
import { remindWave } from '../remind-wave.ts'
import type { UndeliveredLetter } from '../undelivered-letter.ts'

const period = '2026-H1'
const MINUTE = 60_000

const outboxOf = ({ database, ports }: SurveyWorld) => outboxStore({ database, ids: systemIds, keyring: ports.keyring })

async function undelivered(world: SurveyWorld, some = { offset: 0, limit: 50 }) {
  const listed = await listUndelivered(world.ports, { period, ...some })
  if (!listed.ok) throw new Error(listed.fault.code)
  return listed.value
}

const numberOf = ({ to }: { readonly to: string }) => to.replace(/^traveler-(\d+)@.*$/, 'C-$1')

test('undelivered letters are listed with number, state, reply, moment and reason, latest first, and delivered ones are not', async () => {
  const world = await surveyWorld()
  await openedWave(world, 6)
  const outbox = outboxOf(world)
  const now = world.ports.clock.now()
  expect(await undelivered(world)).toEqual({ total: 0, byPolicy: 0, letters: [] })
  const [sent, deferred, failed, held, ...rest] = await outbox.claim(6, now, now + MINUTE)
  if (!sent || !deferred || !failed || !held) throw new Error('too few letters')
  await outbox.markSent(sent, '250 taken', now + 1)
  await outbox.markDeferred(deferred, '451 busy', now + 2, now + 10 * MINUTE)
  await outbox.markFailed(failed, '550 unknown', now + 3)
  await suppressAddress(world.ports, { email: held.to })
  await outbox.markSuppressed(held, now + 4)
  const [claimed] = rest
  await suppressAddress(world.ports, { email: claimed?.to ?? '' })
  // Released letters are skipped at their next claim.
  await outbox.release(rest, null)
  expect(await outbox.claim(6, now + 5, now + MINUTE)).toHaveLength(1)
  const row = { kind: 'invitation', reply: null, reason: null, byPolicy: false, mayBeSentAgain: false } as const
  const letters: UndeliveredLetter[] = [
    {
      ...{ ...row, customerNumber: numberOf(claimed ?? { to: '' }), state: 'suppressed' },
      ...{ at: now + 5, reason: 'objected' },
    },
    { ...row, customerNumber: numberOf(held), state: 'suppressed', at: now + 4, reason: 'objected' },
    {
      ...{ ...row, customerNumber: numberOf(failed), state: 'failed', at: now + 3, reply: '550 unknown' },
      mayBeSentAgain: true,
    },
    { ...row, customerNumber: numberOf(deferred), state: 'deferred', at: now + 2, reply: '451 busy' },
  ]
  expect(await undelivered(world)).toEqual({ total: 4, byPolicy: 0, letters })
  expect(await undelivered(world, { offset: 1, limit: 2 })).toEqual({
    total: 4,
    byPolicy: 0,
    letters: letters.slice(1, 3),
  })
  const again = await outbox.claim(6, now + 11 * MINUTE, now + 12 * MINUTE)
  await outbox.markSent(again.find(({ id }) => id === deferred.id) ?? deferred, '250 taken', now + 11 * MINUTE)
  expect((await undelivered(world)).total).toBe(3)
})

test('a reminder is not listed, because only people who have not answered get one', async () => {
  const world = await surveyWorld()
  await openedWave(world, 4)
  const outbox = outboxOf(world)
  const now = world.ports.clock.now()
  for (const letter of await outbox.claim(10, now, now + MINUTE)) await outbox.markSent(letter, '250', now)
  await submit(world, (await tokens(world))[0] ?? '', { overall: '5' })
  world.setNow('2026-07-15T00:00:00Z')
  await remindWave(world.ports, { period })
  const later = world.ports.clock.now()
  const [reminder, ...others] = await outbox.claim(10, later, later + MINUTE)
  if (!reminder) throw new Error('no reminder')
  await outbox.markFailed(reminder, '550 full', later)
  expect(await undelivered(world)).toEqual({ total: 0, byPolicy: 0, letters: [] })
  await outbox.release(others, null)
  expect(JSON.stringify(await undelivered(world))).not.toMatch(/C-\d|traveler-/)
  await closeAtOnce(world, period)
  expect(JSON.stringify(await undelivered(world))).not.toMatch(/C-\d|traveler-/)
})

test('a refusal by a server’s policy is marked and quoted, whether it was immediate or later', async () => {
  const world = await surveyWorld()
  await openedWave(world, 8)
  const outbox = outboxOf(world)
  const now = world.ports.clock.now()
  const claims = await outbox.claim(8, now, now + MINUTE)
  const [refused, unknown, putOff, returned, full, dead, arrived] = claims
  if (!refused || !unknown || !putOff || !returned || !full || !dead || !arrived) throw new Error('too few letters')
  await outbox.markFailed(refused, '550 DMARC check failed', now + 1)
  await outbox.markFailed(unknown, '550 user unknown', now + 2)
  await outbox.markDeferred(putOff, '550 Ip frequency limited', now + 3, now + 10 * MINUTE)
  for (const claim of [returned, full, dead, arrived]) await outbox.markSent(claim, '250 taken', now)
  const mark = reportMarks(world.database, world.ports)
  const markOf = (to: string) => world.ports.keyring.mac('address-look-up', to).subarray(0, 2)
  const report = ({ id, to }: { id: string; to: string }, kind: 'hard' | 'soft', cause: RefusalCause, detail: string) =>
    ({ kind, cause, detail, letter: { letterId: id, addressMark: markOf(to) } }) as const
  await mark(report(returned, 'soft', 'policy', '554 DT:SPM'), now + 4)
  await mark(report(full, 'soft', 'mailbox-full', '552 full'), now + 5)
  await mark(report(dead, 'hard', 'no-mailbox', '550 5.1.1 no'), now + 6)
  const listed = await undelivered(world)
  expect(listed).toMatchObject({ total: 6, byPolicy: 3 })
  expect(listed.letters.map(({ state, byPolicy, reply }) => [state, byPolicy, reply])).toEqual([
    ['bounced', false, '550 5.1.1 no'],
    ['soft-bounced', false, '552 full'],
    ['soft-bounced', true, '554 DT:SPM'],
    ['deferred', true, '550 Ip frequency limited'],
    ['failed', false, '550 user unknown'],
    ['failed', true, '550 DMARC check failed'],
  ])
  expect(listed.letters.every(({ customerNumber }) => customerNumber !== null)).toBe(true)
  await closeAtOnce(world, period)
  expect((await undelivered(world)).letters.filter(({ state }) => state.endsWith('bounced'))).toMatchObject(
    [1, 2, 3].map(() => ({ kind: 'either', customerNumber: null })),
  )
})

test('an unknown wave has no undelivered letters', async () => {
  const world = await surveyWorld()
  expect(await listUndelivered(world.ports, { period, offset: 0, limit: 9 })).toEqual({
    ok: false,
    fault: { code: 'no-wave' },
  })
})
