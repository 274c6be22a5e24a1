import type { SampleStore } from '../../sample/ports.ts'
import type { ScorecardMemory } from './scorecard-memory.ts'

export function memorySampleStore(memory: ScorecardMemory): SampleStore {
  const find = (id: string) => memory.samples.find((sample) => sample.id === id)
  const replace = (id: string, changed: Partial<ScorecardMemory['samples'][number]>) => {
    memory.samples = memory.samples.map((sample) => (sample.id === id ? { ...sample, ...changed } : sample))
  }
  const sealed = () => memory.samples.flatMap((sample) => sample.sealed ?? []).toSorted((a, b) => a.number - b.number)
  const recorded = ({ rows }: Pick<ScorecardMemory['samples'][number], 'rows'>) =>
    rows.reduce((sum, { revision }) => sum + revision, 0)
  return {
    list: async (period) =>
      memory.samples
        .filter((sample) => sample.period === period)
        .toSorted((a, b) => b.drawnAt - a.drawnAt || (a.id < b.id ? -1 : 1))
        .map(withoutFrame),
    find: async (id) => {
      const found = find(id)
      return found ? withoutFrame(found) : null
    },
    frame: async (id) => find(id)?.frame ?? null,
    add: async (sample, frame) => {
      memory.samples = [...memory.samples, { ...sample, frame }]
    },
    record: async (id, { number, seen, finding }) => {
      const sample = find(id)
      const row = sample?.rows.find((each) => each.number === number)
      if (!sample || sample.sealed || !row?.drawn || row.revision !== seen) return false
      const rows = sample.rows.map((each) => (each === row ? { ...row, finding, revision: seen + 1 } : each))
      replace(id, { rows })
      return true
    },
    documents: async (places) => places.flatMap(({ key }) => memory.documents.get(key) ?? []),
    heads: async () => {
      const last = sealed().at(-1)
      return { number: last?.number ?? 0, head: last?.head ?? '', chainHead: memory.seals.at(-1)?.head ?? '' }
    },
    seal: async (auditSample, seal) => {
      const sample = find(auditSample.id)
      if (!sample || sample.sealed || recorded(sample) !== recorded(auditSample)) return false
      if (seal.number !== (sealed().at(-1)?.number ?? 0) + 1) return false
      replace(auditSample.id, { sealed: seal })
      return true
    },
  }
}

const withoutFrame = ({ frame: _, ...sample }: ScorecardMemory['samples'][number]) => sample
