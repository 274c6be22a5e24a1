import { fail, type Id, type Outcome, ok } from '@wayproof/kernel'
import { caseCodeHash } from './case-code.ts'
import type { ListedCase, RightsPorts, SealedConversation } from './ports.ts'
import type { RightsCase } from './rights-case.ts'
import { type CaseMessage, openMessage } from './seal-message.ts'

export interface ShownCase {
  readonly case: RightsCase
  /** Null without an address, or when it is deleted. */
  readonly contact: string | null
  readonly messages: readonly CaseMessage[]
}

export type CaseFault = { readonly code: 'case-unknown' }

type Ports = Pick<RightsPorts, 'rights' | 'keyring'>

/** What the person with the code may read. */
export async function showOwnCase(
  ports: Ports,
  { caseCode }: { readonly caseCode: string },
): Promise<Outcome<ShownCase, CaseFault>> {
  return shown(ports, await ports.rights.conversation({ codeHash: caseCodeHash(ports.keyring, caseCode) }))
}

/** What the officer reads. */
export async function showCase(ports: Ports, { id }: { readonly id: Id }): Promise<Outcome<ShownCase, CaseFault>> {
  return shown(ports, await ports.rights.conversation({ id }))
}

function shown({ keyring }: Ports, found: SealedConversation | null): Outcome<ShownCase, CaseFault> {
  if (!found) return fail('case-unknown')
  const { contactSealed, messages } = found
  return ok({
    case: found.case,
    contact: contactSealed && keyring.open('case-contact', contactSealed),
    messages: messages.map((message) => openMessage(keyring, message)),
  })
}

const CLOSED_SHOWN = 200

/** The register of requests for its officer: open ones by due day, and the latest that are closed. */
export async function listCases({ rights }: Pick<RightsPorts, 'rights'>): Promise<{
  readonly open: readonly ListedCase[]
  readonly closed: readonly RightsCase[]
}> {
  return { open: await rights.openCases(), closed: await rights.closedCases(CLOSED_SHOWN) }
}
