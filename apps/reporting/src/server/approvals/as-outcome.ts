import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'

/** An outcome from a store's answer whether it wrote. */
export const asOutcome = (isWritten: boolean): Outcome<null> => (isWritten ? ok(null) : fail('approval-outdated'))
