import type { Id } from '@wayproof/kernel/id'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { checkIdentity } from '../rights/check-identity.ts'
import { mailedCode } from '../rights/mailed-code.ts'
import { type OpenCase, openCase } from '../rights/open-case.ts'
import type { RightsPorts } from '../rights/ports.ts'
import { countedIds, countedTokens } from './counted-chance.ts'
import { emptyRightsMemory, memoryRightsStore } from './memory-rights-store.ts'
import { movedClock } from './moved-clock.ts'

/** A request for access under Chinese law, as its form sends it. */
export const requestForAccess: OpenCase = {
  formCode: 'form-1',
  kind: 'access',
  regime: 'china',
  text: 'Which data do you have?',
  contact: 'ann@mail.example',
  locale: 'en',
}

/** A register of people's requests in memory at 09:00 on 2 March 2026 in Shanghai. */
export function rightsFixture() {
  const memory = emptyRightsMemory()
  const clock = movedClock()
  const keys = keyring(new Uint8Array(32).fill(3))
  const ports: RightsPorts = {
    rights: memoryRightsStore(memory),
    clock,
    ids: countedIds('id'),
    tokens: countedTokens(),
    keyring: keys,
    timeZone: 'Asia/Shanghai',
  }
  /** Submits a form with a code of its own. */
  const open = async (change: Partial<OpenCase> = {}) => {
    const formCode = `form-${memory.cases.size + 1}`
    const outcome = await openCase(ports, { ...requestForAccess, formCode, ...change })
    if (!outcome.ok) throw new Error(outcome.fault.code)
    return { id: [...memory.cases.keys()].at(-1) ?? '', caseCode: outcome.value.caseCode }
  }
  /** The digits that the last code letter of a case shows. */
  const digitsOf = (id: Id) => mailedCode(keys, memory.codes.get(id)?.id ?? 'none')
  /** Opens a case and confirms its address. */
  const openConfirmed = async (change: Partial<OpenCase> = {}) => {
    const opened = await open(change)
    await checkIdentity(ports, { caseCode: opened.caseCode, mailedCode: digitsOf(opened.id) })
    memory.letters = []
    return opened
  }
  const caseOf = (id: Id) => memory.cases.get(id)?.case
  return { memory, clock, ports, open, openConfirmed, digitsOf, caseOf }
}
