import { isId } from '@wayproof/kernel/id'
import { systemIds } from '@wayproof/kernel/system'
import { showInvitation } from '@wayproof/survey/answers/show-invitation'
import {
  closeAtOnce,
  exactFunnel,
  invitations,
  openedWave,
  remindNow,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '@wayproof/survey/testing/survey-world'
import { cutTies } from '@wayproof/survey/unlinking/cut-ties'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import { remindWave } from '@wayproof/survey/waves/remind-wave'
import { describe, expect, it } from 'vitest'
import { reportMarks } from './mark-reported.ts'
import { outboxStore } from './outbox-rows.ts'

const NOW = Date.parse('2026-07-02T01:00:00Z')

interface LetterRow {
  readonly id: string
  readonly state: string
  readonly recipient_id: string
}

const letters = ({ database }: SurveyWorld) =>
  database.query.all<LetterRow>('SELECT id, state, recipient_id FROM letter ORDER BY id')
const suppressed = async ({ database }: SurveyWorld) =>
  (await database.query.all<{ reason: string }>('SELECT reason FROM suppression')).map(({ reason }) => reason)
const outcomes = async ({ database }: SurveyWorld) =>
  (await database.query.all<{ outcome: string }>('SELECT outcome FROM delivery ORDER BY number, letter_id')).map(
    ({ outcome }) => outcome,
  )

const recipient = (data: object) => ('travelerId' in data ? data.travelerId : null)

async function sentWave(count: number) {
  const world = await surveyWorld()
  await openedWave(world, count)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  const claims = await outbox.claim(count, NOW, NOW + 1000)
  for (const claim of claims) await outbox.markSent(claim, '250 ok', NOW)
  const mark = reportMarks(world.database, world.ports)
  const report = (n: number, kind: 'hard' | 'soft' | 'complaint') => {
    const claim = claims[n]!
    const addressMark = world.ports.keyring.mac('address-look-up', claim.to).subarray(0, 2)
    return { kind, cause: null, letter: { letterId: claim.id, addressMark }, detail: '5.1.1 no' }
  }
  const linkOf = async (n: number) => {
    const data = claims[n]!.letter.data as { readonly invitationId: string }
    const at = (await invitations(world)).findIndex(({ id }) => id === data.invitationId)
    return (await tokens(world))[at]!
  }
  return { world, outbox, mark, report, claims, linkOf }
}

describe('a report about a letter', () => {
  it.each([
    ['hard', 'bounced'],
    ['complaint', 'complained'],
  ] as const)(
    'of a %s kind suppresses the address, marks the letter and revokes its link, once',
    async (kind, state) => {
      const { world, mark, report, claims, linkOf } = await sentWave(3)
      expect(await mark(report(1, kind), NOW)).toBe(true)
      expect(await suppressed(world)).toEqual([state])
      expect((await letters(world)).filter((letter) => letter.state === state).map(({ id }) => id)).toEqual([
        claims[1]!.id,
      ])
      expect(await outcomes(world)).toEqual(['sent', 'sent', 'sent', state])
      expect(await showInvitation(world.ports, { token: await linkOf(1) })).toEqual({
        ok: false,
        fault: { code: 'link-expired' },
      })
      expect((await submit(world, await linkOf(1), { overall: '5' })).ok).toBe(false)
      expect((await showInvitation(world.ports, { token: await linkOf(0) })).ok).toBe(true)
      for (const again of ['hard', 'complaint'] as const) expect(await mark(report(1, again), NOW)).toBe(false)
      expect(await outcomes(world)).toHaveLength(4)
    },
  )

  it('leaves out a bounced traveler from the reminder, and counts a bounce as not delivered', async () => {
    const { world, mark, report } = await sentWave(4)
    await mark(report(0, 'hard'), NOW)
    await mark(report(1, 'complaint'), NOW)
    world.setNow('2026-07-02T01:00:00Z')
    expect(await remindNow(world)).toBe(2)
    expect(await exactFunnel(world)).toMatchObject({ value: { invited: 4, delivered: 3 } })
  })

  it('about a soft bounce is counted once for each letter, and changes nothing else', async () => {
    const { world, mark, report } = await sentWave(2)
    expect(await mark(report(0, 'soft'), NOW)).toBe(true)
    expect(await mark(report(0, 'soft'), NOW)).toBe(false)
    expect([await suppressed(world), await outcomes(world)]).toEqual([[], ['sent', 'sent', 'soft-bounced']])
    expect((await letters(world)).every(({ state }) => state === 'sent')).toBe(true)
  })

  it('about a reminder finds its recipient after unlinking, and does not reveal that it was a reminder', async () => {
    const { world, outbox, mark } = await sentWave(5)
    world.setNow('2026-07-12T01:00:00Z')
    expect(await remindNow(world)).toBe(5)
    const reminders = await outbox.claim(5, world.ports.clock.now(), world.ports.clock.now() + 1000)
    expect(reminders.every(({ letter, id }) => letter.kind === 'survey-reminder' && isId(id))).toBe(true)
    for (const claim of reminders) await outbox.markSent(claim, '250 ok', NOW)
    await closeAtOnce(world, '2026-H1')
    const late = Date.parse('2026-07-20T01:00:00Z')
    const about = ({ id, to }: (typeof reminders)[number], kind: 'hard' | 'soft' | 'complaint') => {
      const addressMark = world.ports.keyring.mac('address-look-up', to).subarray(0, 2)
      return { kind, cause: null, letter: { letterId: id, addressMark }, detail: 'abuse' }
    }
    expect(await letters(world)).toHaveLength(5)
    const [first, second] = reminders
    expect(await mark(about(first!, 'complaint'), late)).toBe(true)
    expect(await mark(about(first!, 'complaint'), late)).toBe(false)
    expect(await suppressed(world)).toEqual(['complained'])
    const kept = await world.database.query.get<{ key: Uint8Array }>('SELECT email_key AS key FROM suppression')
    expect(Buffer.from(kept?.key ?? [])).toEqual(world.ports.keyring.mac('address-look-up', first!.to))
    // The traces equal those of a complaint about the invitation.
    const complained = (await letters(world)).filter(({ state }) => state === 'complained')
    expect(complained.map(({ recipient_id }) => recipient_id)).toEqual([first!.letter.data].map(recipient))
    expect(await mark(about({ ...second!, to: 'other@x.example' }, 'hard'), late)).toBe(false)
    expect(await mark(about(second!, 'complaint'), late + 60 * 86_400_000)).toBe(false)
    expect(await suppressed(world)).toHaveLength(1)
  })

  it('about a reminder is recorded on the invitation as soon as reminders are being deleted', async () => {
    const { world, outbox, mark } = await sentWave(5)
    world.setNow('2026-07-12T01:00:00Z')
    await remindWave(world.ports, { period: '2026-H1' })
    const [claim] = await outbox.claim(5, world.ports.clock.now(), world.ports.clock.now() + 1000)
    await outbox.markSent(claim!, '250 ok', NOW)
    await world.database.write((query) => query.run(`UPDATE wave SET status = 'closed'`))
    await cutTies(world.database, (await world.ports.store.wave('2026-H1'))?.id ?? '', NOW, 'plain')
    const addressMark = world.ports.keyring.mac('address-look-up', claim!.to).subarray(0, 2)
    const complaint = {
      kind: 'complaint',
      cause: null,
      letter: { letterId: claim!.id, addressMark },
      detail: 'abuse',
    } as const
    expect(await mark(complaint, Date.parse('2026-07-20T01:00:00Z'))).toBe(true)
    expect(await closeWave(world.ports, { period: '2026-H1' })).toMatchObject({ ok: true })
    const complained = (await letters(world)).filter(({ state }) => state === 'complained')
    expect(complained.map(({ recipient_id }) => recipient_id)).toEqual([claim!.letter.data].map(recipient))
  })

  it('does not suppress a new address of the customer', async () => {
    const { world, mark, report, linkOf } = await sentWave(2)
    await world.database.write((query) =>
      query.run(
        `UPDATE traveler SET email_key = @emailKey WHERE id = (SELECT recipient_id FROM letter WHERE id = @id)`,
        {
          emailKey: world.ports.keyring.mac('address-look-up', 'new@traveler.example'),
          id: report(0, 'hard').letter.letterId,
        },
      ),
    )
    expect(await mark(report(0, 'hard'), NOW)).toBe(true)
    expect(await suppressed(world)).toEqual([])
    expect((await showInvitation(world.ports, { token: await linkOf(0) })).ok).toBe(true)
  })

  it('is accepted before the letter is marked as sent, and not before it was tried at all', async () => {
    const world = await surveyWorld()
    await openedWave(world, 1)
    const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
    const mark = reportMarks(world.database, world.ports)
    const [letter] = await letters(world)
    const report = {
      kind: 'hard',
      letter: { letterId: letter!.id, addressMark: new Uint8Array(2) },
      cause: null,
      detail: '',
    } as const
    expect(await mark(report, NOW)).toBe(false)
    const [claim] = await outbox.claim(1, NOW, NOW + 1000)
    expect(await mark(report, NOW)).toBe(true)
    expect(await outbox.markSent(claim!, '250 ok', NOW)).toBe(false)
    expect((await letters(world))[0]?.state).toBe('bounced')
  })

  it('about an unknown letter changes nothing', async () => {
    const { world, mark } = await sentWave(1)
    const letter = { letterId: systemIds.next(), addressMark: new Uint8Array(2) }
    for (const kind of ['hard', 'soft', 'complaint'] as const) {
      expect(await mark({ kind, cause: null, letter, detail: '' }, NOW)).toBe(false)
    }
    expect(await suppressed(world)).toEqual([])
  })
})
