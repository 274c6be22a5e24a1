import { RULES, verifySeals } from '@wayproof/scorecard'
import { expect, test } from 'vitest'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { addApprovedText } from '../policy-watch/approved-texts.ts'
import { letBytesGo } from '../policy-watch/kept-bytes.ts'
import { sealReads } from './seal-reads.ts'
import { type ClosingWorld, readyWorld, sealed } from './testing/closing-world.ts'

const LOOK = `INSERT INTO policy_proof (id, surface_id, language, at, checked_on, outcome, url, digest, version, keeps_bytes)
  VALUES (?, 'w', 'en', ?, '2025-12-20', ?, 'https://x.example/', ?, ?, 1)`

/** The page was read nine times: another text first, then the approved one. */
const look = (database: SqliteDatabase) =>
  database.transaction(async ({ records, sql }) => {
    await addApprovedText(records, { version: '3', language: 'en', text: 'our policy', at: 1, by: 'Lin' })
    sql(LOOK).run('p0', 10, 'other-text', 'd0', null)
    for (let i = 1; i < 9; i += 1) sql(LOOK).run(`p${i}`, 10 + i, 'found', `d${i}`, '3')
  })

const faultsOf = async ({ database }: ClosingWorld) => {
  const closing = sealReads((work) => database.snapshot(work))
  const outcome = await verifySeals({ closing, rules: RULES }, { code: null })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value.seals.flatMap(({ faults }) => faults)
}

const sealedLooks = async () => {
  const world = await readyWorld()
  await look(world.database)
  await sealed(world)
  return world
}

test.each([
  ['an edited verdict on a page', `UPDATE policy_proof SET outcome = 'found', version = '3' WHERE id = 'p0'`],
  ['another day', `UPDATE policy_proof SET checked_on = '2025-12-31' WHERE id = 'p4'`],
  ['another moment', `UPDATE policy_proof SET at = 99 WHERE id = 'p4'`],
  ['other bytes', `UPDATE policy_proof SET digest = 'd9' WHERE id = 'p4'`],
  ['the last proof taken away', `DELETE FROM policy_proof WHERE id = 'p8'`],
  ['one taken away before the others', `DELETE FROM policy_proof WHERE id = 'p0'`],
  ['another text', `UPDATE policy_text SET text = 'their policy'`],
  ['a text taken away', `DELETE FROM policy_text`],
])('%s turns a seal red', async (_, statement) => {
  const world = await sealedLooks()
  expect(await faultsOf(world)).toEqual([])
  await world.database.write((sql) => sql(statement).run())
  expect(await faultsOf(world)).toEqual(['pages-altered'])
})

test('what the watcher does after a seal leaves it green: looks, also begun before it, bytes let go, new texts', async () => {
  const world = await sealedLooks()
  await world.database.transaction(async ({ records, sql }) => {
    sql(LOOK).run('late', 12, 'found', 'd9', '3')
    sql(LOOK).run('later', 100, 'found', 'd10', '3')
    await letBytesGo(records, { surfaceId: 'w', language: 'en' })
    await addApprovedText(records, { version: '3', language: 'zh-CN', text: '政策', at: 200, by: 'Lin' })
    sql('UPDATE policy_text SET added_by = ? WHERE version = ?').run('', '3')
  })
  const gone = world.database.read<{ n: number }>('SELECT count(*) AS n FROM policy_proof WHERE NOT keeps_bytes').get()
  expect(gone?.n).toBeGreaterThan(0)
  expect(await faultsOf(world)).toEqual([])
})
