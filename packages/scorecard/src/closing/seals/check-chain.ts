import { type Definitions, definitionsOf } from '../../rule-changes/definitions.ts'
import type { ConfirmedSetting } from '../../rule-changes/rule-change.ts'
import type { Rules } from '../../rules.ts'
import { canonicalJson } from './canonical-json.ts'
import { headOf, NO_HEAD, readStatement, SEAL_PARTS, type Seal, statesPart } from './seal.ts'
import type { SealFault } from './seal-finding.ts'

/** The current rules and their change history. */
export interface RulesToday {
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
