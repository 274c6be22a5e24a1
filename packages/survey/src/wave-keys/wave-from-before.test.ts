import { migrate } from '@wayproof/database/sqlite/migrate'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import { engines } from '@wayproof/database/testing/engines'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { systemTokens } from '@wayproof/kernel/system'
import { openFilled, VERSIONS } from '@wayproof/operations/upgrade/filled-database'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
  countOf,
  openedWave,
  openWaveForAll,
  submit,
  surveyOn,
  tokens,
  travelerFile,
  travelerRow,
} from '../testing/survey-world.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import { closeWave } from '../waves/close-wave.ts'
import { hasAllWaveKeys } from './survey-instances.ts'
import { waveKeyFolder } from './wave-key-folder.ts'

describe.each(engines)('an installation on $engine whose open wave is not encrypted', ({ open }) => {
  test('finishes that wave as it was, and encrypts the next one', async () => {
    const before = await surveyOn(await open(), { encrypts: false })
    await openedWave(before, 8)
    const [first = '', second = '', ...others] = await tokens(before)
    await submit(before, first, { overall: '4' })
    const world = await surveyOn(before.database, { encrypts: true, keyFolder: before.keyFolder })
    expect(await submit(world, second, { overall: '5' })).toMatchObject({ ok: true })
    for (const token of others) await submit(world, token, { overall: '3' })
    expect(await countOf(world, 'answer WHERE encrypted IS NULL')).toBe(8)
    world.setNow('2026-08-01T02:00:00Z')
    const closed = await closeWave(world.ports, { period: '2026-H1' })
    expect(closed).toMatchObject({ ok: true, value: { status: 'unlinked' } })
    expect(await countOf(world, 'tally')).toBeGreaterThan(0)
    world.setNow('2027-01-04T02:00:00Z')
    const rows = Array.from({ length: 8 }, (_, n) => travelerRow(n + 1, { lastTrip: '2026-09' }))
    await importTravelers(world.ports, travelerFile(rows))
    await openWaveForAll(world, '2026-H2', '2027-01-31')
    expect(await countOf(world, `wave WHERE period = '2026-H2' AND key_check IS NOT NULL`)).toBe(1)
    expect(await countOf(world, `wave WHERE period = '2026-H1' AND key_check IS NULL`)).toBe(1)
  })
})

test.each(VERSIONS)('the open wave of a database of version %s needs no key after the upgrade', async (version) => {
  const database = await openFilled(version, temporaryFile())
  onTestFinished(() => database.close())
  await migrate(database, readMigrations(), new Date('2030-01-01T00:00:00Z'))
  const open = await database.query.all<object>(`SELECT key_check AS "keyCheck" FROM wave WHERE status = 'open'`)
  expect(open.length).toBeGreaterThan(0)
  expect(open).toEqual(open.map(() => ({ keyCheck: null })))
  expect(await hasAllWaveKeys(database.query, waveKeyFolder('/nowhere', systemTokens))).toBe(true)
})
