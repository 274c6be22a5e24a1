import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines } from '@wayproof/database/testing/engines'
import { importRegister } from '@wayproof/evidence/import-register'
import { defaultProfile } from '@wayproof/evidence/profiles/default-profile'
import { carryOut } from '@wayproof/evidence/registers/write-row'
import { importPorts } from '@wayproof/evidence/testing/import-ports'
import { undoImport } from '@wayproof/evidence/undo-import'
import { describe, expect, test } from 'vitest'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

const timeZone = 'Asia/Shanghai'

/** Imports rows at a moment, like an officer. */
async function imported(
  database: StoreDatabase,
  register: 'partners' | 'partner-audits' | 'policy-surfaces',
  at: string,
  text: string,
) {
  async function* source() {
    yield new TextEncoder().encode(text)
  }
  const file = { source: source(), fileName: `${at}.csv`, by: 'officer', dryRun: false }
  const command = { register, profile: defaultProfile(register), ...file }
  expect(await importRegister(importPorts(database, Date.parse(at)), command)).toMatchObject({ ok: true })
}

const partners = (scope: string) =>
  `id,name,service,processesPersonalData,onboarded,offboarded\n${[1, 2, 3]
    .map((n) => `P${n},P${n},bus,${n === 3 ? 'yes' : scope},2023-01-01,`)
    .join('\n')}\n`

const surfaces = (scope: string) =>
  `id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo\nS1,S1,app,,en,${scope},2023-01-01,\n`

describe.each(engines)('on $engine', ({ open }) => {
  async function company() {
    const database = await open()
    await imported(database, 'partners', '2025-03-01T00:00:00Z', partners('yes'))
    await imported(database, 'policy-surfaces', '2025-03-01T00:00:00Z', surfaces('yes'))
    const audit =
      'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn\nP3,2026-02-01,pass,yes,document,\n'
    await imported(database, 'partner-audits', '2026-02-02T00:00:00Z', audit)
    const source = () => factSource(database, { timeZone, rules: RULES }).forHalfYear('2026-H1')
    return {
      database,
      put: (at: string, text: string) => imported(database, 'partners', at, text),
      putSurface: (at: string, scope: string) => imported(database, 'policy-surfaces', at, surfaces(scope)),
      shareOf: async (year: number) => {
        const { due, audited } = await (await source()).partners(year, `${year}-12-31`)
        return [audited, due]
      },
      missing: async (year: number) =>
        (await (await source()).missingPartners(year, `${year}-12-31`)).map(({ key, why }) => `${key} ${why}`),
      platforms: async (asOf: string) => (await (await source()).publication(asOf)).inScope,
      missingPlatforms: async (asOf: string) => (await (await source()).missingSurfaces(asOf)).map(({ why }) => why),
    }
  }

  test('a partner whom one person moves out of scope counts until the year ends, and in the years before', async () => {
    const { put, shareOf, missing } = await company()
    expect(await shareOf(2026)).toEqual([1, 3])
    await put('2026-03-01T00:00:00Z', partners('no'))
    expect([await shareOf(2025), await shareOf(2026), await shareOf(2027)]).toEqual([
      [0, 3],
      [1, 3],
      [0, 1],
    ])
    expect(await missing(2026)).toEqual(['P1 taken-out-by-one', 'P2 taken-out-by-one'])
    await put('2026-03-02T00:00:00Z', partners('yes'))
    expect(await missing(2026)).toEqual(['P1 no-audit', 'P2 no-audit'])
  })

  test('a change in the first minute of the year belongs to that year, by the clock of the organization', async () => {
    const { put, shareOf } = await company()
    await put('2025-12-31T15:59:00Z', partners('no'))
    expect([await shareOf(2025), await shareOf(2026)]).toEqual([
      [0, 3],
      [1, 1],
    ])
    await put('2025-12-31T15:59:30Z', partners('yes'))
    await put('2025-12-31T16:00:00Z', partners('no'))
    expect(await shareOf(2026)).toEqual([1, 3])
  })

  const onePartner = (name: string, days: string, scope = 'yes') =>
    `id,name,service,processesPersonalData,onboarded,offboarded\n${name},${name},bus,${scope},${days}\n`

  test.each([
    ['a removal', null, 3],
    ['a day of leaving before the day of its entry', '2023-01-01,2026-03-31', 3],
    ['a day of leaving before the year', '2023-01-01,2025-12-01', 3],
    ['a day of leaving on the day of its entry', '2023-01-01,2026-04-01', 2],
    ['a later day of leaving', '2023-01-01,2026-06-01', 2],
    ['a day of joining after the last that counts', '2027-01-01,', 3],
    ['a day of joining with which it is not due', '2026-12-01,', 3],
  ])('%s by one person leaves this many of three partners due', async (_, days, due) => {
    const { database, put, shareOf } = await company()
    if (days === null) {
      const stamp = { at: Date.parse('2026-04-01T02:00:00Z'), by: 'officer', reason: 'twice in the register' }
      await database.write((query) => carryOut(query, 'partners', { kind: 'remove', key: '["P1"]' }, stamp))
    } else await put('2026-04-01T02:00:00Z', onePartner('P1', days))
    expect((await shareOf(2026))[1]).toBe(due)
  })

  test('an import that is undone within a week takes its rows out at once, later only with two people', async () => {
    const { database, put, shareOf } = await company()
    const undone = async (at: string) => {
      const last = 'SELECT id FROM import_file ORDER BY number DESC LIMIT 1'
      const importId = (await database.query.get<{ id: string }>(last))?.id ?? ''
      const command = { register: 'partners' as const, importId, by: 'officer', reason: 'the wrong file' }
      expect(await undoImport(importPorts(database, Date.parse(at)), command)).toMatchObject({ ok: true })
    }
    await put('2026-03-01T00:00:00Z', onePartner('P7', '2023-01-01,'))
    await undone('2026-03-07T00:00:00Z')
    expect((await shareOf(2026))[1]).toBe(3)
    await put('2026-03-10T00:00:00Z', onePartner('P8', '2023-01-01,'))
    await undone('2026-03-18T00:00:00Z')
    expect((await shareOf(2026))[1]).toBe(4)
  })

  test('a platform stays in scope until the half-year ends', async () => {
    const { putSurface, platforms, missingPlatforms } = await company()
    await putSurface('2026-03-01T00:00:00Z', 'no')
    expect([await platforms('2026-06-30'), await platforms('2026-07-01')]).toEqual([1, 0])
    expect(await missingPlatforms('2026-06-30')).toEqual(['taken-out-by-one'])
  })
})
