import type { Clock, Id, Ids, Instant } from '@wayproof/kernel'
import type { ColumnMapping } from './column-mapping.ts'

/** A register that files are imported into, one of ours or the travelers. */
export type MappedRegister = string

/** A mapping as it was said once: kept for good, a later one of the same headings stands in its place. */
export interface KeptMapping {
  readonly id: Id
  readonly register: MappedRegister
  readonly headingSet: string
  readonly mapping: ColumnMapping
  readonly at: Instant
  /** A user's id when it is kept, the name when it is told. */
  readonly by: string
}

export interface MappingStore {
  save(mapping: KeptMapping): Promise<void>
  find(register: MappedRegister, id: string): Promise<ColumnMapping | null>
  /** The latest of each set of headings, newest first, at most 50. */
  latest(register: MappedRegister): Promise<readonly KeptMapping[]>
}

export interface MappingPorts {
  readonly mappings: MappingStore
  readonly clock: Clock
  readonly ids: Ids
}
