import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { describe, expect, test } from 'vitest'
import type {
  CaseChange,
  CaseFacts,
  NewMailedCode,
  NewRightsCase,
  RightsStore,
  SealedMessage,
} from '../../rights/ports.ts'
import type { OfficerPurpose, RightsCase } from '../../rights/rights-case.ts'
import type { RightsLetter } from '../memory-rights-store.ts'

export interface RightsContractFixture {
  readonly rights: RightsStore
  /** Queued letters, oldest first. */
  letters(): Promise<readonly RightsLetter[]> | readonly RightsLetter[]
}

const DAY = '2026-03-02'
const NOW = Date.parse('2026-03-02T01:00:00Z')
const HALF_HOUR = 1_800_000
const sealed = (text: string) => new Uint8Array(Buffer.from(text))
const codeHashOf = (id: Id) => new Uint8Array(32).fill(id.charCodeAt(id.length - 1))

const received = (id: Id, change: Partial<RightsCase> = {}): RightsCase => ({
  ...{ id, kind: 'access', regime: 'china', channel: 'page', receivedOn: DAY, recordedOn: null, dueOn: '2026-03-23' },
  ...{ status: 'received', outcome: null, anonymous: false, locale: 'en', identityCheckedOn: null },
  ...{ addressDroppedOn: null, extendedOn: null, answeredOn: null, closedOn: null, ...change },
})
const words = (day: CalendarDate): SealedMessage<'message'> => {
  return { author: 'person', purpose: 'message', day, textSealed: sealed('words') }
}
const newCase = (id: Id, change: Partial<NewRightsCase> = {}): NewRightsCase => {
  const {
    codeHash: _hash,
    contactSealed: _contact,
    message: _message,
    code: _code,
    recorded: _recorded,
    ...facts
  } = change
  const rightsCase = received(id, facts)
  const sealedCase = {
    codeHash: codeHashOf(id),
    contactSealed: sealed('contact'),
    message: words(rightsCase.receivedOn),
  }
  return { ...rightsCase, ...sealedCase, code: null, ...change }
}
const newCode = (id: Id, limit: Partial<NewMailedCode['limit']> = {}, change: Partial<NewMailedCode> = {}) => ({
  ...{ id, expiresAt: NOW + HALF_HOUR, tries: 2, at: NOW },
  limit: { caseKey: 'case', addressKey: 'address', calls: 2, milliseconds: 2 * HALF_HOUR, now: NOW, ...limit },
  ...change,
})
const officerMessage = (purpose: OfficerPurpose, day: CalendarDate, dueOn: CalendarDate | null = null) => ({
  message: { author: 'officer', purpose, day, textSealed: sealed(purpose) } as const,
  ...{ at: NOW, dueOn },
})
const factsOf = ({ kind, regime, channel, receivedOn }: RightsCase): CaseFacts => ({
  kind,
  regime,
  channel,
  receivedOn,
})

/** The behavior that every storage of people's requests has. */
export function rightsStoreContract(engine: string, open: () => Promise<RightsContractFixture>): void {
  const filled = async (change: Partial<NewRightsCase> = {}) => {
    const fixture = await open()
    const id = 'case-1'
    await fixture.rights.openCase(newCase(id, change))
    const stateOf = async () => (await fixture.rights.conversation({ id }))?.case
    return { ...fixture, id, stateOf }
  }

  describe(`people’s requests in ${engine}`, () => {
    test('a case is found by ID and by code, and its code is stored once', async () => {
      const { rights, id } = await filled()
      const stored = { case: received(id), contactSealed: sealed('contact'), messages: [words(DAY)] }
      const sealedConversations = [
        await rights.conversation({ id }),
        await rights.conversation({ codeHash: codeHashOf(id) }),
      ]
      // A clone of a driver's buffer is a plain byte array.
      for (const each of sealedConversations) expect(structuredClone(each)).toEqual(stored)
      await rights.openCase(newCase('case-2', { codeHash: codeHashOf(id) }))
      expect(await rights.conversation({ id: 'case-2' })).toBeNull()
      expect(await rights.conversation({ codeHash: codeHashOf('case-9') })).toBeNull()
    })

    test('a form that arrives several times at once is one case with one letter', async () => {
      const { rights, letters } = await open()
      const ids = ['case-1', 'case-2', 'case-3', 'case-4', 'case-5']
      const codeHash = codeHashOf('case-1')
      await Promise.all(ids.map((id) => rights.openCase(newCase(id, { codeHash, code: newCode(`code-of-${id}`) }))))
      expect(await rights.openCases()).toHaveLength(1)
      expect(await letters()).toHaveLength(1)
    })

    test('a new code replaces the previous one, and each is mailed', async () => {
      const { rights, id, letters } = await filled({ code: newCode('code-1') })
      expect(await rights.mailCode(id, newCode('code-2'))).toBe(true)
      expect(await rights.spendTry(id, NOW)).toBe('code-2')
      expect(await letters()).toEqual([
        { caseId: id, kind: 'rights-code', data: { codeId: 'code-1' } },
        { caseId: id, kind: 'rights-code', data: { codeId: 'code-2' } },
      ])
    })

    test('a case beyond its limit gets no letter and learns it; an address beyond its limit gets none silently', async () => {
      const { rights, id, letters } = await filled()
      const later = { now: NOW + 2 * HALF_HOUR }
      const mail = (codeId: Id, limit: Partial<NewMailedCode['limit']>) => rights.mailCode(id, newCode(codeId, limit))
      expect([await mail('code-1', { addressKey: 'a' }), await mail('code-2', { addressKey: 'b' })]).toEqual([
        true,
        true,
      ])
      expect(await mail('code-3', { addressKey: 'c' })).toBe(false)
      expect(await rights.spendTry(id, NOW)).toBe('code-2')
      expect(await mail('code-4', { addressKey: 'd', ...later })).toBe(true)
      expect(await letters()).toHaveLength(3)
      for (const [codeId, caseKey] of [
        ['code-5', 'other'],
        ['code-6', 'another'],
        ['code-7', 'third'],
      ] as const)
        expect(await mail(codeId, { caseKey, addressKey: 'full' })).toBe(true)
      expect(await letters()).toHaveLength(5)
      expect(await rights.spendTry(id, NOW)).toBe('code-6')
    })

    test('a code has a number of attempts, also at once, and ends at its time', async () => {
      const { rights, id } = await filled({ code: newCode('code-1') })
      expect(await rights.spendTry(id, NOW + HALF_HOUR)).toBeNull()
      const spent = await Promise.all([1, 2, 3].map(() => rights.spendTry(id, NOW + HALF_HOUR - 1)))
      expect(spent.toSorted()).toEqual(['code-1', 'code-1', null])
      expect(await rights.spendTry('case-9', NOW)).toBeNull()
    })

    test('confirming the address ends its code, and only a received case changes', async () => {
      const { rights, id, stateOf } = await filled({ code: newCode('code-1') })
      await rights.markChecked(id, '2026-03-03')
      await rights.markChecked(id, '2026-03-04')
      expect(await stateOf()).toEqual(received(id, { status: 'identity-checked', identityCheckedOn: '2026-03-03' }))
      expect(await rights.spendTry(id, NOW)).toBeNull()
    })

    test('a person writes at most as many messages as allowed, in an open case', async () => {
      const { rights, id } = await filled()
      await rights.addOfficerMessage(id, officerMessage('question', '2026-03-03'))
      expect(await rights.addMessage(id, words('2026-03-04'), 2)).toBe(true)
      expect(await rights.addMessage(id, words('2026-03-05'), 2)).toBe(false)
      expect(await rights.addMessage('case-9', words('2026-03-05'), 2)).toBe(false)
      const messages = (await rights.conversation({ id }))?.messages.map(({ author, day }) => [author, day])
      expect(messages).toEqual([
        ['person', DAY],
        ['officer', '2026-03-03'],
        ['person', '2026-03-04'],
      ])
    })

    test('an officer’s message is mailed to the address of the case and to no anonymous one', async () => {
      const { rights, id, letters } = await filled()
      await rights.openCase(newCase('case-2', { anonymous: true, contactSealed: null }))
      for (const each of [id, 'case-2'])
        expect(await rights.addOfficerMessage(each, officerMessage('question', '2026-03-03'))).toBe(true)
      const data = { number: 2, purpose: 'question', dueOn: null }
      expect(await letters()).toEqual([{ caseId: id, kind: 'rights-message', data }])
    })

    test('a question changes no state, and the first answer stops the clock', async () => {
      const { rights, id, stateOf } = await filled()
      await rights.addOfficerMessage(id, officerMessage('question', '2026-03-03'))
      expect(await stateOf()).toEqual(received(id))
      for (const day of ['2026-03-04', '2026-03-05']) await rights.addOfficerMessage(id, officerMessage('answer', day))
      expect(await stateOf()).toEqual(received(id, { status: 'answered', answeredOn: '2026-03-04' }))
    })

    test('a term is extended once and not after an answer', async () => {
      const { rights, id, stateOf } = await filled()
      const extend = (caseId: Id) =>
        rights.addOfficerMessage(caseId, officerMessage('extension', '2026-03-03', '2026-05-23'))
      expect((await Promise.all([extend(id), extend(id)])).toSorted()).toEqual([false, true])
      expect(await stateOf()).toEqual(received(id, { dueOn: '2026-05-23', extendedOn: '2026-03-03' }))
      await rights.openCase(newCase('case-2'))
      await rights.addOfficerMessage('case-2', officerMessage('answer', '2026-03-03'))
      expect(await extend('case-2')).toBe(false)
    })

    test('a case is closed once, its code ends, and no message is added', async () => {
      const { rights, id, stateOf, letters } = await filled({ code: newCode('code-1') })
      const closing = [1, 2].map(() => rights.closeCase(id, 'withdrawn', '2026-03-05'))
      expect((await Promise.all(closing)).toSorted()).toEqual([false, true])
      expect(await rights.spendTry(id, NOW)).toBeNull()
      const refused = [
        await rights.addMessage(id, words('2026-03-06'), 30),
        await rights.addOfficerMessage(id, officerMessage('question', '2026-03-06')),
        await rights.addOfficerMessage(id, officerMessage('answer', '2026-03-06')),
        await rights.addOfficerMessage(id, officerMessage('extension', '2026-03-06')),
      ]
      expect(refused).toEqual([false, false, false, false])
      expect(await stateOf()).toEqual(received(id, { status: 'closed', outcome: 'withdrawn', closedOn: '2026-03-05' }))
      expect(await letters()).toHaveLength(1)
    })

    test('a correction needs the facts that it replaces, and every change is listed', async () => {
      const before = factsOf(received('case-1'))
      const by = 'Lin'
      const caseChange: CaseChange = { day: DAY, by, reason: null, before: null, after: before }
      const { rights, id, stateOf } = await filled({ recorded: caseChange })
      const after: CaseFacts = { ...before, kind: 'enquiry', regime: null }
      const change = { day: '2026-03-03', by, reason: 'no request', before, after }
      expect(await rights.correctCase(id, { ...change, before: { ...before, regime: 'eu' } }, null)).toBe(false)
      expect(await rights.correctCase(id, change, null)).toBe(true)
      expect(await rights.correctCase(id, change, null)).toBe(false)
      expect(await rights.correctCase('case-9', change, null)).toBe(false)
      expect(await stateOf()).toEqual(received(id, { kind: 'enquiry', regime: null, dueOn: null }))
      expect(await rights.caseChanges(id)).toEqual([caseChange, change])
      const back = { ...change, day: '2026-03-04', before: after, after: before }
      expect(await rights.correctCase(id, back, '2026-03-23')).toBe(true)
      expect(await stateOf()).toEqual(received(id))
    })

    test('open cases are listed by due day with the last author, closed ones latest first, all by receipt', async () => {
      const { rights } = await open()
      await rights.openCase(newCase('case-1', { dueOn: null, regime: null, kind: 'enquiry' }))
      await rights.openCase(newCase('case-2', { dueOn: '2026-03-25', receivedOn: '2026-03-04' }))
      await rights.openCase(newCase('case-3', { dueOn: '2026-03-23', receivedOn: '2026-03-03' }))
      await rights.openCase(newCase('case-4', { dueOn: '2026-03-25', receivedOn: '2026-03-03' }))
      await rights.addOfficerMessage('case-3', officerMessage('question', '2026-03-05'))
      const ids = (cases: readonly RightsCase[]) => cases.map(({ id }) => id)
      const listedCases = await rights.openCases()
      expect(ids(listedCases)).toEqual(['case-3', 'case-4', 'case-2', 'case-1'])
      expect(listedCases.map(({ lastAuthor }) => lastAuthor)).toEqual(['officer', 'person', 'person', 'person'])
      for (const [id, day] of [
        ['case-1', '2026-03-06'],
        ['case-4', '2026-03-07'],
        ['case-3', '2026-03-06'],
      ] as const)
        await rights.closeCase(id, 'withdrawn', day)
      expect(ids(await rights.closedCases(9))).toEqual(['case-4', 'case-1', 'case-3'])
      expect(ids(await rights.closedCases(2))).toEqual(['case-4', 'case-1'])
      expect(ids(await rights.openCases())).toEqual(['case-2'])
      expect(ids(await rights.allCases())).toEqual(['case-1', 'case-3', 'case-4', 'case-2'])
    })

    test('further messages are listed per day and open case, without those of the first day', async () => {
      const { rights, id } = await filled()
      await rights.openCase(newCase('case-2'))
      for (const [caseId, day] of [
        [id, DAY],
        [id, '2026-03-04'],
        [id, '2026-03-04'],
        ['case-2', '2026-03-03'],
      ] as const)
        await rights.addMessage(caseId, words(day), 30)
      await rights.addOfficerMessage(id, officerMessage('question', '2026-03-05'))
      const facts = { kind: 'access', regime: 'china', dueOn: '2026-03-23' }
      const second = { id: 'case-2', ...facts, day: '2026-03-03' }
      expect(await rights.furtherMessages()).toEqual([second, { id, ...facts, day: '2026-03-04' }])
      await rights.closeCase(id, 'withdrawn', '2026-03-06')
      expect(await rights.furtherMessages()).toEqual([second])
    })

    test('a flood closes untouched cases of the public page only, and all of them can be opened again', async () => {
      const { rights } = await open()
      const before = factsOf(received('case-2'))
      const by = 'Lin'
      const recorded: CaseChange = { day: DAY, by, reason: null, before: null, after: before }
      const ids = ['case-0', 'case-1', 'case-2', 'case-3', 'case-4', 'case-5']
      for (const id of ids) {
        const isByHand = id === 'case-3'
        const own = isByHand ? ({ channel: 'letter', recordedOn: DAY, recorded } as const) : {}
        await rights.openCase(newCase(id, { code: id === 'case-0' ? newCode('code') : null, ...own }))
      }
      await rights.markChecked('case-1', DAY)
      const after: CaseFacts = { ...before, kind: 'deletion' }
      await rights.correctCase('case-2', { day: DAY, by, reason: 'r', before, after }, null)
      await rights.addMessage('case-4', words('2026-03-03'), 30)
      const untouched = (await rights.openCases()).filter(({ isUntouched }) => isUntouched).map(({ id }) => id)
      expect(untouched).toEqual(['case-0', 'case-5'])
      expect(await rights.closeFlood(ids, '2026-03-04')).toBe(2)
      expect(await rights.closedCases(9)).toEqual([])
      expect(await rights.spendTry('case-0', NOW)).toBeNull()
      expect(await rights.floods()).toEqual([{ closedOn: '2026-03-04', from: DAY, to: DAY, entries: 2 }])
      // The person of one of them writes, and the rest is opened again by the desk.
      expect(await rights.addMessage('case-5', words('2026-03-05'), 30)).toBe(true)
      expect((await rights.conversation({ id: 'case-5' }))?.case).toEqual(received('case-5'))
      expect([await rights.reopenFlood('2026-03-04'), await rights.reopenFlood('2026-03-04')]).toEqual([1, 0])
      expect((await rights.conversation({ id: 'case-0' }))?.case).toEqual(received('case-0'))
      expect(await rights.floods()).toEqual([])
    })
  })
}
