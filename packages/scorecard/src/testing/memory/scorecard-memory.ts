import type { UndoneImport } from '@wayproof/evidence/imports/undone-imports'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'
import type { Participant } from '@wayproof/kernel/people/second-person'
import type { NewImprovement } from '@wayproof/survey/improvements/improvement'
import type { Freeze, Reopening, Signature } from '../../closing/period-close.ts'
import type { Restatement } from '../../closing/ports.ts'
import type { ActionOutcome, Remedy, RemedyChange } from '../../closing/remedies/remedy.ts'
import type { SaltedList } from '../../closing/seals/missing-rows-seal.ts'
import type { Seal } from '../../closing/seals/seal.ts'
import type { Evidence } from '../../closing/seals/sealed-parts.ts'
import type { RowGoal, RuleChange } from '../../rule-changes/rule-change.ts'
import type { AuditSample, ReviewedDocument } from '../../sample/audit-sample.ts'
import type { SampleFrame } from '../../sample/sample-draw.ts'
import { greenFacts, type MemoryFacts } from './green-facts.ts'

export interface MemoryImprovement extends NewImprovement {
  /** True once an invitation mentioned it. */
  isMentioned: boolean
  isWithdrawn: boolean
}

/** Everything that the in-memory scorecard stores share. A test may read it, or change it as another process would. */
export interface ScorecardMemory {
  facts: MemoryFacts
  /** Half-years whose wave has opened. */
  readonly surveyed: Set<PeriodKey>
  seals: readonly Seal[]
  freezes: readonly (Freeze & { readonly hand: Participant; readonly missing: readonly SaltedList[] })[]
  signatures: readonly (Signature & { readonly hand: Participant })[]
  reopenings: readonly (Reopening & { readonly hand: Participant })[]
  /** Missing rows of sealed versions, by half-year and version. */
  missing: Map<string, readonly SaltedList[]>
  deletedMissing: number
  evidence: Evidence
  undone: readonly UndoneImport[]
  /** Mailed restatements. */
  restatements: readonly Restatement[]
  /** Number of people who received the previous summary. */
  summaryReaders: number
  remedies: readonly (Remedy & { readonly changes: readonly RemedyChange[] })[]
  improvements: readonly MemoryImprovement[]
  readonly outcomes: Map<Id, ActionOutcome>
  /** In the order of their proposals. */
  ruleChanges: readonly (RuleChange & { readonly hand: Participant })[]
  /** Labels of the rows in the registers of goals. */
  readonly labels: Readonly<Record<RowGoal, Map<string, string>>>
  /** First year of the incident register. */
  incidentsSince: number
  samples: readonly (AuditSample & { readonly frame: SampleFrame | null })[]
  /** Documents behind a register row, by its key. */
  readonly documents: Map<string, readonly ReviewedDocument[]>
}

/** Evidence of registers without rows. */
const NO_EVIDENCE: Evidence = {
  registers: [],
  files: [],
  lastChange: 0,
  pages: { lastProof: 0, proofs: { rows: 0, digest: '' }, texts: { rows: 0, digest: '' } },
  wave: null,
  deletions: { number: 0, digest: '' },
  samples: { number: 0, head: '' },
}

export const emptyMemory = (): ScorecardMemory => ({
  facts: greenFacts(),
  surveyed: new Set(),
  seals: [],
  freezes: [],
  signatures: [],
  reopenings: [],
  missing: new Map(),
  deletedMissing: 0,
  evidence: NO_EVIDENCE,
  undone: [],
  restatements: [],
  summaryReaders: 0,
  remedies: [],
  improvements: [],
  outcomes: new Map(),
  ruleChanges: [],
  labels: { 'policy-publication': new Map(), 'staff-training': new Map(), 'partner-audit': new Map() },
  incidentsSince: 2024,
  samples: [],
  documents: new Map(),
})
