import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { AuditAct, AuditDetails, AuditEntry } from './audit-entry.ts'
import type { ChainPlace } from './entry-chain.ts'
import type { ChainFault, ChainVerification } from './verify-chain.ts'

/** An act to record. Its actor is the user or API key for whom the call runs. */
export interface NewAuditEntry {
  readonly act: AuditAct
  readonly at: Instant
  readonly subject?: string
  readonly details?: AuditDetails
}

/** Entries that a reader may not know of: those of the act whose subject begins with `subjectStart`. */
export interface HiddenEntries {
  readonly act: AuditAct
  /** Empty: all of the act. */
  readonly subjectStart: string
}

/** Conditions of a search; each null or empty one matches everything. */
export interface AuditFilter {
  readonly act: AuditAct | null
  readonly actorId: Id | null
  /** Part of the subject, without regard to case. */
  readonly subject: string
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly hidden: readonly HiddenEntries[]
}

/** A page of a search. */
export interface AuditQuery extends AuditFilter {
  readonly offset: number
  readonly limit: number
}

export interface FoundEntry extends AuditEntry {
  /** Name of the actor, also of a removed user; null if nobody is named or the name is no longer stored. */
  readonly by: string | null
  /** Name of the user or API key that the subject identifies; null if it identifies none. */
  readonly about: string | null
}

/** An entry as a sign that something changed. */
export interface LoggedAct {
  /** Rises with each entry; an entry of a longer transaction may appear after a higher one. */
  readonly id: number
  readonly at: Instant
  readonly act: string
  readonly actorId: Id | null
}

export interface AuditLogState {
  /** Chained entries that are stored. */
  readonly entries: number
  readonly head: ChainPlace
  /** Deleted entries at the start of the chain. */
  readonly deleted: number
  /** Null before the first verification. */
  readonly verifiedAt: Instant | null
  /** The first fault of the last verification. */
  readonly fault: ChainFault | null
}

export interface AuditLogStore {
  /** Records an act that has no transaction of its own, such as an export, before its data leave. */
  add(entry: NewAuditEntry): Promise<void>
  /** Records that a user reads a text, once in 10 minutes. */
  addReading(entry: NewAuditEntry): Promise<void>
  /** Records that an API key reads a register, once an hour. */
  addReadingByKey(entry: NewAuditEntry): Promise<void>
  /** Adds one to the failed sign-ins of this minute. */
  addFailedSignIn(at: Instant): Promise<void>
  /** Newest first. */
  search(query: AuditQuery): Promise<readonly FoundEntry[]>
  /** The newest entries, newest first, without what they say. */
  newest(limit: number): Promise<readonly LoggedAct[]>
  /** All entries that match, newest first, in chunks. */
  all(filter: AuditFilter): AsyncIterable<readonly FoundEntry[]>
  count(filter: AuditFilter): Promise<number>
  /** Users and API keys that acted, by name; acts that are hidden do not count. */
  actors(hidden: readonly HiddenEntries[]): Promise<readonly { readonly id: Id; readonly name: string }[]>
  state(): Promise<AuditLogState>
  /** Gives new entries their place in the chain; returns their number. Safe to run at the same time twice. */
  chainNew(now: Instant): Promise<number>
  /** Verifies the chain and records the result. */
  verify(now: Instant): Promise<ChainVerification>
}
