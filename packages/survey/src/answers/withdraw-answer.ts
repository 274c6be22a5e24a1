import type { Outcome } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import { typedReceiptHash } from './receipt.ts'
import type { ReceiptFault } from './stored-answer.ts'

/** Deletes the answer under a typed receipt code and removes it from all counts. Its link remains used. */
export function withdrawAnswer(
  { store, clock, keyring }: Pick<SurveyPorts, 'store' | 'clock' | 'keyring'>,
  { receipt }: { readonly receipt: string },
): Promise<Outcome<null, ReceiptFault>> {
  return store.withdrawAnswer(typedReceiptHash(keyring, receipt), clock.now())
}
