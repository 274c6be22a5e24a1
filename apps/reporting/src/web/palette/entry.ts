import type { LinkProps } from '@tanstack/react-router'

export const ENTRY_GROUPS = ['pages', 'acts', 'goals', 'halfYears', 'registers', 'records'] as const

export type EntryGroup = (typeof ENTRY_GROUPS)[number]

/** A place that the palette can lead to. */
export interface Entry {
  readonly id: string
  readonly group: EntryGroup
  readonly text: string
  /** Other words that find the entry. */
  readonly alias?: string
  /** The register of a record, shown beside it. */
  readonly context?: string
  /** The text was written by a person. */
  readonly isVerbatim?: boolean
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'>
}
