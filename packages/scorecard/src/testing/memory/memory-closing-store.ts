import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { ClosingStore } from '../../closing/ports.ts'
import type { ScorecardMemory } from './scorecard-memory.ts'

export function memoryClosingStore(memory: ScorecardMemory): ClosingStore {
  const freezeOf = (period: PeriodKey) => memory.freezes.find((freeze) => freeze.period === period)
  const reopeningOf = (period: PeriodKey) => memory.reopenings.find((reopening) => reopening.period === period)
  const signaturesOn = (id: string | undefined) => memory.signatures.filter(({ freezeId }) => freezeId === id)
  const endFreeze = (id: string) => {
    const pending = memory.freezes.find((freeze) => freeze.id === id)
    memory.freezes = memory.freezes.filter((freeze) => freeze !== pending)
    memory.signatures = memory.signatures.filter(({ freezeId }) => freezeId !== id)
    return pending
  }
  const endReopening = (period: PeriodKey) => {
    const pending = reopeningOf(period)
    memory.reopenings = memory.reopenings.filter((reopening) => reopening !== pending)
    return pending !== undefined
  }
  const lastSeal = () => memory.seals.at(-1) ?? null
  return {
    closing: async (period) => {
      const freeze = freezeOf(period)
      const reopening = reopeningOf(period)
      return {
        seals: memory.seals.filter((seal) => seal.period === period).toSorted((a, b) => a.version - b.version),
        reopening: reopening ? withoutHand(reopening) : null,
        freeze: freeze ? withoutHand(withoutMissing(freeze)) : null,
        signatures: signaturesOn(freeze?.id)
          .toSorted((a, b) => a.at - b.at || (a.goal < b.goal ? -1 : 1))
          .map(withoutHand),
      }
    },
    hands: async (period) => {
      const freeze = freezeOf(period)
      const reopening = reopeningOf(period)
      return [reopening, freeze, ...signaturesOn(freeze?.id)].flatMap((part) => (part ? [part.hand] : []))
    },
    freeze: async (freeze, mailbox, saltedLists) => {
      if (freezeOf(freeze.period)) return false
      memory.freezes = [
        ...memory.freezes,
        { ...freeze, hand: { id: freeze.frozenBy.id, mailbox }, missing: saltedLists },
      ]
      return true
    },
    missing: async ({ period, version }, { goal, period: of }) => {
      const pending = memory.freezes.find((freeze) => freeze.period === period && freeze.version === version)
      const lists = pending?.missing ?? memory.missing.get(`${period} ${version}`) ?? []
      const list = lists.find((each) => each.goal === goal && each.period === of)
      return list ? { digests: list.digests, rows: list.rows.map((row, place) => ({ ...row, place })) } : null
    },
    deletedMissing: async () => memory.deletedMissing,
    takeBackFreeze: async (id) => endFreeze(id) !== undefined,
    sign: async (signature, mailbox) => {
      const { freezeId, goal, by } = signature
      const isPending = memory.freezes.some(({ id }) => id === freezeId)
      if (!isPending || signaturesOn(freezeId).some((each) => each.goal === goal)) return false
      memory.signatures = [...memory.signatures, { ...signature, hand: { id: by.id, mailbox } }]
      return true
    },
    seal: async (seal, freezeId, _at, restatement) => {
      if (!memory.freezes.some(({ id }) => id === freezeId)) return null
      if (memory.seals.some(({ number }) => number === seal.number)) return null
      memory.seals = [...memory.seals, seal]
      memory.missing.set(`${seal.period} ${seal.version}`, endFreeze(freezeId)?.missing ?? [])
      endReopening(seal.period)
      if (restatement) memory.restatements = [...memory.restatements, restatement]
      return { told: restatement ? memory.summaryReaders : 0 }
    },
    reopen: async (reopening, mailbox) => {
      if (reopeningOf(reopening.period)) return false
      memory.reopenings = [...memory.reopenings, { ...reopening, hand: { id: reopening.by.id, mailbox } }]
      return true
    },
    takeBackReopening: async (period) => !freezeOf(period) && endReopening(period),
    evidence: async () => memory.evidence,
    undoneSince: async ({ files }) =>
      memory.undone.filter(({ id }) => files.some((file) => file.id === id)).toSorted((a, b) => b.at - a.at),
    seals: async () => memory.seals,
    lastSeal: async () => lastSeal(),
  }
}

const withoutHand = <P extends { readonly hand: unknown }>({ hand: _, ...part }: P) => part
const withoutMissing = <P extends { readonly missing: unknown }>({ missing: _, ...part }: P) => part
