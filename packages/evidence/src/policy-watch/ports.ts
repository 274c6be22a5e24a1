import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Ids } from '@wayproof/kernel/id'
import type { PageProof, Unread } from './page-proof.ts'
import type { PolicyText } from './policy-match.ts'
import type { WatchedPage } from './watched-page.ts'

/** Days for which a superseded version still counts, and days for which a check counts. */
export interface PolicyTerms {
  readonly graceDays: number
  readonly checkDays: number
}

/** A page claimed by a scheduler until the lease ends. */
export interface ClaimedPage {
  readonly surfaceId: string
  readonly language: string
  readonly url: string
  readonly fence: number
}

export interface ApprovedText {
  readonly language: string
  readonly addedAt: Instant
  /** Name of the user. */
  readonly addedBy: string
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly digest: string
  /** True once a page was found to show the text; it can then no longer change. */
  readonly proven: boolean
}

export interface ApprovedVersion {
  readonly version: string
  readonly approvedOn: CalendarDate
  /** First day in force. */
  readonly inForceOn: CalendarDate
  readonly texts: readonly ApprovedText[]
}

export interface NewPolicyText extends PolicyText {
  readonly language: string
  readonly at: Instant
  readonly by: string
}

export interface PolicyWatchStore {
  /** Live surfaces in scope on the day, one entry per language, by name. */
  pages(asOf: CalendarDate, terms: PolicyTerms): Promise<readonly WatchedPage[]>
  /** Queues pages for fetching; queued pages keep their place. */
  plan(pages: readonly Pick<ClaimedPage, 'surfaceId' | 'language' | 'url'>[], at: Instant): Promise<void>
  /** Claims the unclaimed page that has waited longest, or returns null. */
  claim(now: Instant, leaseUntil: Instant): Promise<ClaimedPage | null>
  /** Approved texts of a language on the day: the one in force first, then later and earlier ones. */
  texts(language: string, asOf: CalendarDate): Promise<readonly PolicyText[]>
  /**
   * Stores the proof with the page's bytes and removes the page from the queue. Returns false if another process took
   * over the claim.
   */
  saveProof(claim: ClaimedPage, proof: PageProof, bytes: Uint8Array | null): Promise<boolean>
  /** Newest first, at most `limit`, each with a flag for stored bytes. */
  proofs(
    surfaceId: string,
    language: string,
    limit: number,
  ): Promise<readonly (PageProof & { readonly kept: boolean })[]>
  /** Bytes of a page by digest, or null if they are no longer stored. */
  bytes(digest: string): Promise<Uint8Array | null>
  /** Newest first. */
  versions(): Promise<readonly ApprovedVersion[]>
  text(version: string, language: string): Promise<string | null>
  addText(newPolicyText: NewPolicyText): Promise<'added' | 'version-unknown' | 'text-proven'>
}

/** Result of a page request. */
export interface Fetched {
  readonly connectedTo: string | null
  readonly status: number | null
  readonly contentType: string | null
  readonly redirectedTo: string | null
  /** Null if there is a fault. */
  readonly page: { readonly bytes: Uint8Array; readonly digest: string } | null
  readonly fault: Unread | null
}

/** Requests a public page once, in a language. */
export type FetchPage = (url: string, language: string) => Promise<Fetched>

export interface PolicyWatchPorts {
  readonly policies: PolicyWatchStore
  readonly clock: Clock
  readonly ids: Ids
  /** Time zone of the organization, as an IANA name. */
  readonly timeZone: string
  readonly policyTerms: PolicyTerms
}
