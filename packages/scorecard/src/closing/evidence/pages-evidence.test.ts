import type { Statement } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { addApprovedText, deleteOldBytes } from '@wayproof/evidence/policy-watch/policy-watch-store'
import { expect, test } from 'vitest'
import { type ClosingWorld, readyWorld, sealed } from '../testing/closing-world.ts'
import { tamper } from '../testing/tamper.ts'
import { verifySealsOf } from '../testing/verify-seals-of.ts'

const LOOK = `INSERT INTO policy_proof (id, surface_id, language, at, checked_on, outcome, url, digest, version, keeps_bytes)
  VALUES (@id, 'w', 'en', @at, '2025-12-20', @outcome, 'https://x.example/', @digest, @version, TRUE)`

const found = (id: string, at: number, digest: string) => {
  return { id, at: new Date(at), outcome: 'found', digest, version: '3' }
}

/** The page was read nine times: first with another text, then with the approved one. */
const look = (database: StoreDatabase) =>
  database.transaction(async ({ records, query }) => {
    await addApprovedText(records, { version: '3', language: 'en', text: 'our policy', at: 1, by: 'Lin' })
    const first = { id: 'p0', at: new Date(10), outcome: 'other-text', digest: 'd0', version: null }
    await query.run(LOOK, first)
    for (let i = 1; i < 9; i += 1) await query.run(LOOK, found(`p${i}`, 10 + i, `d${i}`))
  })

const faultsOf = async ({ database }: ClosingWorld) =>
  (await verifySealsOf(database)).seals.flatMap(({ faults }) => faults)

const sealedLooks = async () => {
  const world = await readyWorld()
  await look(world.database)
  await sealed(world)
  return world
}

test.each<[string, Statement]>([
  ['an edited verdict on a page', `UPDATE policy_proof SET outcome = 'found', version = '3' WHERE id = 'p0'`],
  ['another day', `UPDATE policy_proof SET checked_on = '2025-12-31' WHERE id = 'p4'`],
  ['another moment', ({ instantOf }) => `UPDATE policy_proof SET at = ${instantOf('99')} WHERE id = 'p4'`],
  ['other bytes', `UPDATE policy_proof SET digest = 'd9' WHERE id = 'p4'`],
  ['the last proof taken away', `DELETE FROM policy_proof WHERE id = 'p8'`],
  ['one taken away before the others', `DELETE FROM policy_proof WHERE id = 'p0'`],
  ['another text', `UPDATE policy_text SET text = 'their policy'`],
  ['a text taken away', `DELETE FROM policy_text`],
])('%s invalidates a seal', async (_, statement) => {
  const world = await sealedLooks()
  expect(await faultsOf(world)).toEqual([])
  await tamper(world.database, [statement])
  expect(await faultsOf(world)).toEqual(['pages-altered'])
})

test('work of the watcher after a seal does not invalidate it: checks, also begun before it, deleted bytes, new texts', async () => {
  const world = await sealedLooks()
  await world.database.transaction(async ({ records, query }) => {
    await query.run(LOOK, found('late', 12, 'd9'))
    await query.run(LOOK, found('later', 100, 'd10'))
    await deleteOldBytes(records, { surfaceId: 'w', language: 'en' })
    await addApprovedText(records, { version: '3', language: 'zh-CN', text: '政策', at: 200, by: 'Lin' })
    await query.run(`UPDATE policy_text SET added_by = '' WHERE version = '3'`)
  })
  const { query } = world.database
  const gone = await query.get<{ n: number }>('SELECT count(*) AS n FROM policy_proof WHERE NOT keeps_bytes')
  expect(gone?.n).toBeGreaterThan(0)
  expect(await faultsOf(world)).toEqual([])
})
