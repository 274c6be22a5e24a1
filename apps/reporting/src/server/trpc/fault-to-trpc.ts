import { TRPCError } from '@trpc/server'
import type { Fault, Outcome } from '@wayproof/kernel'

/** An expected failure on its way to the browser, which has the sentence for its code. */
export class FaultError extends Error {
  override readonly name = 'FaultError'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.code)
    this.fault = fault
  }
}

/** Protocol codes of faults; an unlisted fault is about the input. */
const CODES: Readonly<Record<string, TRPCError['code']>> = {
  'invitation-unknown': 'NOT_FOUND',
  'invitation-used': 'CONFLICT',
  'invitation-expired': 'CONFLICT',
  'person-unknown': 'NOT_FOUND',
  'reset-unknown': 'NOT_FOUND',
  'factor-reset-unknown': 'NOT_FOUND',
  'factor-reset-waits': 'CONFLICT',
  'no-second-factor': 'CONFLICT',
  'own-factor-reset': 'FORBIDDEN',
  'reset-used': 'CONFLICT',
  'reset-expired': 'CONFLICT',
  'session-unknown': 'NOT_FOUND',
  'appointment-unknown': 'NOT_FOUND',
  'appointment-unconfirmed': 'FORBIDDEN',
  'own-appointment': 'FORBIDDEN',
  'not-the-confirmer': 'FORBIDDEN',
  'row-unknown': 'NOT_FOUND',
  'view-unknown': 'NOT_FOUND',
  'view-name-taken': 'CONFLICT',
  'too-many-views': 'CONFLICT',
  'edition-unknown': 'NOT_FOUND',
  'edition-ended': 'CONFLICT',
  'sample-unknown': 'NOT_FOUND',
  'sample-sealed': 'CONFLICT',
  'report-published': 'CONFLICT',
  'report-not-published': 'CONFLICT',
  'result-changed': 'CONFLICT',
  'evidence-unknown': 'NOT_FOUND',
  'not-the-keeper': 'FORBIDDEN',
  'key-unknown': 'NOT_FOUND',
  'name-taken': 'CONFLICT',
  'email-taken': 'CONFLICT',
  'last-officer': 'CONFLICT',
  'already-invited': 'CONFLICT',
  'own-role': 'CONFLICT',
  'administrator-apart': 'CONFLICT',
  'key-reads': 'FORBIDDEN',
  'role-unchanged': 'CONFLICT',
  'traveler-unknown': 'NOT_FOUND',
  'wave-unknown': 'NOT_FOUND',
  'improvement-unknown': 'NOT_FOUND',
  'improvement-told': 'CONFLICT',
  'action-unknown': 'NOT_FOUND',
  'finding-unknown': 'NOT_FOUND',
  'meeting-unknown': 'NOT_FOUND',
  'decision-unknown': 'NOT_FOUND',
  'meeting-day-taken': 'CONFLICT',
  'meeting-held': 'CONFLICT',
  'meeting-not-held': 'CONFLICT',
  'meeting-finished': 'CONFLICT',
  'decision-acted-on': 'CONFLICT',
  'not-the-owner': 'FORBIDDEN',
  'outcome-changed': 'CONFLICT',
  'item-unknown': 'NOT_FOUND',
  'comment-unknown': 'NOT_FOUND',
  'code-unknown': 'NOT_FOUND',
  'coding-changed': 'CONFLICT',
  'code-name-taken': 'CONFLICT',
  'draft-unknown': 'NOT_FOUND',
  'draft-open': 'CONFLICT',
  'draft-changed': 'CONFLICT',
  'draft-proposed': 'CONFLICT',
  'not-proposed': 'CONFLICT',
  'own-proposal': 'FORBIDDEN',
  'wave-exists': 'CONFLICT',
  'other-wave-opening': 'CONFLICT',
  'case-unknown': 'NOT_FOUND',
  'submitted-online': 'CONFLICT',
  'changed-meanwhile': 'CONFLICT',
  'decided-meanwhile': 'CONFLICT',
  'nothing-changed': 'CONFLICT',
  'case-answered': 'CONFLICT',
  'case-closed': 'CONFLICT',
  'term-extended': 'CONFLICT',
  'term-not-extendable': 'CONFLICT',
  'term-over': 'CONFLICT',
  'outcome-unfit': 'CONFLICT',
  'report-unknown': 'NOT_FOUND',
  'report-closed': 'CONFLICT',
  'step-done': 'CONFLICT',
  'feedback-missing': 'CONFLICT',
  'handler-is-officer': 'CONFLICT',
  'surface-unknown': 'NOT_FOUND',
  'version-unknown': 'NOT_FOUND',
  'policy-text-unknown': 'NOT_FOUND',
  'nothing-to-fetch': 'CONFLICT',
  'text-proven': 'CONFLICT',
  unanswered: 'CONFLICT',
  'identity-unchecked': 'CONFLICT',
  'question-settled': 'CONFLICT',
  'clock-moved': 'CONFLICT',
  'clock-in-doubt': 'CONFLICT',
  'sample-loaded': 'CONFLICT',
  'sample-loading': 'CONFLICT',
  'sample-not-empty': 'CONFLICT',
  'too-many-calls': 'TOO_MANY_REQUESTS',
  'too-many-resets': 'TOO_MANY_REQUESTS',
}

/** The value of an outcome; a fault is thrown as an error. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new TRPCError({
    code: CODES[outcome.fault.code] ?? 'UNPROCESSABLE_CONTENT',
    message: outcome.fault.code,
    cause: new FaultError(outcome.fault),
  })
}
