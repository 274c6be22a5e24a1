import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import { storedBytes } from '@wayproof/database/testing/stored-bytes'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { type Keyring, keyring } from '@wayproof/kernel/secrets/keyring'
import type { Purpose } from '@wayproof/kernel/secrets/purpose'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { newReceipt } from '../answers/receipt.ts'
import { saveDraft } from '../answers/save-draft.ts'
import {
  closeAtOnce,
  invitations,
  openedWave,
  type SurveyOn,
  submit,
  surveyOn,
  tokens,
} from '../testing/survey-world.ts'

const PEOPLE = 30
/** The master key of the installation, which the attacker has. */
const MASTER = keyring(new Uint8Array(32).fill(5))
const PURPOSES: readonly Purpose[] = [
  'answer',
  'draft',
  'receipt',
  'address',
  'backup',
  'journal',
  'key-check',
  'case-text',
]

/** A copy of the files of the database, its write-ahead log, and the rows that they contain. */
interface Archive {
  readonly bytes: Buffer
  readonly encrypted: readonly Uint8Array[]
  readonly invitationIds: readonly string[]
}

// A checkpoint, which every new database of a test brings, may remove a file that was just listed.
const WAL = `SELECT pg_read_binary_file('pg_wal/' || name, true) AS bytes FROM pg_ls_waldir() ORDER BY name`

async function archiveOf(world: SurveyOn<PostgresqlDatabase>): Promise<Archive> {
  const { pool, query } = world.database
  const files = await storedBytes(world.database)
  const { rows } = await pool.query<{ bytes: Buffer | null }>(WAL)
  const answers = await query.all<{ encrypted: Uint8Array }>('SELECT encrypted FROM answer WHERE encrypted IS NOT NULL')
  const drafts = await query.all<{ encrypted: Uint8Array }>('SELECT sealed AS encrypted FROM draft')
  return {
    bytes: Buffer.concat([files, ...rows.flatMap(({ bytes }) => bytes ?? [])]),
    encrypted: [...answers, ...drafts].map(({ encrypted }) => encrypted),
    invitationIds: (await invitations(world)).map(({ id }) => id),
  }
}

/** Keys that can be derived from a key: its own, and those of each draft. */
const derived = (key: Keyring, { invitationIds }: Archive): readonly Keyring[] => [
  key,
  ...invitationIds.map((id) => keyring(key.mac('draft', `${id} 0`))),
]

/** The answers and drafts of an archive that open with any of the keys. */
function readable(archive: Archive, key: Keyring): number {
  const keys = derived(key, archive)
  const opens = (encrypted: Uint8Array) =>
    keys.some((each) =>
      PURPOSES.some((purpose) => {
        try {
          return each.openBytes(purpose, encrypted).length > 0
        } catch {
          return false
        }
      }),
    )
  return archive.encrypted.filter(opens).length
}

test('a base backup of an open wave with its log and the master key reveals no answer, and with the key of the wave all', async () => {
  const world = await surveyOn(await openTestPostgresql())
  await openedWave(world, PEOPLE)
  const links = await tokens(world)
  const words = (n: number) => `remark-number-${n}`
  const last = links.length - 1
  await saveDraft(world.ports, { token: links[last] ?? '', fields: { overall: '2', improve: words(last) } })
  for (const [n, token] of links.slice(0, last).entries())
    await submit(world, token, { overall: String(1 + (n % 5)), improve: words(n) }, newReceipt(systemTokens))
  const id = (await world.ports.store.wave('2026-H1'))?.id ?? ''
  // Only the test keeps a copy of the key.
  const waveKey = keyring(world.waveKeys.master(id) ?? new Uint8Array())
  const archive = await archiveOf(world)
  await closeAtOnce(world, '2026-H1')
  expect(world.waveKeys.find(id)).toBeNull()

  expect(archive.encrypted).toHaveLength(PEOPLE)
  expect(links.filter((_, n) => archive.bytes.includes(words(n)))).toEqual([])
  expect(readable(archive, MASTER)).toBe(0)
  expect(readable(archive, waveKey)).toBe(PEOPLE)
})

test('decrypted answers are never in the write-ahead log', async () => {
  const { query } = await openTestPostgresql(1)
  const persistence = `SELECT relpersistence AS persistence FROM pg_class WHERE relname = 'decrypted_answer'`
  expect(await query.get(persistence)).toEqual({ persistence: 'u' })
})
