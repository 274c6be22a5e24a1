import type { StoreDatabase } from '@wayproof/database/store-database'
import { allowRuleChanges } from '@wayproof/database/testing/allow-rule-changes'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { insertRows } from '@wayproof/database/testing/insert-rows'
import { evidenceStore } from '@wayproof/evidence/imports/evidence-store'
import type { RegisterId } from '@wayproof/evidence/register'
import { carryOut } from '@wayproof/evidence/registers/write-row'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { UNSAID } from '@wayproof/evidence/testing/unsaid'
import { addDays, type CalendarDate, startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { quarter } from '@wayproof/kernel/calendar/period'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BridgeFacts, bridgeOf } from '../goals/bridge.ts'
import type { RowGoal } from '../rule-changes/rule-change.ts'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

/*
 * Plays random histories of a register and compares denominators and bridges with a slow reader of the history, written
 * from docs/decisions/034 alone.
 */

const timeZone = 'Asia/Shanghai'
const HOUR = 3_600_000

/** A row as it was recorded: in scope or not, from a day, until a day. */
interface State {
  readonly scope: boolean
  readonly from: CalendarDate
  readonly until: CalendarDate | null
}

interface Act {
  readonly key: string
  readonly on: CalendarDate
  /** Null removes the row. */
  readonly state: State | null
  readonly byHand: boolean
}

const KEYS = ['R1', 'R2', 'R3']

const day = (...days: readonly CalendarDate[]) =>
  fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 2 })).map(([base, by]) => addDays(base, by))

const act = fc.record({
  key: fc.constantFrom(...KEYS),
  on: day('2025-03-01', '2026-01-01', '2026-02-10', '2026-04-01', '2026-07-01', '2027-01-01'),
  state: fc.option(
    fc.record({
      scope: fc.boolean(),
      from: day('2024-01-01', '2026-01-01', '2026-03-01', '2026-10-03'),
      until: fc.option(day('2026-01-01', '2026-02-10', '2026-04-01', '2027-01-01'), { nil: null, freq: 2 }),
    }),
    { nil: null, freq: 6 },
  ),
  byHand: fc.boolean(),
})

const history = fc
  .array(act, { minLength: 1, maxLength: 8 })
  .map((acts): Act[] => acts.toSorted((a, b) => (a.on < b.on ? -1 : 1)))

/** One row through its history: for each change the state before and after, with the local day. */
function changesOf(acts: readonly Act[], key: string) {
  let before: State | null = null
  return acts
    .filter((each) => each.key === key)
    .flatMap(({ on, state }) => {
      const change = { on, before, after: state }
      before = state
      return change.before === null && state === null ? [] : [change]
    })
}

interface Limits {
  readonly began: CalendarDate
  readonly at: CalendarDate
  /** Last day of joining with which a row is due. */
  readonly dueFrom: CalendarDate
}

/** The state in which a row counts in the period; null if it does not. */
function counted(acts: readonly Act[], key: string, { began, at, dueFrom }: Limits): State | null {
  const isThere = (state: State | null): state is State =>
    state?.scope === true && state.from <= at && (state.until === null || state.until > at)
  const isDue = (state: State | null) => state !== null && state.from <= dueFrom
  const changes = changesOf(acts, key)
  const now = changes.at(-1)?.after ?? null
  const since = changes.filter(({ on, before }) => on >= began && before !== null)
  const shrinks = since.filter(
    ({ before, after }) => isThere(before) && !(isThere(after) && (isDue(after) || !isDue(before))),
  )
  const held = (shrinks.findLast(({ before }) => isDue(before)) ?? shrinks.at(-1))?.before ?? null
  const leftInTime = since.some(
    ({ on, before, after }) =>
      after !== null &&
      after.until !== null &&
      after.until <= at &&
      on <= after.until &&
      (before?.until === null || (before?.until ?? '') > at),
  )
  const isOut = leftInTime && (now === null || (now.until !== null && now.until <= at))
  if (held !== null && !isOut && !(isThere(now) && (isDue(now) || !isDue(held)))) return held
  return isThere(now) ? now : null
}

const REGISTERS = {
  partners: (key: string, { scope, from, until }: State) => ({
    ...{ id: key, name: key, service: 's', ...UNSAID.partner },
    ...{ processesPersonalData: scope, onboarded: from, offboarded: until },
  }),
  'policy-surfaces': (key: string, { scope, from, until }: State) => ({
    ...{ id: key, name: key, kind: 'app' as const, url: null, languages: ['en'] },
    ...{ collectsPersonalData: scope, activeFrom: from, activeTo: until },
  }),
}

async function play(database: StoreDatabase, register: keyof typeof REGISTERS, acts: readonly Act[]): Promise<void> {
  const present = new Set<string>()
  for (const [n, { key, on, state, byHand }] of acts.entries()) {
    const at = startOfDay(on, timeZone) + 9 * HOUR + n
    const stamp = { at, by: 'lin', reason: 'a test' }
    if (state === null) {
      if (!present.delete(key)) continue
      await database.write((query) => carryOut(query, register, { kind: 'remove', key: JSON.stringify([key]) }, stamp))
      continue
    }
    present.add(key)
    const cells = REGISTERS[register](key, state)
    if (byHand)
      await database.write((query) => carryOut(query, register, { kind: 'put', cells: cells as Cells }, stamp))
    else await imported(database, register, cells, at, `import ${n}`)
  }
}

const imported = (database: StoreDatabase, register: RegisterId, cells: unknown, at: number, id: string) =>
  evidenceStore(database).saveRows(register, [{ rowNumber: 2, cells: cells as never }], {
    ...{ id, fileName: 'rows.csv', digest: '', at, by: 'wang' },
  })

const TABLES = [
  'partner_audit',
  'partner',
  'policy_surface',
  'staff_role',
  'staff_leave',
  'register_change',
  'import_file',
]

async function emptied(database: StoreDatabase): Promise<void> {
  await database.write(async (query) => {
    for (const table of [...TABLES, 'rule_change']) await query.run(`DELETE FROM ${table}`)
  })
}

const excludedBy = (goal: RowGoal, keys: readonly string[], from: string) =>
  keys.map((key, n) => ({
    ...{ id: `${goal} ${n}`, kind: 'exclusion', goal, row_key: key, row_label: key, applies_from: from },
    ...{ reason: 'merged', proposed_by_id: 'a', proposed_by: 'Lin', proposed_mailbox: new Uint8Array(1) },
    ...{
      decision: 'confirmed',
      decided_by_id: 'b',
      decided_by: 'Wang',
      proposed_at: new Date(1),
      decided_at: new Date(2),
    },
  }))

async function openForHistories(): Promise<StoreDatabase> {
  const database = await openTestDatabase()
  await database.write(allowRuleChanges)
  return database
}

/** PostgreSQL takes longer for each of the many small writes. */
const runs = ({ engine }: StoreDatabase, count: number) => ({ numRuns: engine === 'sqlite' ? count : count / 10 })

const keysIn = ({ rows }: BridgeFacts, line: string) => rows.filter((row) => row.line === line).map(({ key }) => key)

test('the bridge of random histories of partners adds up to the partners due', { timeout: 120_000 }, async () => {
  const database = await openForHistories()
  const drawn = fc.record({
    acts: history,
    asOf: fc.constantFrom('2026-02-10', '2026-06-30', '2026-12-31', '2027-02-01'),
    out: fc.subarray(KEYS),
  })
  await fc.assert(
    fc.asyncProperty(drawn, async ({ acts, asOf, out }) => {
      const played = acts.filter(({ on }) => on <= asOf || asOf > '2026-06-30')
      await emptied(database)
      await play(database, 'partners', played)
      await database.write((query) => insertRows(query, 'rule_change', excludedBy('partner-audit', out, '2026-H1')))
      const facts = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2026-H1')
      const at = asOf > '2026-12-31' ? '2026-12-31' : asOf
      const limits = { began: '2026-01-01', at, dueFrom: addDays('2026-12-31', -RULES.partnerGraceDays) }
      const there = KEYS.flatMap((key) => {
        const state = counted(played, key, limits)
        return state ? [{ key, isDue: state.from <= limits.dueFrom, state }] : []
      })
      const bridge = await facts.partnersBridge(2026, asOf)
      const { due, notYetDue } = await facts.partners(2026, asOf)
      const isIn = ({ key }: { readonly key: string }) => !out.includes(key)
      expect([due, notYetDue]).toEqual([
        there.filter(isIn).filter(({ isDue }) => isDue).length,
        there.filter(isIn).filter(({ isDue }) => !isDue).length,
      ])
      expect(bridgeOf('partner-audit', '2026', bridge).atEnd).toBe(due)
      expect(keysIn(bridge, 'excluded')).toEqual(there.filter((each) => !isIn(each)).map(({ key }) => key))
      // Each step says when and by whom.
      for (const { line, at: when, by } of bridge.rows.filter((row) => row.line !== 'excluded'))
        expect([line, typeof when, by]).toEqual([line, 'number', [expect.stringMatching(/lin|wang/)]])
    }),
    runs(database, 250),
  )
})

test('the bridge of random histories of platforms adds up to the platforms in scope', {
  timeout: 120_000,
}, async () => {
  const database = await openForHistories()
  const drawn = fc.record({ acts: history, asOf: fc.constantFrom('2026-02-10', '2026-06-30'), out: fc.subarray(KEYS) })
  await fc.assert(
    fc.asyncProperty(drawn, async ({ acts, asOf, out }) => {
      await emptied(database)
      await play(database, 'policy-surfaces', acts)
      await database.write((query) =>
        insertRows(query, 'rule_change', excludedBy('policy-publication', out, '2026-H1')),
      )
      const facts = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2026-H1')
      const limits = { began: '2026-01-01', at: asOf, dueFrom: '9999-12-31' }
      const there = KEYS.filter((key) => !out.includes(key) && counted(acts, key, limits) !== null)
      const { inScope } = await facts.publication(asOf)
      expect(inScope).toBe(there.length)
      expect(bridgeOf('policy-publication', '2026-H1', await facts.surfacesBridge(asOf)).atEnd).toBe(inScope)
    }),
    runs(database, 250),
  )
})

const roleAct = fc.record({
  key: fc.constantFrom(...KEYS),
  role: fc.constantFrom('agent', 'guide'),
  on: day('2025-03-01', '2026-01-01', '2026-02-10', '2026-04-01'),
  state: fc.option(
    fc.record({
      from: day('2024-01-01', '2025-12-31', '2026-01-20', '2026-03-20'),
      until: fc.option(day('2025-12-31', '2026-02-10', '2026-03-31'), { nil: null, freq: 2 }),
    }),
    { nil: null, freq: 6 },
  ),
  byHand: fc.boolean(),
})

test('the bridge of random histories of staff adds up to the people due', { timeout: 120_000 }, async () => {
  const database = await openForHistories()
  const drawn = fc.record({
    acts: fc
      .array(roleAct, { minLength: 1, maxLength: 8 })
      .map((acts) => acts.toSorted((a, b) => (a.on < b.on ? -1 : 1))),
    away: fc.subarray(KEYS),
    out: fc.subarray(KEYS),
    asOf: fc.constantFrom('2026-02-10', '2026-04-20'),
  })
  await fc.assert(
    fc.asyncProperty(drawn, async ({ acts, away, out, asOf }) => {
      await emptied(database)
      const present = new Set<string>()
      for (const [n, { key, role, on, state, byHand }] of acts.entries()) {
        const at = startOfDay(on, timeZone) + 9 * HOUR + n
        const stamp = { at, by: 'lin', reason: 'a test' }
        const recordKey = JSON.stringify([key, role])
        if (state === null) {
          if (present.delete(recordKey))
            await database.write((query) => carryOut(query, 'staff-roles', { kind: 'remove', key: recordKey }, stamp))
          continue
        }
        present.add(recordKey)
        const cells = { number: key, role, unit: 'sales', startDay: state.from, endDay: state.until }
        if (byHand)
          await database.write((query) => carryOut(query, 'staff-roles', { kind: 'put', cells: cells as Cells }, stamp))
        else await imported(database, 'staff-roles', cells, at, `import ${n}`)
      }
      for (const number of away)
        await imported(
          database,
          'staff-leave',
          { number, fromDay: '2025-12-01', toDay: '2026-05-01' },
          startOfDay('2026-01-15', timeZone),
          `leave ${number}`,
        )
      await database.write((query) => insertRows(query, 'rule_change', excludedBy('staff-training', out, '2026-H1')))
      const facts = await factSource(database, { timeZone, rules: RULES }).forHalfYear('2026-H1')
      const q1 = quarter(2026, 1)
      const [bridge, { due, exempt, notYetDue }] = [await facts.staffBridge(q1, asOf), await facts.training(q1, asOf)]
      expect(bridgeOf('staff-training', '2026-Q1', bridge)).toMatchObject({
        atEnd: due,
        steps: { exempt, 'not-yet-due': notYetDue },
      })
      for (const { line, at: when, by } of bridge.rows.filter((row) => row.line !== 'excluded'))
        expect([line, typeof when, by]).toEqual([line, 'number', [expect.stringMatching(/lin|wang/)]])
    }),
    runs(database, 250),
  )
})
