import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ClosedFlood } from '../conversation/flood.ts'
import { caseCodeHash } from './case-code.ts'
import { extensionOf } from './extension.ts'
import type { CaseChange, ListedCase, RightsPorts, SealedConversation } from './ports.ts'
import { answerFault, type RightsCase } from './rights-case.ts'
import { type CaseMessage, openMessage } from './seal-message.ts'

export interface ShownCase {
  readonly case: RightsCase
  /** Null without an address or once it is deleted. */
  readonly contact: string | null
  readonly messages: readonly CaseMessage[]
}

export type CaseFault = { readonly code: 'case-unknown' }

type Ports = Pick<RightsPorts, 'rights' | 'keyring'>

/** The view of a case for a person with its code. */
export async function showOwnCase(
  ports: Ports,
  { caseCode }: { readonly caseCode: string },
): Promise<Outcome<ShownCase, CaseFault>> {
  return openConversation(ports, await ports.rights.conversation({ codeHash: caseCodeHash(ports.keyring, caseCode) }))
}

export interface OfficersCase extends ShownCase {
  /** Manual recording and corrections, oldest first. */
  readonly changes: readonly CaseChange[]
  /** Due day after an extension made today; null if none is possible. */
  readonly extendableTo: CalendarDate | null
}

/** The view of a case for the officer. */
export async function showCase(
  ports: Ports & Pick<RightsPorts, 'clock' | 'timeZone'>,
  { id }: { readonly id: Id },
): Promise<Outcome<OfficersCase, CaseFault>> {
  const outcome = openConversation(ports, await ports.rights.conversation({ id }))
  if (!outcome.ok) return outcome
  const current = outcome.value.case
  const extension = extensionOf(current, dateAt(ports.clock.now(), ports.timeZone))
  const changes = await ports.rights.caseChanges(id)
  return ok({
    ...outcome.value,
    changes,
    extendableTo: extension.ok && answerFault(current) === null ? extension.value : null,
  })
}

function openConversation(
  { keyring }: Ports,
  sealedConversation: SealedConversation | null,
): Outcome<ShownCase, CaseFault> {
  if (!sealedConversation) return fail('case-unknown')
  const { contactSealed, messages } = sealedConversation
  return ok({
    case: sealedConversation.case,
    contact: contactSealed && keyring.open('case-contact', contactSealed),
    messages: messages.map((message) => openMessage(keyring, message)),
  })
}

const CLOSED_SHOWN = 200

/** The officer's list of cases: open ones by due day, and the latest closed ones. */
export async function listCases({ rights }: Pick<RightsPorts, 'rights'>): Promise<{
  readonly open: readonly ListedCase[]
  readonly closed: readonly RightsCase[]
  readonly floods: readonly ClosedFlood[]
}> {
  const [open, closed] = [await rights.openCases(), await rights.closedCases(CLOSED_SHOWN)]
  return { open, closed, floods: await rights.floods() }
}
