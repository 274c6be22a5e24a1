import type { Hand, Id, Ids, Instant, Outcome, PeriodKey, Tokens } from '@wayproof/kernel'
import type { ScorecardPorts } from '../ports.ts'
import type { FigureChange } from './figure-change.ts'
import type { ClosingPerson, Freeze, PeriodClosing, Reopening, Signature } from './period-close.ts'
import type { ActionOutcome, ChosenImprovement, PromisedActions, Remedy, RemedyText } from './remedies/remedy.ts'
import type { KeptMissing, SaltedList, SealedMissing } from './seals/missing-rows-seal.ts'
import type { Seal } from './seals/seal.ts'
import type { Evidence } from './seals/sealed-parts.ts'
import type { UndoneImport } from './undone-import.ts'

/** What everybody who got the summary of a half-year is told when it is restated. */
export interface Restatement {
  readonly period: PeriodKey
  readonly version: number
  readonly reason: string
  readonly changes: readonly FigureChange[]
  /** The head of the new version, as printed. */
  readonly code: string
}

export interface ClosingStore {
  closing(period: PeriodKey): Promise<PeriodClosing>
  /** The people who reopened what is to be closed, froze it and signed it. */
  hands(period: PeriodKey): Promise<readonly Hand[]>
  /** Keeps the freeze with its missing rows, and asks its owners to sign. False: another one of the half-year waits. */
  freeze(freeze: Freeze, mailbox: Uint8Array, missing: readonly SaltedList[]): Promise<boolean>
  /** A list of missing rows as a version of a half-year froze it; null where it has none. */
  missing(
    version: Pick<Seal, 'period' | 'version'>,
    list: Pick<SealedMissing, 'goal' | 'period'>,
  ): Promise<KeptMissing | null>
  /** How many frozen rows were deleted on schedule, with their proof, over all half-years. */
  deletedMissing(): Promise<number>
  /** Forgets the missing rows with the freeze. False: the freeze no longer waits. */
  takeBackFreeze(freezeId: Id, by: ClosingPerson, at: Instant): Promise<boolean>
  /** False: the freeze no longer waits, or the goal is signed. */
  sign(signature: Signature, mailbox: Uint8Array): Promise<boolean>
  /**
   * Adds the seal to the chain, ends freeze and reopening, and mails a restatement to all who got the summary before, or, where
   * nothing tells any more who did, to all who get summaries now. Gives how many are told. Null: the freeze no longer waits, or
   * another seal took this one's number.
   */
  seal(
    seal: Seal,
    freezeId: Id,
    at: Instant,
    restatement: Restatement | null,
  ): Promise<{ readonly told: number } | null>
  /** False: a reopening waits. */
  reopen(reopening: Reopening, mailbox: Uint8Array): Promise<boolean>
  /** False: none waits, or what was reopened is frozen. */
  takeBackReopening(period: PeriodKey, by: ClosingPerson, at: Instant): Promise<boolean>
  evidence(period: PeriodKey): Promise<Evidence>
  /** Imports among the files of sealed evidence that were undone after it was taken, newest first. */
  undoneSince(sealed: Pick<Evidence, 'files' | 'lastChange'>): Promise<readonly UndoneImport[]>
  /** In the order of their numbers. */
  seals(): Promise<readonly Seal[]>
  lastSeal(): Promise<Seal | null>
}

/** Another text of a remedy. */
export interface RemedyCorrection extends RemedyText {
  readonly id: Id
  /** How many changes the person saw who makes this one. */
  readonly seen: number
  readonly at: Instant
  readonly by: string
}

export interface ActionStore {
  actions(period: PeriodKey): Promise<PromisedActions>
  addRemedy(remedy: Remedy): Promise<void>
  /** Null where there is no such remedy. */
  remedy(id: Id): Promise<Remedy | null>
  /** Keeps what it said before. Faults `action-unknown`, `already-frozen`, `remedy-changed`. */
  changeRemedy(change: RemedyCorrection): Promise<Outcome<null>>
  /** What was said before is replaced. False: there is no such action. */
  recordOutcome(action: Id, outcome: ActionOutcome): Promise<boolean>
}

/** An improvement on its way into the record. */
export interface NewImprovement extends ChosenImprovement {
  readonly period: PeriodKey
  readonly chosenAt: Instant
  /** Name of the officer who chose it. */
  readonly chosenBy: string
}

export interface ImprovementChoices {
  /** The half-year an improvement was chosen for; null where there is none that stands. */
  periodOf(id: Id): Promise<PeriodKey | null>
  choose(improvement: NewImprovement): Promise<void>
  /** Takes one back that no invitation has told; it is kept. Faults `improvement-unknown`, `improvement-told`. */
  withdraw(id: Id, withdrawn: { readonly at: Instant; readonly by: string }): Promise<Outcome<null>>
}

export interface ClosingPorts extends ScorecardPorts {
  readonly closing: ClosingStore
  readonly actions: ActionStore
  readonly ids: Ids
  readonly tokens: Tokens
  /** Milliseconds by which the clock is ahead of the reference; null where none is known or answers. */
  clockOffset(): Promise<number | null>
}
