import { mailboxHash } from '@wayproof/kernel/people/mailbox'
import { describe, expect, test } from 'vitest'
import { closeWave } from '../../waves/close-wave.ts'
import { reminderMoments } from '../../waves/reminder.ts'
import type { Wave } from '../../waves/wave.ts'
import { openSurvey } from '../open-survey.ts'
import type { ContractFixture, OpenContractFixture } from './contract-fixture.ts'

const period = '2026-H1'
const hour = (day: string) => Date.parse(`2026-07-${day}T10:00:00Z`)

/** The behavior that every storage of waves has. */
export function waveStoreContract(engine: string, open: OpenContractFixture): void {
  const openedFixture = async (travelers = 6) => {
    const fixture = await open()
    const wave = await openSurvey(fixture.ports, { travelers })
    return { ...fixture, store: fixture.ports.store, wave }
  }
  const answer = async ({ ports, invitationIds }: ContractFixture, nth: number) =>
    ports.store.saveAnswer({
      ...{ invitationId: (await invitationIds())[nth] ?? '', generation: 0, values: { overall: '4' }, comment: null },
      ...{ language: 'en', receiptHash: new Uint8Array(16).fill(nth), at: ports.clock.now(), day: '2026-07-02' },
    })
  const remind = ({ ports }: ContractFixture, wave: Wave, byHand: boolean) => {
    const moments = reminderMoments(wave, { at: ports.clock.now(), timeZone: ports.timeZone, byHand })
    return ports.store.remindWave(wave.id, moments, 'by-hand')
  }

  describe(`waves in ${engine}`, () => {
    test('waves are found by period and listed newest period first', async () => {
      const { store, ports, wave } = await openedFixture()
      const earlier = await openSurvey(ports, { period: '2025-H2', travelers: 6 })
      expect(await store.waves()).toEqual([wave, earlier])
      expect([await store.wave(period), await store.wave('2024-H1')]).toEqual([wave, null])
    })

    test('a wave is paused once and resumed once', async () => {
      const { store, wave } = await openedFixture()
      const pause = { at: hour('02'), reason: 'officer' } as const
      expect(await store.resumeWave(wave.id)).toBe(false)
      expect(await store.pauseWave(wave.id, pause, null)).toBe(true)
      expect(await store.pauseWave(wave.id, pause, null)).toBe(false)
      expect((await store.wave(period))?.paused).toEqual(pause)
      expect(await store.letterHealth()).toEqual([])
      expect(await store.resumeWave(wave.id)).toBe(true)
      expect((await store.wave(period))?.paused).toBeNull()
    })

    test('sent letters are counted as tried from the last time the wave was resumed', async () => {
      const { store, wave, sendLetters } = await openedFixture()
      const health = { waveId: wave.id, period, refused: 0, complained: 0 }
      expect(await store.letterHealth()).toEqual([{ ...health, tried: 0 }])
      await sendLetters()
      expect(await store.letterHealth()).toEqual([{ ...health, tried: 6 }])
      await store.pauseWave(wave.id, { at: hour('02'), reason: 'officer' }, null)
      await store.resumeWave(wave.id)
      expect(await store.letterHealth()).toEqual([{ ...health, tried: 0 }])
    })

    test('one change of the close is pending at a time, and an approved one moves the closing time', async () => {
      const { store, ports, wave } = await openedFixture()
      const mailbox = mailboxHash(ports.keyring, 'officer@company.example')
      const proposedBy = { id: 'officer-1', name: 'officer' }
      const by = { id: 'officer-2', name: 'deputy' }
      const change = (id: string, proposedAt: number) => {
        const proposal = { id, waveId: wave.id, closesOn: '2026-07-20', reason: 'late letters' }
        return { ...proposal, proposedBy, proposedAt, decided: null } as const
      }
      expect(await store.proposeClose(change('change-1', hour('02')), mailbox)).toBe(true)
      expect(await store.proposeClose(change('change-2', hour('03')), mailbox)).toBe(false)
      expect((await store.proposers('change-1')).map(({ id }) => id)).toEqual(['officer-1'])
      expect(await store.decideClose('change-1', { by, at: hour('03'), close: null })).toBe(true)
      expect(await store.decideClose('change-1', { by, at: hour('03'), close: null })).toBe(false)
      expect(await store.wave(period)).toEqual(wave)
      expect(await store.proposeClose(change('change-2', hour('04')), mailbox)).toBe(true)
      const close = { closesAt: Date.parse('2026-07-20T16:00:00Z'), closesOn: '2026-07-20' }
      expect(await store.decideClose('change-2', { by, at: hour('05'), close })).toBe(true)
      expect(await store.closeChanges(wave.id)).toEqual([
        { ...change('change-2', hour('04')), decided: { approved: true, by, at: hour('05') } },
        { ...change('change-1', hour('02')), decided: { approved: false, by, at: hour('03') } },
      ])
      expect(await store.wave(period)).toEqual({ ...wave, closesAt: close.closesAt })
    })

    test('a wave is closed at its closing time and not before; only a closed wave is unlinked', async () => {
      const { store, ports, wave } = await openedFixture()
      const moments = reminderMoments(wave, { at: wave.closesAt, timeZone: ports.timeZone, byHand: false })
      await store.closeWave(wave.id, wave.closesAt - 1, moments)
      await store.unlinkWave(wave.id, wave.closesAt)
      expect(await store.wave(period)).toMatchObject({ status: 'open', closedAt: null, unlinkedAt: null })
      await store.closeWave(wave.id, wave.closesAt, moments)
      await store.closeWave(wave.id, wave.closesAt + 1, moments)
      expect(await store.wave(period)).toMatchObject({ status: 'closed', closedAt: wave.closesAt, unlinkedAt: null })
      await store.unlinkWave(wave.id, wave.closesAt + 5)
      await store.unlinkWave(wave.id, wave.closesAt + 9)
      expect(await store.wave(period)).toMatchObject({ status: 'unlinked', unlinkedAt: wave.closesAt + 5 })
      expect(await store.pauseWave(wave.id, { at: wave.closesAt, reason: 'officer' }, null)).toBe(false)
    })

    test('the funnel shows nothing before the first full hour, no arrivals under 50 while open, and exact counts after', async () => {
      const fixture = await openedFixture()
      const { store, ports, wave, setNow, sendLetters } = fixture
      expect(await store.funnel('2024-H1')).toBeNull()
      expect(await store.funnel(period)).toMatchObject({ invited: 6, counted: { kind: 'not-yet' }, answered: null })
      await sendLetters()
      for (const nth of [0, 1, 2]) await answer(fixture, nth)
      expect(await store.countOpenWave(wave.id, hour('02'))).toBe(true)
      expect(await store.countOpenWave(wave.id, hour('02'))).toBe(false)
      const hourly = { kind: 'hourly', asOf: hour('02') }
      expect(await store.funnel(period)).toMatchObject({
        counted: hourly,
        delivered: 5,
        answered: null,
        completeness: null,
      })
      setNow('2026-08-01T00:00:00Z')
      await closeWave(ports, { period })
      const days = [{ day: '2026-07-02', count: 3 }]
      expect(await store.funnel(period)).toMatchObject({ counted: { kind: 'exact' }, delivered: 6, answered: 3, days })
      expect((await store.funnel(period))?.skips).toContainEqual({ stage: 'reminder', reason: 'answered', count: 3 })
      expect(await store.countOpenWave(wave.id, hour('03'))).toBe(false)
    })

    test('completeness is published once the wave is unlinked and its smallest group has answered', async () => {
      for (const [answers, completeness] of [
        [4, null],
        [5, { complete: 0, partial: 0, 'break-off': 5 }],
      ] as const) {
        const fixture = await openedFixture()
        for (let nth = 0; nth < answers; nth += 1) await answer(fixture, nth)
        fixture.setNow('2026-08-01T00:00:00Z')
        await closeWave(fixture.ports, { period })
        expect((await fixture.store.funnel(period))?.completeness).toEqual(completeness)
      }
    })

    test('the last response rate is that of the wave closed last, once it is unlinked', async () => {
      const fixture = await openedFixture()
      await answer(fixture, 0)
      expect(await fixture.store.lastResponseRate(6)).toBeNull()
      fixture.setNow('2026-08-01T00:00:00Z')
      await closeWave(fixture.ports, { period })
      expect(await fixture.store.lastResponseRate(6)).toEqual({ numerator: 1, denominator: 6 })
      expect(await fixture.store.lastResponseRate(7)).toBeNull()
    })

    test('a reminder follows a sent invitation of a person who has not answered, twice and three days apart', async () => {
      const fixture = await openedFixture(3)
      const { wave, setNow, sendLetters } = fixture
      expect(await remind(fixture, wave, true)).toBe(0)
      await sendLetters()
      await answer(fixture, 0)
      expect(await remind(fixture, wave, false)).toBe(0)
      setNow('2026-07-06T02:00:00Z')
      expect(await remind(fixture, wave, false)).toBe(2)
      expect(await remind(fixture, wave, false)).toBe(0)
      await sendLetters()
      setNow('2026-07-08T02:00:00Z')
      expect(await remind(fixture, wave, true)).toBe(0)
      setNow('2026-07-09T02:00:00Z')
      expect(await remind(fixture, wave, true)).toBe(2)
      await sendLetters()
      setNow('2026-07-20T02:00:00Z')
      expect(await remind(fixture, wave, true)).toBe(0)
    })

    test('a letter that was refused on delivery is not listed while it waits or is sent', async () => {
      const { store, wave, sendLetters } = await openedFixture()
      const nothing = { total: 0, byPolicy: 0, letters: [] }
      const page = { offset: 0, limit: 10, now: 0 }
      expect(await store.undeliveredLetters(wave.id, page)).toEqual(nothing)
      await sendLetters()
      expect(await store.undeliveredLetters(wave.id, page)).toEqual(nothing)
    })
  })
}
