import { systemIds } from '@wayproof/kernel/system'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import type { ClaimedLetter } from '@wayproof/letters/outbox/outbox'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { expect, it } from 'vitest'
import { linkToken } from '../links/invitation-link.ts'
import { countOf, openedWave, remindNow, type SurveyWorld, submit, surveyWorld } from '../testing/survey-world.ts'

const MINUTE = 60_000

/** A wave of `count` whose first reminders wait. */
async function reminded(count: number) {
  const world = await surveyWorld()
  await openedWave(world, count)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  const now = () => world.ports.clock.now()
  const claim = () => outbox.claim(count, now(), now() + MINUTE)
  for (const invitation of await claim()) await outbox.markSent(invitation, '250 ok', now())
  world.setNow('2026-07-06T02:00:00Z')
  expect(await remindNow(world)).toBe(count)
  return { world, outbox, claim, now }
}

const invitationOf = ({ letter }: ClaimedLetter) => ('invitationId' in letter.data ? letter.data.invitationId : '')

const answer = async (world: SurveyWorld, invitationId: string) =>
  expect(
    await submit(world, linkToken(world.ports.keyring, { invitationId, generation: 0, locale: 'zh-CN' }), {
      overall: '5',
    }),
  ).toMatchObject({
    ok: true,
  })

const reminders = async (world: SurveyWorld) => await countOf(world, `letter WHERE kind = 'survey-reminder'`)

it('is not sent to a person who answers before the attempt, and leaves no trace', async () => {
  const { world, claim } = await reminded(4)
  const first = (await world.database.query.get<{ id: string }>('SELECT id FROM invitation LIMIT 1'))?.id ?? ''
  await answer(world, first)
  expect((await claim()).map(invitationOf)).not.toContain(first)
  expect(await reminders(world)).toBe(3)
})

it('is not tried again after the answer if a server deferred it', async () => {
  const { world, outbox, claim, now } = await reminded(2)
  const claims = await claim()
  for (const letter of claims) await outbox.markDeferred(letter, '451 greylisted', now(), now() + MINUTE)
  await answer(world, invitationOf(claims[0]!))
  world.setNow('2026-07-06T03:00:00Z')
  expect((await claim()).map(({ id }) => id)).toEqual([claims[1]!.id])
  expect([await reminders(world), await countOf(world, `delivery WHERE outcome = 'deferred'`)]).toEqual([1, 1])
})

it('is not sent after the answer if it is claimed, also by another sender that takes it over', async () => {
  const { world, outbox, claim, now } = await reminded(3)
  const [asked, left] = await claim()
  for (const letter of [asked!, left!]) await answer(world, invitationOf(letter))
  expect(await outbox.eligibility(asked!.id, now())).toBe('suppressed')
  expect(await outbox.markSuppressed(asked!, now())).toBe(true)
  expect(await reminders(world)).toBe(2)
  world.setNow('2026-07-06T03:00:00Z')
  expect((await claim()).map(({ id }) => id)).not.toContain(left!.id)
  expect(await reminders(world)).toBe(1)
  expect(await countOf(world, `letter WHERE state = 'suppressed'`)).toBe(0)
})

it('is marked as sent like any other if it was sent during the answer', async () => {
  const { world, outbox, claim, now } = await reminded(1)
  const [letter] = await claim()
  await answer(world, invitationOf(letter!))
  expect(await outbox.markSent(letter!, '250 ok', now())).toBe(true)
  expect(await countOf(world, `letter WHERE kind = 'survey-reminder' AND state = 'sent'`)).toBe(1)
})

it('is matched to its recipient by a complaint even if it was deleted', async () => {
  const { world, outbox, claim, now } = await reminded(2)
  const [letter] = await claim()
  await outbox.markDeferred(letter!, 'the connection broke after DATA', now(), now() + MINUTE)
  await answer(world, invitationOf(letter!))
  world.setNow('2026-07-06T03:00:00Z')
  await claim()
  const addressMark = world.ports.keyring.mac('address-look-up', letter!.to).subarray(0, 2)
  const complaint = {
    kind: 'complaint',
    cause: null,
    letter: { letterId: letter!.id, addressMark },
    detail: 'abuse',
  } as const
  expect(await reportMarks(world.database, world.ports)(complaint, now())).toBe(true)
  expect(await countOf(world, `suppression WHERE reason = 'complained'`)).toBe(1)
})
