import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { FactSource } from '../../ports.ts'
import { type Definitions, definitionsOf } from '../../rule-changes/definitions.ts'
import type { ConfirmedSetting } from '../../rule-changes/rule-change.ts'
import type { Rules } from '../../rules.ts'
import { faultsOfSample, type StoredSample } from '../../sample/sample-seal.ts'
import type { ClosingStore } from '../ports.ts'
import { canonicalJson } from './canonical-json.ts'
import { changedRegisters, compareRegisters, faultsOfEvidence, type RecordedChanges } from './check-evidence.ts'
import { headCode, readHeadCode } from './head-code.ts'
import { checkMissing } from './missing-rows-seal.ts'
import { headOf, NO_HEAD, readStatement, SEAL_PARTS, type Seal, statesPart } from './seal.ts'
import type { OnPaper, SampleFinding, SealFault, SealFinding, SealVerification } from './seal-finding.ts'
import type { Evidence, PagesEvidence } from './sealed-parts.ts'
import { withEffect } from './verify-effect.ts'

export interface VerifyPorts {
  readonly closing: Pick<ClosingStore, 'missing' | 'deletedMissing'> & {
    /** By number. */
    seals(): Promise<readonly Seal[]>
    evidence(period: PeriodKey): Promise<Evidence>
    /** Current content of the proofs up to a seal's last one. */
    pagesUpTo(lastProof: number): Promise<PagesEvidence>
    /** Recorded changes of these registers since the seal. */
    changesSince(evidence: Evidence, registers: readonly string[]): Promise<readonly RecordedChanges[]>
    /** Returns true if the chain of deletion proofs is intact and the numbered one has this digest. */
    proofsHold(last: Evidence['deletions']): Promise<boolean>
    /** Completed closings, by half-year and version. */
    closedVersions(): Promise<readonly { readonly period: PeriodKey; readonly version: number }[]>
    /** By number. */
    confirmedSettings(): Promise<readonly ConfirmedSetting[]>
    /** The sealed samples by number, and how many rows and sample frames were deleted with proof. */
    samples(): Promise<{ readonly kept: readonly StoredSample[]; readonly deleted: number }>
  }
  /** The base rules that changes start from. */
  readonly rules: Rules
  readonly facts: FactSource
  readonly clock: Clock
  /** IANA name; determines the day of a moment. */
  readonly timeZone: string
}

export type VerifyFault = { readonly code: 'head-mistyped' }

/**
 * Recomputes the whole chain from stored data and compares its evidence with the current data. With a head code from
 * paper it also checks that the chain still contains that head; a rebuilt chain does not.
 */
export async function verifySeals(
  ports: VerifyPorts,
  { code: typed }: { readonly code: string | null },
): Promise<Outcome<SealVerification, VerifyFault>> {
  const code = typed === null ? null : readHeadCode(typed)
  if (typed !== null && code === null) return fail('head-mistyped')
  const chain = await ports.closing.seals()
  const { kept: storedSamples, deleted } = await ports.closing.samples()
  const closed = await ports.closing.closedVersions()
  const today = { rules: ports.rules, settings: await ports.closing.confirmedSettings() }
  const surroundings = { chain, kept: storedSamples, missing: await alteredMissing(ports.closing, chain) }
  const sealFindings: SealFinding[] = []
  for (const [index, seal] of chain.entries()) {
    const before = chain[index - 1]
    for (let number = (before?.number ?? 0) + 1; number < seal.number; number += 1)
      sealFindings.push(missingSeal(number))
    sealFindings.push(
      await verifySeal(ports, today, seal, before?.number === seal.number - 1 ? before : null, surroundings),
    )
  }
  const unsealed = closed.filter(({ period, version }) =>
    chain.every((seal) => seal.period !== period || seal.version !== version),
  )
  const gaps = sealFindings.filter(({ period }) => period === null).length
  for (const { period, version } of unsealed.slice(gaps)) {
    sealFindings.push({ ...missingSeal((chain.at(-1)?.number ?? 0) + 1), period, version })
  }
  const samples = sampleFindings(storedSamples, deleted)
  const paper = code === null ? null : onPaper(code, chain, storedSamples)
  const isSound = [...sealFindings, ...samples].every(({ faults }) => faults.length === 0)
  const holds = isSound && (paper === null || paper.number !== null || paper.sample !== null)
  return ok({ holds, seals: sealFindings, samples, paper })
}

const onPaper = (code: string, chain: readonly Seal[], samples: readonly StoredSample[]): OnPaper => ({
  code,
  number: chain.find((seal) => codeOf(seal) === code)?.number ?? null,
  sample: samples.find(({ sample }) => codeOf(sample.sealed) === code)?.sample.sealed.number ?? null,
})

/** Data that a seal is checked against. */
interface Surroundings {
  readonly chain: readonly Seal[]
  readonly kept: readonly StoredSample[]
  /** Numbers of the seals whose missing rows were altered. */
  readonly missing: ReadonlySet<number>
}

/** Null if the head is malformed. */
const codeOf = ({ head }: Pick<Seal, 'head'>): string | null => (/^[0-9a-f]{64}$/.test(head) ? headCode(head) : null)

const missingSeal = (number: number): SealFinding => ({
  number,
  period: null,
  version: null,
  code: null,
  faults: ['seal-missing'],
  registers: [],
})

async function verifySeal(
  ports: VerifyPorts,
  today: RulesToday,
  seal: Seal,
  before: Seal | null,
  { chain, kept: storedSamples, missing }: Surroundings,
): Promise<SealFinding> {
  const { closing } = ports
  const faults = faultsOfSeal(seal, before, chain, today)
  const { number, period, version } = seal
  const finding = { number, period, version, code: codeOf(seal), faults, registers: [] }
  const sealStatement = readStatement(seal)
  // Altered evidence proves nothing about the data behind it.
  if (!sealStatement || faults.includes('evidence-altered') || faults.includes('statement-altered')) return finding
  const evidence = JSON.parse(seal.parts.evidence) as Evidence
  const now = await closing.evidence(period)
  const recorded = await closing.changesSince(evidence, changedRegisters(evidence, now))
  const registers = await withEffect(ports, seal, chain, compareRegisters(evidence, recorded))
  const { number: last, head } = evidence.samples
  const ofEvidence = faultsOfEvidence(evidence, now, registers, {
    pages: await closing.pagesUpTo(evidence.pages.lastProof),
    proofsHold: await closing.proofsHold(evidence.deletions),
    missingHolds: !missing.has(number),
    samplesHold:
      last === 0 || storedSamples.some(({ sample: { sealed } }) => sealed.number === last && sealed.head === head),
  })
  return { ...finding, faults: [...faults, ...ofEvidence], registers }
}

/** Numbers of the seals whose lists of missing rows differ from the seal, or lack rows without proof of deletion. */
async function alteredMissing(
  closing: Pick<ClosingStore, 'missing' | 'deletedMissing'>,
  chain: readonly Seal[],
): Promise<ReadonlySet<number>> {
  const alteredNumbers = new Set<number>()
  const deleted = await closing.deletedMissing()
  let gone = 0
  for (const seal of chain) {
    const sealStatement = readStatement(seal)
    // An altered statement proves nothing about its rows.
    if (!sealStatement || !statesPart(sealStatement, seal, 'evidence')) continue
    for (const sealedMissing of (JSON.parse(seal.parts.evidence) as Evidence).missing ?? []) {
      const checked = checkMissing(sealedMissing, await closing.missing(seal, sealedMissing))
      gone += checked.gone
      if (checked.altered || (checked.gone > 0 && gone > deleted)) alteredNumbers.add(seal.number)
    }
  }
  return alteredNumbers
}

/**
 * Faults of the sealed samples; `deleted` is the number of rows and frames deleted with proof, and no more may be
 * missing.
 */
function sampleFindings(samples: readonly StoredSample[], deleted: number): readonly SampleFinding[] {
  const findings: SampleFinding[] = []
  let previous = NO_HEAD
  let gone = 0
  for (const keptSample of samples) {
    const { sealed, period, figure, rows } = keptSample.sample
    for (let number = findings.length + 1; number < sealed.number; number += 1)
      findings.push({ number, of: null, faults: ['sample-missing'] })
    const faults = new Set(faultsOfSample(keptSample, previous))
    gone += rows.filter((row) => row.drawn === null).length + (keptSample.frame === null ? 1 : 0)
    if (gone > deleted) faults.add('sample-row-missing')
    const code = /^[0-9a-f]{64}$/.test(sealed.head) ? headCode(sealed.head) : ''
    findings.push({ number: sealed.number, of: { period, figure, code }, faults: [...faults] })
    previous = sealed.head
  }
  return findings
}

/** The current rules and their change history. */
interface RulesToday {
  readonly rules: Rules
  readonly settings: readonly ConfirmedSetting[]
}

/**
 * Faults of a seal, alone and in its position after `before` (null if it is the first, or the previous one is missing).
 */
export function faultsOfSeal(seal: Seal, before: Seal | null, chain: readonly Seal[], today: RulesToday): SealFault[] {
  const sealStatement = readStatement(seal)
  if (!sealStatement) return ['statement-altered']
  const parts = SEAL_PARTS.filter((part) => !statesPart(sealStatement, seal, part))
  const faults: SealFault[] = parts.map((part) => `${part}-altered` as const)
  const place = placeFault(seal, sealStatement.number, before, chain)
  if (place) faults.unshift(place)
  if (sealStatement.period !== seal.period || sealStatement.version !== seal.version) faults.push('statement-altered')
  if (!parts.includes('definitions') && ruleChanged(seal, today)) faults.push('rule-changed')
  return [...new Set(faults)]
}

function placeFault(seal: Seal, number: number, before: Seal | null, chain: readonly Seal[]): SealFault | null {
  const follows = (head: string) => headOf(head, seal.statement) === seal.head
  const gap = before === null && seal.number > 1
  const inPlace = number === seal.number
  if (gap ? inPlace : inPlace && follows(before?.head ?? NO_HEAD)) return null
  const elsewhere = follows(NO_HEAD) || chain.some(({ head }) => follows(head))
  return elsewhere || !inPlace ? 'out-of-order' : 'statement-altered'
}

/** Returns true if rules, targets or baseline differ today from those sealed under the same version. */
function ruleChanged({ parts }: Seal, { rules, settings }: RulesToday): boolean {
  const definitions = JSON.parse(parts.definitions) as Definitions
  const now = definitionsOf(rules, settings, definitions.rules.version)
  if (now === null) return false
  if (now === 'lost') return true
  // Without a confirmed change the baseline is the organization's setting, which has no version.
  const canonicalForm = ({ rules, targets, baselineYear }: Definitions) =>
    canonicalJson({ rules, targets, ...(now.baselineYear === undefined ? {} : { baselineYear }) })
  return canonicalForm(definitions) !== canonicalForm(now)
}
