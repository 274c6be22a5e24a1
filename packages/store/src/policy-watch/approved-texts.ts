import { createHash } from 'node:crypto'
import type { ApprovedText, ApprovedVersion, NewPolicyText } from '@wayproof/evidence'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'

const PROVEN = `EXISTS (SELECT 1 FROM policy_proof p WHERE p.version = t.version AND p.language = t.language)`

const VERSIONS = `SELECT version, approved_on AS approvedOn, coalesce(effective_on, approved_on) AS inForceOn
  FROM policy_version ORDER BY inForceOn DESC, version DESC`

const TEXTS = `SELECT t.version, t.language, t.digest, t.added_at AS addedAt, t.added_by AS addedBy, ${PROVEN} AS proven
  FROM policy_text t ORDER BY t.language`

type TextRow = Omit<ApprovedText, 'proven'> & { readonly version: string; readonly proven: number }

export function approvedVersions(database: Database): ApprovedVersion[] {
  return database.snapshot((sql) => {
    const texts = sql<TextRow>(TEXTS).all()
    return sql<Omit<ApprovedVersion, 'texts'>>(VERSIONS)
      .all()
      .map((found) => ({
        ...found,
        texts: texts
          .filter(({ version }) => version === found.version)
          .map(({ version: _, proven, ...text }) => ({ ...text, proven: proven === 1 })),
      }))
  })
}

/** A text that a page was found to show is evidence: it is not replaced, unless by itself. */
export function addApprovedText(
  sql: Sql,
  { version, language, text, at, by }: NewPolicyText,
): 'added' | 'version-unknown' | 'text-proven' {
  if (!sql('SELECT 1 FROM policy_version WHERE version = ?').get(version)) return 'version-unknown'
  const digest = createHash('sha256').update(text).digest('hex')
  const known = sql<{ digest: string; proven: number }>(
    `SELECT t.digest, ${PROVEN} AS proven FROM policy_text t WHERE t.version = ? AND t.language = ?`,
  ).get(version, language)
  if (known?.digest === digest) return 'added'
  if (known?.proven) return 'text-proven'
  sql(`INSERT OR REPLACE INTO policy_text (version, language, text, digest, added_at, added_by)
    VALUES (?, ?, ?, ?, ?, ?)`).run(version, language, text, digest, at, by)
  return 'added'
}
