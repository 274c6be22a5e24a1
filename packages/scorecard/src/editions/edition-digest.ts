import { sha256 } from '@wayproof/kernel/secrets/keyring'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import { headCode } from '../closing/seals/head-code.ts'
import type { ExecutiveSummary } from '../executive-summary.ts'

/** The stored figures of an edition, their digest, and the printed code of the digest. */
export function editionFigures(summary: ExecutiveSummary) {
  const figures = canonicalJson(summary)
  const digest = sha256(figures)
  return { figures, digest, code: headCode(digest) }
}
