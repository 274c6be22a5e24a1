import { randomUUID } from 'node:crypto'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import type { RegisterId } from '@wayproof/evidence/register'
import { carryOut } from '@wayproof/evidence/registers/write-row'
import { importPorts } from '@wayproof/evidence/testing/import-ports'
import { expect, test } from 'vitest'
import type { OwningPerson } from '../closing/period-close.ts'
import { factSource } from '../facts/fact-source.ts'
import { readBridges } from '../read-bridges.ts'
import { readScorecard } from '../read-scorecard.ts'
import { decideRuleChange } from '../rule-changes/decide-rule-change.ts'
import { proposeRuleChange } from '../rule-changes/propose-rule-change.ts'
import { RULES } from '../rules.ts'
import { ruleChangeStore } from './rule-change-store.ts'

const timeZone = 'Asia/Shanghai'
const NINE = Array.from({ length: 9 }, (_, n) => `P${n + 1}`)

const person = (id: string, owner: OwningPerson['owner']): OwningPerson => {
  return { id, name: id, owner, mailbox: Buffer.from(id), confirmed: true }
}

const partners = (scope: string) =>
  `id,name,service,processesPersonalData,onboarded,offboarded\n${['P0', ...NINE]
    .map((id) => `${id},${id},bus,${id === 'P0' ? 'yes' : scope},2020-01-01,`)
    .join('\n')}\n`

const AUDIT = 'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\nP0,2025-03-01,pass,yes,document,\n'

/** Ten partners, of whom one is audited in full, and a clock that the test sets. */
async function company() {
  const database = await openTestDatabase()
  let now = Date.parse('2025-02-01T02:00:00Z')
  const clock = { now: () => now }
  const facts = factSource(database, { timeZone, rules: RULES })
  const ports = { facts, sealed: async () => null, clock, timeZone }
  const changing = { changes: ruleChangeStore(database), facts, clock, timeZone, ids: { next: () => randomUUID() } }
  async function put(register: RegisterId, text: string, moment: string) {
    now = Date.parse(moment)
    async function* source() {
      yield new TextEncoder().encode(text)
    }
    const imported = { source: source(), fileName: `${register}.csv`, by: 'Wang', dryRun: false }
    const command = { register, profile: defaultProfile(register), ...imported }
    expect(await importRegister(importPorts(database, now), command)).toMatchObject({ ok: true })
  }
  await put('partners', partners('yes'), '2025-02-01T02:00:00Z')
  await put('partner-audits', AUDIT, '2025-03-02T02:00:00Z')
  return {
    put,
    remove: async (id: string, moment: string) => {
      now = Date.parse(moment)
      const stamp = { at: now, by: 'Wang', reason: 'twice' }
      const removal = { kind: 'remove', key: JSON.stringify([id]) } as const
      await database.write((query) => carryOut(query, 'partners', removal, stamp))
    },
    read: async (period: string) => {
      const scorecard = await readScorecard(ports, { period })
      if (!scorecard.ok) throw new Error(scorecard.fault.code)
      const verdict = scorecard.value.verdicts.find(({ goal }) => goal === 'partner-audit')
      const [bridge] = await readBridges(ports, { goal: 'partner-audit', period }, scorecard.value).then((read) =>
        read.ok ? read.value : [],
      )
      if (!bridge) throw new Error('no bridge')
      const { atStart, steps, atEnd, notes, rows } = bridge
      const sealable = scorecard.value.bridges?.find(({ goal }) => goal === 'partner-audit')
      expect(sealable).toMatchObject({ atStart, steps, atEnd, notes })
      return { share: verdict?.share, verdict: verdict?.verdict, atStart, atEnd, steps, notes, rows }
    },
    exclude: async (row: string, appliesFrom: string) => {
      const what = { kind: 'exclusion', goal: 'partner-audit', row, appliesFrom } as const
      const given = { what, reason: 'carries no data', document: null, by: person('Lin', 'privacy-officer') }
      const proposed = await proposeRuleChange(changing, given)
      if (!proposed.ok) throw new Error(proposed.fault.code)
      return async () => {
        const by = person('Ma', 'human-resources')
        expect(await decideRuleChange(changing, { change: proposed.value.id, confirm: true, by })).toMatchObject({
          ok: true,
        })
      }
    },
  }
}

test.each([
  ['a running year', '2025-H2', '2025-11-03T02:00:00Z', 'unknown'],
  ['an ended year that is not sealed', '2025-H2', '2026-02-03T02:00:00Z', 'missed'],
])(
  'in %s, nine partners moved out of scope by one import count until two people exclude them',
  async (_, period, moment, verdict) => {
    const { put, read, exclude } = await company()
    await put('partners', partners('no'), moment)
    const at = Date.parse(moment)
    const moved = await read(period)
    expect(moved).toMatchObject({ share: { numerator: 1, denominator: 10 }, verdict, atStart: 10, atEnd: 10 })
    expect(moved.notes).toEqual({ waiting: 9, 'out-of-scope': 0 })
    expect(moved.rows.filter(({ line }) => line === 'waiting')).toEqual(
      NINE.map((key) => {
        return { line: 'waiting', key, label: key, event: 'scope-unset', on: null, at, by: ['Wang'], reason: null }
      }),
    )

    const confirm = []
    for (const key of NINE) confirm.push(await exclude(key, period))
    expect(await read(period)).toEqual(moved)
    for (const confirmed of confirm) await confirmed()
    const excluded = await read(period)
    expect(excluded).toMatchObject({ share: { numerator: 1, denominator: 1 }, atStart: 10, atEnd: 1 })
    expect([excluded.steps.excluded, excluded.notes.waiting]).toEqual([9, 0])
    expect(excluded.rows).toEqual(
      NINE.map((key) => {
        const decision = { at, by: ['Lin', 'Ma'], reason: 'carries no data' }
        return { line: 'excluded', key, label: key, event: 'excluded', on: null, ...decision }
      }),
    )
  },
)

test('a partner that one person removed from the register counts until two people exclude it', async () => {
  const { remove, read, exclude } = await company()
  await remove('P5', '2025-11-03T02:00:00Z')
  const removed = await read('2025-H2')
  expect(removed).toMatchObject({ share: { numerator: 1, denominator: 10 }, atEnd: 10, notes: { waiting: 1 } })
  expect(removed.rows).toMatchObject([{ line: 'waiting', key: 'P5', event: 'removed', by: ['Wang'], reason: 'twice' }])
  const confirmed = await exclude('P5', '2025-H2')
  await confirmed()
  expect(await read('2025-H2')).toMatchObject({ share: { numerator: 1, denominator: 9 }, steps: { excluded: 1 } })
})
