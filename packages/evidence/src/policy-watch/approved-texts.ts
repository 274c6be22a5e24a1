import { createHash } from 'node:crypto'
import type { Prisma } from '@wayproof/database/generated/client'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PolicyText } from './policy-match.ts'
import type { ApprovedVersion, NewPolicyText } from './ports.ts'

type Records = Prisma.TransactionClient

/** Versions of the policy, latest in force first. */
async function versionsOf({ policyVersion }: Records): Promise<readonly Omit<ApprovedVersion, 'texts'>[]> {
  const rows = await policyVersion.findMany({ orderBy: { version: 'desc' } })
  return rows
    .map(({ version, approvedOn, effectiveOn }) => ({ version, approvedOn, inForceOn: effectiveOn ?? approvedOn }))
    .toSorted((a, b) => Number(a.inForceOn < b.inForceOn) - Number(a.inForceOn > b.inForceOn))
}

export async function approvedVersions(records: Records): Promise<readonly ApprovedVersion[]> {
  const texts = await records.policyText.findMany({ orderBy: { language: 'asc' }, omit: { text: true } })
  const proofs = await records.policyProof.groupBy({ by: ['version', 'language'] })
  const isProven = (version: string, language: string) =>
    proofs.some((proof) => proof.version === version && proof.language === language)
  return (await versionsOf(records)).map((policyVersion) => ({
    ...policyVersion,
    texts: texts
      .filter(({ version }) => version === policyVersion.version)
      .map(({ version, addedAt, ...text }) => {
        return { ...text, addedAt: addedAt.getTime(), proven: isProven(version, text.language) }
      }),
  }))
}

/** Texts of a language that were approved by a day: the one in force first, then later and earlier ones. */
export async function textsOn(records: Records, language: string, day: CalendarDate): Promise<readonly PolicyText[]> {
  const approved = (await versionsOf(records)).filter(({ approvedOn }) => approvedOn <= day)
  const texts = await records.policyText.findMany({ where: { language } })
  const [inForce, later] = [
    approved.filter(({ inForceOn }) => inForceOn <= day),
    approved.filter(({ inForceOn }) => inForceOn > day),
  ]
  return [...inForce, ...later].flatMap(({ version }) =>
    texts.filter((text) => text.version === version).map(({ text }) => ({ version, text })),
  )
}

/** A text that a page was found to show is evidence, so it may only be replaced by the same text. */
export async function addApprovedText(
  records: Records,
  { version, language, text, at, by }: NewPolicyText,
): Promise<'added' | 'version-unknown' | 'text-proven'> {
  const { policyVersion, policyText, policyProof } = records
  if (!(await policyVersion.findUnique({ where: { version } }))) return 'version-unknown'
  const digest = createHash('sha256').update(text).digest('hex')
  const where = { version_language: { version, language } }
  const storedText = await policyText.findUnique({ where })
  if (storedText?.digest === digest) return 'added'
  if (storedText && (await policyProof.findFirst({ where: { version, language } }))) return 'text-proven'
  const update = { text, digest, addedAt: new Date(at), addedBy: by }
  await policyText.upsert({ where, create: { version, language, ...update }, update })
  await addAuditEntry(records, { act: 'policy-text-added', at, subject: version, details: { language } })
  return 'added'
}
