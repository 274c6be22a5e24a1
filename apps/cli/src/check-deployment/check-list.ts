import { Interrupted } from '@wayproof/command-line/interruption'
import type { CheckFault, CheckGap, CheckStep } from '@wayproof/messages/en/commands/deployment-check'
import { Unreachable } from './web-call.ts'

/** The result of one step. */
export interface CheckResult {
  readonly state: 'passed' | 'failed' | 'not-checked'
  /** Null if it passed. */
  readonly reason: CheckFault | CheckGap | null
  /** The address, domain or reply that the reason names. */
  readonly detail: string
}

export type StepResult = CheckResult & { readonly step: CheckStep }

export const PASSED: CheckResult = { state: 'passed', reason: null, detail: '' }
export const failed = (reason: CheckFault, detail = ''): CheckResult => ({ state: 'failed', reason, detail })
export const unchecked = (reason: CheckGap, detail = ''): CheckResult => ({ state: 'not-checked', reason, detail })

/** The steps that were taken so far. */
export interface CheckList {
  readonly results: readonly StepResult[]
  /** Takes a step, unless one that it `needs` has not passed. */
  take(step: CheckStep, work: () => Promise<CheckResult>, needs?: readonly CheckStep[]): Promise<void>
  hasPassed(step: CheckStep): boolean
}

/** A list whose next step throws Interrupted once `stopped` is aborted, so that no step runs beside the clean-up. */
export function checkList(stopped: AbortSignal, onResult: (result: StepResult) => void): CheckList {
  const results: StepResult[] = []
  const hasPassed = (step: CheckStep) => results.some((result) => result.step === step && result.state === 'passed')
  return {
    results,
    hasPassed,
    take: async (step, work, needs = []) => {
      if (stopped.aborted) throw new Interrupted()
      const missing = needs.find((needed) => !hasPassed(needed))
      const result = {
        step,
        ...(missing === undefined ? await work().catch(unreachable) : unchecked('after', missing)),
      }
      results.push(result)
      onResult(result)
    },
  }
}

/** An address that does not respond fails the step that needs it. */
function unreachable(error: unknown): CheckResult {
  if (error instanceof Unreachable) return failed('unreachable', error.message)
  throw error
}

/** The first result of `checks` that did not pass; failures come first. */
export function worstOf(checks: readonly CheckResult[]): CheckResult {
  return checks.find(({ state }) => state === 'failed') ?? checks.find(({ state }) => state === 'not-checked') ?? PASSED
}
