import { describe, expect, test } from 'vitest'
import type { RuleChange } from '../../rule-changes/rule-change.ts'
import type { ContractStores, OpenContractStores } from './contract-stores.ts'
import { closer, freezeNamed, freezer, mailboxOf, PERIOD, reopeningOf, sealAfter } from './stored-closing.ts'

const proposal = (id: string, what: RuleChange['what'], proposedAt = 10): RuleChange => {
  return { id, what, reason: 'more', document: null, proposedBy: freezer, proposedAt, decided: null, number: null }
}
const passMark = (value: number, appliesFrom = PERIOD) =>
  ({ kind: 'setting', setting: 'pass-mark', value, appliesFrom }) as const
const tenure = { kind: 'setting', setting: 'minimum-tenure', value: 60, appliesFrom: PERIOD } as const
const partner = (row: string, kind: 'exclusion' | 'readmission' = 'exclusion') =>
  ({ kind, goal: 'partner-audit', row, label: row, appliesFrom: PERIOD }) as const

const propose = ({ changes }: ContractStores, change: RuleChange) => changes.propose(change, mailboxOf(freezer.id))

const decide = ({ changes }: ContractStores, id: string, outcome: 'confirmed' | 'declined', number: number | null) =>
  changes.decide(id, { outcome, by: closer, at: 20, number, until: '9999-H2' })

/** The behavior that every storage of rule changes has. */
export function ruleChangeStoreContract(engine: string, open: OpenContractStores): void {
  describe(`rule changes in ${engine}`, () => {
    test('changes are listed with the newest proposal first, and each names its proposer', async () => {
      const stores = await open()
      const entries = [proposal('a', passMark(90), 10), proposal('c', tenure, 11), proposal('b', partner('vela'), 11)]
      for (const entry of entries) expect(await propose(stores, entry)).toBe(true)
      expect((await stores.changes.changes()).map(({ id }) => id)).toEqual(['c', 'b', 'a'])
      expect(await stores.changes.changes()).toEqual(expect.arrayContaining(entries))
      const [hand] = await stores.changes.proposers('a')
      expect([hand?.id, Buffer.from(hand?.mailbox ?? []).toString()]).toEqual([freezer.id, 'mailbox of officer-1'])
      expect(await stores.changes.proposers('none')).toEqual([])
    })

    test('a setting or a row has one pending proposal, and another after the decision', async () => {
      const stores = await open()
      const { changes } = stores
      expect(await propose(stores, proposal('a', passMark(90)))).toBe(true)
      expect(await propose(stores, proposal('b', passMark(95)))).toBe(false)
      expect(await propose(stores, proposal('c', partner('vela')))).toBe(true)
      expect(await propose(stores, proposal('d', partner('vela', 'readmission')))).toBe(false)
      expect(await propose(stores, proposal('e', partner('sunline')))).toBe(true)
      await decide(stores, 'a', 'declined', null)
      expect(await propose(stores, proposal('b', passMark(95)))).toBe(true)
      expect(await changes.changes()).toHaveLength(4)
    })

    test('a change is decided once, with the person and the time', async () => {
      const stores = await open()
      await propose(stores, proposal('a', passMark(90)))
      expect(await decide(stores, 'none', 'declined', null)).toBe(false)
      expect(await decide(stores, 'a', 'confirmed', 1)).toBe(true)
      expect(await decide(stores, 'a', 'declined', null)).toBe(false)
      const decided = { outcome: 'confirmed', by: closer, at: 20 }
      expect(await stores.changes.changes()).toEqual([{ ...proposal('a', passMark(90)), decided, number: 1 }])
    })

    test('a confirmed setting takes the next number; one that is taken is refused', async () => {
      const stores = await open()
      await propose(stores, proposal('a', passMark(90)))
      await propose(stores, proposal('b', tenure))
      expect(await decide(stores, 'a', 'confirmed', 2)).toBe(false)
      expect(await decide(stores, 'a', 'confirmed', 1)).toBe(true)
      expect(await decide(stores, 'b', 'confirmed', 1)).toBe(false)
      expect(await decide(stores, 'b', 'confirmed', 2)).toBe(true)
    })

    test('while an affected half-year is frozen a change can be declined and not confirmed', async () => {
      const stores = await open()
      await propose(stores, proposal('a', passMark(90)))
      await propose(stores, proposal('b', partner('vela')))
      await propose(stores, proposal('c', tenure))
      await stores.closing.freeze(freezeNamed('f-1', '2026-H1'), mailboxOf(freezer.id), [])
      expect(await decide(stores, 'a', 'confirmed', 1)).toBe(false)
      const own = { outcome: 'confirmed', by: closer, at: 20, number: null, until: PERIOD } as const
      expect(await stores.changes.decide('b', own)).toBe(true)
      expect(await decide(stores, 'c', 'declined', null)).toBe(true)
    })

    test('a half-year locks its rules while it is frozen, closed or reopened', async () => {
      const stores = await open()
      const { closing, changes } = stores
      const locked = (state: object) => [
        { period: PERIOD, sealed: false, frozen: false, reopened: false, asked: false, ...state },
      ]
      expect(await changes.standing()).toEqual([])
      await closing.freeze(freezeNamed('f-1'), mailboxOf(freezer.id), [])
      expect(await changes.standing()).toEqual(locked({ frozen: true }))
      await closing.seal(sealAfter(null), 'f-1', 30, null)
      expect(await changes.standing()).toEqual(locked({ sealed: true }))
      await closing.reopen(reopeningOf(PERIOD), mailboxOf(freezer.id))
      expect(await changes.standing()).toEqual(locked({ reopened: true }))
      await closing.freeze(freezeNamed('f-2', PERIOD, 2), mailboxOf(freezer.id), [])
      expect(await changes.standing()).toEqual(locked({ frozen: true, reopened: true }))
    })
  })
}
