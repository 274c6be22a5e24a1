import type { Statement } from '@wayproof/database/query/query'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { expect, test } from 'vitest'
import { REGISTER_IDS, type RegisterId } from '../register.ts'
import { referencesTo } from '../rows/references.ts'
import { writeRow } from '../rows/write-row.ts'
import { importPorts, importText } from '../testing/import-ports.ts'
import { undoImport } from '../undo-import.ts'
import { registerTables } from './register-tables.ts'
import { rowStore } from './row-store.ts'

const registerOf = new Map(REGISTER_IDS.map((id) => [registerTables[id].table, id]))
const fieldOf = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The columns of all foreign keys, with both tables. */
const REFERENCES: Statement = ({ engine }) =>
  engine === 'sqlite'
    ? `SELECT t.name AS child, k."table" AS parent, k."from" AS "column"
       FROM pragma_table_list t, pragma_foreign_key_list(t.name) k`
    : `SELECT k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent, a.attname AS "column"
       FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey)
       WHERE k.contype = 'f'`

test('every foreign key between registers is checked before a row is removed', async () => {
  const database = await openTestDatabase()
  const references = await database.query.all<{ child: string; parent: string; column: string }>(REFERENCES)
  const keys = references.flatMap(({ child, parent, column }) => {
    const [register, target] = [registerOf.get(child), registerOf.get(parent)]
    return register && target ? [{ target, reference: [register, fieldOf(column)] }] : []
  })
  expect(keys.length).toBeGreaterThan(3)
  for (const { target, reference } of keys)
    expect([target, referencesTo(target)]).toEqual([target, expect.arrayContaining([reference])])
})

test('a platform with a watched page is neither removed nor deleted by an undo of its import, and the fault says why', async () => {
  const database = await openTestDatabase()
  const head = 'id,name,kind,url,languages,collectsPersonalData,activeFrom,activeTo'
  const surfaces: RegisterId = 'policy-surfaces'
  await importText(database, surfaces, `${head}\nweb,Site,website,https://x.example/,en,yes,2024-01-01,\n`)
  await importText(database, 'policy-pages', 'surfaceId,language,url\nweb,en,https://x.example/privacy\n')
  const referred = { ok: false, fault: { code: 'row-referred-to', registers: ['policy-pages'] } }
  const rows = rowStore(database)
  const seen = {
    ...{ id: 'web', name: 'Site', kind: 'website', url: 'https://x.example/', languages: 'en' },
    ...{ collectsPersonalData: 'yes', activeFrom: '2024-01-01', activeTo: '' },
  }
  const command = {
    register: surfaces,
    what: { kind: 'remove', key: '["web"]', seen },
    reason: 'gone',
    by: 'o',
  } as const
  const clock = { now: () => Date.UTC(2026, 0, 7) }
  expect(await writeRow({ rows, clock, timeZone: 'Asia/Shanghai' }, command)).toEqual(referred)
  const file = await database.query.get<{ id: string }>('SELECT id FROM import_file WHERE register = @surfaces', {
    surfaces,
  })
  const undo = { register: surfaces, importId: file?.id ?? '', by: 'o', reason: 'wrong file' }
  expect(await undoImport(importPorts(database), undo)).toEqual(referred)
})
