import { createHash } from 'node:crypto'
import type { Instant } from '@wayproof/kernel/clock'
import type { PageProof } from '../policy-watch/page-proof.ts'
import type { ApprovedVersion, ClaimedPage, NewPolicyText, PolicyWatchStore } from '../policy-watch/ports.ts'
import type { WatchedPage } from '../policy-watch/watched-page.ts'

interface QueuedPage extends ClaimedPage {
  readonly queuedAt: Instant
  readonly leaseUntil: Instant | null
}

export interface PolicyWatchMemory {
  /** Live pages as the registers describe them; queue and proofs are added when they are read. */
  pages: readonly Omit<WatchedPage, 'waiting' | 'proof'>[]
  versions: readonly Omit<ApprovedVersion, 'texts'>[]
  texts: readonly NewPolicyText[]
  /** Pages that wait to be fetched, by surface and language. */
  readonly queue: Map<string, QueuedPage>
  proofs: readonly PageProof[]
  /** Bytes of fetched pages by digest. */
  readonly files: Map<string, Uint8Array>
}

export const emptyPolicyWatch = (): PolicyWatchMemory => ({
  ...{ pages: [], versions: [], texts: [], queue: new Map(), proofs: [], files: new Map() },
})

const nameOf = ({ surfaceId, language }: Pick<ClaimedPage, 'surfaceId' | 'language'>) => `${surfaceId} ${language}`
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** Watched pages, approved texts and proofs in memory. All bytes are kept. */
export function memoryPolicyWatchStore(memory: PolicyWatchMemory): PolicyWatchStore {
  const { queue } = memory
  const proofsOf = (page: Pick<ClaimedPage, 'surfaceId' | 'language'>) =>
    memory.proofs.filter((proof) => nameOf(proof) === nameOf(page)).toSorted((a, b) => b.at - a.at)
  const textOf = (version: string, language: string) =>
    memory.texts.find((text) => text.version === version && text.language === language) ?? null
  const isProven = (version: string, language: string) =>
    memory.proofs.some((proof) => proof.version === version && proof.language === language)
  const newestFirst = () => memory.versions.toSorted((a, b) => b.inForceOn.localeCompare(a.inForceOn))
  return {
    pages: async (asOf) =>
      memory.pages.map((page) => {
        const proof = proofsOf(page).find(({ checkedOn }) => checkedOn <= asOf) ?? null
        return { ...page, proof, waiting: queue.has(nameOf(page)) }
      }),
    plan: async (pages, at) => {
      for (const { surfaceId, language, url } of pages) {
        const queuedPage = queue.get(nameOf({ surfaceId, language }))
        const added = { surfaceId, language, url, fence: 0, queuedAt: at, leaseUntil: null }
        if (!queuedPage || queuedPage.leaseUntil === null)
          queue.set(nameOf(added), queuedPage ? { ...queuedPage, url } : added)
      }
    },
    claim: async (now, leaseUntil) => {
      const [first] = [...queue.values()]
        .filter((page) => page.leaseUntil === null || page.leaseUntil < now)
        .toSorted((a, b) => a.queuedAt - b.queuedAt || (nameOf(a) < nameOf(b) ? -1 : 1))
      if (!first) return null
      const { surfaceId, language, url } = first
      const claimed = { surfaceId, language, url, fence: first.fence + 1 }
      queue.set(nameOf(first), { ...first, ...claimed, leaseUntil })
      return claimed
    },
    texts: async (language, asOf) => {
      const approved = newestFirst().filter(({ approvedOn }) => approvedOn <= asOf)
      const inForceFirst = [true, false].flatMap((inForce) =>
        approved.filter(({ inForceOn }) => inForceOn <= asOf === inForce),
      )
      return inForceFirst.flatMap(({ version }) => {
        const newPolicyText = textOf(version, language)
        return newPolicyText ? [{ version, text: newPolicyText.text }] : []
      })
    },
    saveProof: async (claim, proof, bytes) => {
      if (queue.get(nameOf(claim))?.fence !== claim.fence) return false
      queue.delete(nameOf(claim))
      memory.proofs = [...memory.proofs, proof]
      if (bytes && proof.digest) memory.files.set(proof.digest, bytes)
      return true
    },
    proofs: async (surfaceId, language, limit) =>
      proofsOf({ surfaceId, language })
        .slice(0, limit)
        .map((proof) => ({ ...proof, kept: memory.files.has(proof.digest ?? '') })),
    bytes: async (digest) => memory.files.get(digest) ?? null,
    versions: async () =>
      newestFirst().map((approved) => ({
        ...approved,
        texts: memory.texts
          .filter(({ version }) => version === approved.version)
          .map(({ version, language, text, at, by }) => {
            const proven = isProven(version, language)
            return { language, addedAt: at, addedBy: by, digest: digestOf(text), proven }
          }),
      })),
    text: async (version, language) => textOf(version, language)?.text ?? null,
    addText: async (newPolicyText) => {
      const { version, language } = newPolicyText
      if (!memory.versions.some((approved) => approved.version === version)) return 'version-unknown'
      const known = textOf(version, language)
      if (known?.text === newPolicyText.text) return 'added'
      if (isProven(version, language)) return 'text-proven'
      memory.texts = [...memory.texts.filter((text) => text !== known), newPolicyText]
      return 'added'
    },
  }
}
