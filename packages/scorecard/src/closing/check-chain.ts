import { sha256 } from '@wayproof/kernel/keyring'
import type { Rules } from '../rules.ts'
import { canonicalJson } from './canonical-json.ts'
import { headOf, NO_HEAD, readStatement, SEAL_PARTS, type Seal } from './seal.ts'
import type { SealFault } from './seal-finding.ts'
import type { Definitions } from './sealed-parts.ts'

/** What is wrong with a seal by itself and by its place after `before` (null: it is the first, or that one is gone). */
export function faultsOfSeal(seal: Seal, before: Seal | null, chain: readonly Seal[], rules: Rules): SealFault[] {
  const stated = readStatement(seal)
  if (!stated) return ['statement-altered']
  const parts = SEAL_PARTS.filter((part) => sha256(seal.parts[part]) !== stated.digests[part])
  const faults: SealFault[] = parts.map((part) => `${part}-altered` as const)
  const place = placeFault(seal, stated.number, before, chain)
  if (place) faults.unshift(place)
  if (stated.period !== seal.period || stated.version !== seal.version) faults.push('statement-altered')
  if (!parts.includes('definitions') && ruleChanged(seal, rules)) faults.push('rule-changed')
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

/** Whether the rules of today say something else under the very version that was sealed. */
function ruleChanged({ parts }: Seal, rules: Rules): boolean {
  const sealed = (JSON.parse(parts.definitions) as Definitions).rules
  return sealed.version === rules.version && canonicalJson(sealed) !== canonicalJson(rules)
}
