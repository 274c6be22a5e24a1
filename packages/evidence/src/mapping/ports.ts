import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import type { ColumnMapping } from './column-mapping.ts'

/** A register that files are imported into: an evidence register or the travelers. */
export type MappedRegister = string

/** A stored mapping. It is never deleted; a later one with the same headings supersedes it. */
export interface SavedMapping {
  readonly id: Id
  readonly register: MappedRegister
  readonly headingSet: string
  readonly mapping: ColumnMapping
  readonly at: Instant
  /** User's id when stored, name when read. */
  readonly by: string
}

export interface MappingStore {
  save(mapping: SavedMapping): Promise<void>
  find(register: MappedRegister, id: string): Promise<ColumnMapping | null>
  /** The latest mapping of each heading set, newest first, at most 50. */
  latest(register: MappedRegister): Promise<readonly SavedMapping[]>
}

export interface MappingPorts {
  readonly mappings: MappingStore
  readonly clock: Clock
  readonly ids: Ids
}
