import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { ClaimedPage, PolicyText, PolicyWatchStore } from '@wayproof/evidence'
import type { Database } from '../engine/database.ts'
import { addApprovedText, approvedVersions } from './approved-texts.ts'
import { letBytesGo } from './kept-bytes.ts'
import { INSERT_PROOF, PROOF_COLUMNS, type ProofRow, proofOfRow, rowOfProof } from './proof-row.ts'
import { watchedPages } from './watched-pages.ts'

const CLAIM = `UPDATE policy_fetch SET lease_until = @leaseUntil, fence = fence + 1
  WHERE (surface_id, language) = (
    SELECT surface_id, language FROM policy_fetch WHERE lease_until IS NULL OR lease_until < @now
    ORDER BY asked_at, surface_id, language LIMIT 1
  ) RETURNING surface_id AS surfaceId, language, url, fence`

const TEXTS = `SELECT t.version, t.text FROM policy_text t JOIN policy_version v ON v.version = t.version
  WHERE t.language = @language AND v.approved_on <= @asOf
  ORDER BY coalesce(v.effective_on, v.approved_on) > @asOf, coalesce(v.effective_on, v.approved_on) DESC, t.version DESC`

/** Approved texts, pages that wait to be fetched, and the proofs of what was seen. */
export function policyWatchStore(database: Database): PolicyWatchStore {
  return {
    pages: async (asOf, terms) => watchedPages(database, asOf, terms),

    plan: (pages, at) =>
      database.write((sql) => {
        const insert = sql(`INSERT INTO policy_fetch (surface_id, language, url, asked_at, fence) VALUES (?, ?, ?, ?, 0)
          ON CONFLICT DO UPDATE SET url = excluded.url WHERE lease_until IS NULL`)
        for (const { surfaceId, language, url } of pages) insert.run(surfaceId, language, url, at)
      }),

    async claim(now, leaseUntil) {
      // Asked every few seconds: no write while nothing waits.
      if (!database.read('SELECT 1 FROM policy_fetch LIMIT 1').get()) return null
      return (await database.write((sql) => sql<ClaimedPage>(CLAIM).get({ now, leaseUntil }))) ?? null
    },

    texts: async (language, asOf) => database.read<PolicyText>(TEXTS).all({ language, asOf }),

    async saveProof({ surfaceId, language, fence }, proof, bytes) {
      const packed = bytes ? await promisify(gzip)(bytes) : null
      return database.write((sql) => {
        const held = sql('DELETE FROM policy_fetch WHERE surface_id = ? AND language = ? AND fence = ?')
        if (held.run(surfaceId, language, fence).changes === 0) return false
        sql(INSERT_PROOF).run({ ...rowOfProof(proof) })
        if (packed) sql('INSERT OR IGNORE INTO policy_bytes (digest, bytes) VALUES (?, ?)').run(proof.digest, packed)
        letBytesGo(sql, surfaceId, language)
        return true
      })
    },

    proofs: async (surfaceId, language, limit) =>
      database
        .read<ProofRow & { readonly kept: number }>(
          `SELECT ${PROOF_COLUMNS}, keeps_bytes AS kept FROM policy_proof WHERE surface_id = ? AND language = ?
           ORDER BY at DESC, id LIMIT ?`,
        )
        .all(surfaceId, language, limit)
        .map(({ kept, ...row }) => ({ ...proofOfRow(row), kept: kept === 1 })),

    async bytes(digest) {
      const row = database.read<{ bytes: Uint8Array }>('SELECT bytes FROM policy_bytes WHERE digest = ?').get(digest)
      return row ? promisify(gunzip)(row.bytes) : null
    },

    versions: async () => approvedVersions(database),

    text: async (version, language) =>
      database
        .read<{ text: string }>('SELECT text FROM policy_text WHERE version = ? AND language = ?')
        .get(version, language)?.text ?? null,

    addText: (added) => database.write((sql) => addApprovedText(sql, added)),
  }
}
