import type { Owner } from '@wayproof/accounts/accounts/person'
import type { UndoneImport } from '@wayproof/evidence/imports/undone-imports'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { Outcome } from '@wayproof/kernel/outcome'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { ScorecardPorts } from '../ports.ts'
import type { FigureChange } from './figure-change.ts'
import type { ClosingPerson, Freeze, PeriodClosing, Reopening, Signature } from './period-close.ts'
import type { ActionOutcome, PromisedActions, Remedy, RemedyText } from './remedies/remedy.ts'
import type { SaltedList, SealedMissing, StoredMissingRows } from './seals/missing-rows-seal.ts'
import type { Seal } from './seals/seal.ts'
import type { Evidence } from './seals/sealed-parts.ts'

/** Content of the mail to every recipient of a summary when it is restated. */
export interface Restatement {
  readonly period: PeriodKey
  readonly version: number
  readonly reason: string
  readonly changes: readonly FigureChange[]
  /** Head of the new version, in print format. */
  readonly code: string
}

export interface ClosingStore {
  closing(period: PeriodKey): Promise<PeriodClosing>
  /** The people who reopened, froze and signed the half-year. */
  hands(period: PeriodKey): Promise<readonly Participant[]>
  /**
   * Stores the freeze with its missing rows and asks its owners to sign. Returns false if another freeze of the
   * half-year is pending.
   */
  freeze(freeze: Freeze, mailbox: Uint8Array, saltedLists: readonly SaltedList[]): Promise<boolean>
  /** A frozen list of missing rows for a version of a half-year; null if there is none. */
  missing(
    version: Pick<Seal, 'period' | 'version'>,
    list: Pick<SealedMissing, 'goal' | 'period'>,
  ): Promise<StoredMissingRows | null>
  /** Number of frozen rows deleted on schedule with proof, over all half-years. */
  deletedMissing(): Promise<number>
  /** Deletes the freeze and its missing rows. Returns false if the freeze is no longer pending. */
  takeBackFreeze(freezeId: Id, closingPerson: ClosingPerson, at: Instant): Promise<boolean>
  /** Returns false if the freeze is no longer pending or the goal is already signed. */
  sign(signature: Signature, mailbox: Uint8Array): Promise<boolean>
  /**
   * Appends the seal to the chain, ends freeze and reopening, and mails a restatement to all recipients of the previous
   * summary or, if they are no longer on record, to all current recipients. Returns the number of recipients. Null if
   * the freeze is no longer pending or another seal has this number.
   */
  seal(
    seal: Seal,
    freezeId: Id,
    at: Instant,
    restatement: Restatement | null,
  ): Promise<{ readonly told: number } | null>
  /** Returns false if a reopening is pending. */
  reopen(reopening: Reopening, mailbox: Uint8Array): Promise<boolean>
  /** Returns false if none is pending or the reopened half-year is frozen. */
  takeBackReopening(period: PeriodKey, closingPerson: ClosingPerson, at: Instant): Promise<boolean>
  evidence(period: PeriodKey): Promise<Evidence>
  /** Imports among the files of the sealed evidence that were undone since, newest first. */
  undoneSince(sealed: Pick<Evidence, 'files' | 'lastChange'>): Promise<readonly UndoneImport[]>
  /** By number. */
  seals(): Promise<readonly Seal[]>
  lastSeal(): Promise<Seal | null>
}

/** A changed text of a remedy. */
export interface RemedyCorrection extends RemedyText {
  readonly id: Id
  /** Number of changes that the editing user had seen. */
  readonly seen: number
  readonly at: Instant
  readonly by: string
}

export interface ActionState {
  readonly period: PeriodKey
  /** Null before an outcome is recorded. */
  readonly state: ActionOutcome['state'] | null
}

export interface ActionStore {
  actions(period: PeriodKey): Promise<PromisedActions>
  addRemedy(remedy: Remedy): Promise<void>
  /** Null if there is no such remedy. */
  remedy(id: Id): Promise<Remedy | null>
  /** Stores the change with the previous text. Faults: `action-unknown`, `already-frozen`, `remedy-changed`. */
  changeRemedy(change: RemedyCorrection): Promise<Outcome<null>>
  /** Half-year and recorded state of an action of any kind; null if there is no such action. */
  state(id: Id): Promise<ActionState | null>
  /**
   * Replaces the outcome that the user had seen, on behalf of an office that owns the action; null: of any action.
   * `following` is the half-year whose seal contains
   * the outcome. Faults: `action-unknown`, `not-the-owner`, `already-frozen`, `outcome-changed`.
   */
  recordOutcome(
    action: Id,
    outcome: ActionOutcome,
    by: { readonly seen: Instant | null; readonly owner: Owner | null; readonly following: PeriodKey },
  ): Promise<Outcome<null>>
}

export interface ClosingPorts extends ScorecardPorts {
  readonly closing: ClosingStore
  readonly actions: ActionStore
  readonly ids: Ids
  readonly tokens: Tokens
  /** Milliseconds by which the clock is ahead of the reference; null if no reference is set or responds. */
  clockOffset(): Promise<number | null>
}
