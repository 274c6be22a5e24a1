import type { Prisma } from '@wayproof/database/generated/client'

/** Latest proofs of a page whose bytes are stored; each has at most 2 MB. */
const LATEST = 7

/** Deletes the bytes of a page's proofs, except for its latest ones and the first one of each version. */
export async function deleteOldBytes(
  { policyProof, policyBytes }: Prisma.TransactionClient,
  page: { readonly surfaceId: string; readonly language: string },
): Promise<void> {
  const latest = await policyProof.findMany({
    where: page,
    orderBy: { at: 'desc' },
    take: LATEST,
    select: { id: true },
  })
  const withBytes = await policyProof.findMany({ where: { ...page, keepsBytes: true }, orderBy: { at: 'asc' } })
  const matchingProofs = withBytes.filter(({ outcome }) => outcome === 'found')
  const firsts = [...Map.groupBy(matchingProofs, ({ version }) => version).values()].map(([first]) => first?.id)
  const staying = new Set([...latest.map(({ id }) => id), ...firsts])
  const freed = withBytes.filter(({ id }) => !staying.has(id))
  if (freed.length === 0) return
  await policyProof.updateMany({ where: { id: { in: freed.map(({ id }) => id) } }, data: { keepsBytes: false } })
  const digests = freed.flatMap(({ digest }) => digest ?? [])
  const shared = await policyProof.findMany({ where: { digest: { in: digests }, keepsBytes: true } })
  const unused = digests.filter((digest) => !shared.some((proof) => proof.digest === digest))
  await policyBytes.deleteMany({ where: { digest: { in: unused } } })
}
