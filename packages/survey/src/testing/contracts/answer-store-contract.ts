import type { Id } from '@wayproof/kernel/id'
import { describe, expect, test } from 'vitest'
import type { NewAnswer } from '../../answers/ports.ts'
import type { SurveyPorts } from '../../ports.ts'
import { closeWave } from '../../waves/close-wave.ts'
import { openSurvey } from '../open-survey.ts'
import type { OpenContractFixture } from './contract-fixture.ts'

const receipt = (n: number) => new Uint8Array(16).fill(n)
const refused = (code: string) => ({ ok: false, fault: { code } })
const stored = { ok: true, value: null }

/** The behavior that every storage of answers has. */
export function answerStoreContract(engine: string, open: OpenContractFixture): void {
  const openedFixture = async () => {
    const fixture = await open()
    const wave = await openSurvey(fixture.ports)
    const [first = '', second = ''] = await fixture.invitationIds()
    return { ...fixture, store: fixture.ports.store, wave, first, second, answer: answerOf(fixture.ports) }
  }

  describe(`answers in ${engine}`, () => {
    test('an invitation is found by its ID with its wave and questionnaire, unanswered and without a draft', async () => {
      const { store, first, wave } = await openedFixture()
      expect(await store.invitation(first)).toMatchObject({
        ...{ id: first, generation: 0, answered: false, draft: null },
        wave: { id: wave.id, period: '2026-H1', status: 'open', closesAt: wave.closesAt, smallestGroup: 5 },
        questionnaire: { version: 1 },
      })
      expect(await store.invitation('none')).toBeNull()
    })

    test('a saved answer is found by its receipt hash, and its invitation is answered', async () => {
      const { store, first, wave, answer } = await openedFixture()
      expect(await store.receiptKnown(wave.id, receipt(1))).toBe(false)
      expect(await store.saveAnswer(answer(first, 1, { comment: 'ask for less' }))).toEqual(stored)
      expect(await store.receiptKnown(wave.id, receipt(1))).toBe(true)
      expect(await store.receiptKnown('another wave', receipt(1))).toBe(false)
      expect(await store.invitation(first)).toMatchObject({ answered: true })
      expect(await store.answerUnder(receipt(1))).toMatchObject({ values: { overall: '4' }, comment: 'ask for less' })
      expect(await store.answerUnder(receipt(2))).toBeNull()
    })

    test('the same receipt saves an answer once; another receipt on the same link is refused', async () => {
      const { store, first, answer } = await openedFixture()
      await store.saveAnswer(answer(first, 1))
      expect(await store.saveAnswer(answer(first, 1, { values: { overall: '1' } }))).toEqual(stored)
      expect(await store.answerUnder(receipt(1))).toMatchObject({ values: { overall: '4' } })
      expect(await store.saveAnswer(answer(first, 2))).toEqual(refused('link-used'))
    })

    test('a receipt that another answer of the wave has is refused, and the link stays unused', async () => {
      const { store, first, second, answer } = await openedFixture()
      await store.saveAnswer(answer(first, 1))
      expect(await store.saveAnswer(answer(second, 1))).toEqual(refused('receipt-invalid'))
      expect(await store.invitation(second)).toMatchObject({ answered: false })
    })

    test('the link is checked again when the answer is saved', async () => {
      const { store, first, wave, answer } = await openedFixture()
      expect(await store.saveAnswer(answer('none', 1))).toEqual(refused('link-unknown'))
      expect(await store.saveAnswer(answer(first, 1, { generation: 1 }))).toEqual(refused('link-expired'))
      expect(await store.saveAnswer(answer(first, 1, { at: wave.closesAt }))).toEqual(refused('link-expired'))
      expect(await store.saveAnswer(answer(first, 1, { at: wave.closesAt - 1 }))).toEqual(stored)
    })

    test('a draft is replaced, deleted on request, and deleted by the answer', async () => {
      const { store, ports, first, answer } = await openedFixture()
      const save = (sealed: Uint8Array | null, generation = 0) =>
        store.saveDraft({ invitationId: first, generation, sealed, at: ports.clock.now() })
      const draft = async () => (await store.invitation(first))?.draft?.length ?? null
      await save(new Uint8Array(8))
      expect(await save(new Uint8Array(9))).toEqual(stored)
      expect(await draft()).toBe(9)
      await save(null)
      expect(await draft()).toBeNull()
      expect(await save(new Uint8Array(8), 1)).toEqual(refused('link-expired'))
      await save(new Uint8Array(8))
      await store.saveAnswer(answer(first, 1))
      expect(await draft()).toBeNull()
      expect(await save(new Uint8Array(8))).toEqual(refused('link-used'))
    })

    test('a correction replaces values and comment; a withdrawal deletes the answer and leaves its link used', async () => {
      const { store, ports, first, wave, answer } = await openedFixture()
      await store.saveAnswer(answer(first, 1, { comment: 'ask for less' }))
      const { values, comment, language, receiptHash, at } = answer(first, 1, { values: { overall: '2', trust: 'dk' } })
      const correction = { values, comment, language, receiptHash, at }
      expect(await store.replaceAnswer(correction)).toEqual(stored)
      expect(await store.answerUnder(receipt(1))).toMatchObject({
        values: { overall: '2', trust: 'dk' },
        comment: null,
      })
      expect(await store.replaceAnswer({ ...correction, at: wave.closesAt })).toEqual(refused('wave-closed'))
      expect(await store.withdrawAnswer(receipt(1), wave.closesAt)).toEqual(refused('wave-closed'))
      expect(await store.withdrawAnswer(receipt(1), ports.clock.now())).toEqual(stored)
      expect(await store.withdrawAnswer(receipt(1), ports.clock.now())).toEqual(refused('receipt-unknown'))
      expect(await store.replaceAnswer(correction)).toEqual(refused('receipt-unknown'))
      expect(await store.invitation(first)).toMatchObject({ answered: true })
    })

    test('a receipt that was used in two waves stands for the answer in the wave that closes last', async () => {
      const { store, ports, first, invitationIds, answer } = await openedFixture()
      const earlier = new Set(await invitationIds())
      await store.saveAnswer(answer(first, 1))
      await openSurvey(ports, { period: '2025-H2', closesOn: '2026-08-20' })
      const later = (await invitationIds()).find((id) => !earlier.has(id)) ?? ''
      expect(await store.saveAnswer(answer(later, 1, { values: { overall: '1' } }))).toEqual(stored)
      expect(await store.answerUnder(receipt(1))).toMatchObject({
        values: { overall: '1' },
        wave: { period: '2025-H2' },
      })
    })

    test('answers are counted when the wave is unlinked, and then nothing links them to receipts or invitations', async () => {
      const { store, ports, setNow, first, second, wave, answer } = await openedFixture()
      await store.saveAnswer(answer(first, 1, { values: { overall: '4', trust: '2' } }))
      await store.saveAnswer(answer(second, 2, { values: { overall: 'dk' } }))
      expect(await store.satisfactionCounts('2026-H1')).toEqual(refused('wave-open'))
      expect(await store.satisfactionCounts('2025-H2')).toEqual(refused('no-wave'))
      expect(await store.rebuildTallies(wave.id)).toMatchObject({ answers: 2, differences: [] })
      setNow('2026-08-01T00:00:00Z')
      await closeWave(ports, { period: '2026-H1' })
      expect(await store.satisfactionCounts('2026-H1')).toMatchObject({
        ok: true,
        value: { counts: [0, 0, 0, 1, 0], notApplicable: 0, dontKnow: 1, blank: 0, answered: 2, ruleVersion: '2026-1' },
      })
      expect(await store.rebuildTallies(wave.id)).toEqual({ cells: 1, answers: 2, differences: [] })
      expect(await store.answerUnder(receipt(1))).toBeNull()
      expect(await store.receiptKnown(wave.id, receipt(1))).toBe(false)
      expect(await store.invitation(first)).toMatchObject({ generation: null, answered: null })
    })

    test('the ratings of an unlinked wave are counted in pairs with the headline, and those without an opinion are not', async () => {
      const { store, ports, setNow, invitationIds, wave, answer } = await openedFixture()
      const given = [
        { overall: '4', ease: '2' },
        { overall: '4', ease: 'na' },
        { overall: '4', ease: '2' },
      ]
      const items = await store.latestQuestionnaire()
      const driver = items?.items.find(({ role }) => role === 'driver')?.id ?? ''
      for (const [n, { overall, ease }] of given.entries())
        await store.saveAnswer(answer((await invitationIds())[n] ?? '', n, { values: { overall, [driver]: ease } }))
      setNow('2026-08-01T00:00:00Z')
      await closeWave(ports, { period: '2026-H1' })
      expect(await store.crossCounts(wave.id)).toEqual([{ item: driver, value: 2, headline: 4, count: 2 }])
      expect(await store.crossCounts('another wave')).toEqual([])
    })
  })
}

const answerOf =
  ({ clock }: SurveyPorts) =>
  (invitationId: Id, nth: number, change: Partial<NewAnswer> = {}): NewAnswer => ({
    ...{ invitationId, generation: 0, values: { overall: '4' }, comment: null, language: 'en' },
    ...{ receiptHash: receipt(nth), at: clock.now(), day: '2026-07-01' },
    ...change,
  })
