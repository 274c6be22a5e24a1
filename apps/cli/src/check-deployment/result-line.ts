import type { Locale } from '@wayproof/kernel/people/locale'
import type { CheckFault, CheckGap, CheckStep } from '@wayproof/messages/en/commands/deployment-check'
import { messages } from '@wayproof/messages/messages'
import type { StepResult } from './check-list.ts'

/** A step with its result, and for a failure with what to do. */
export function resultLine({ step, state, reason, detail }: StepResult, locale: Locale): string {
  const { steps, states, faults, gaps } = messages(locale).deploymentCheck
  const line = `${states[state]}  ${steps[step]}`
  if (reason === null) return line
  const detailText = reason === 'after' ? steps[detail as CheckStep] : detail
  return `${line}\n        ${state === 'failed' ? faults[reason as CheckFault](detailText) : gaps[reason as CheckGap](detailText)}`
}

export function summaryLine(results: readonly StepResult[], locale: Locale): string {
  const { passed, failed } = messages(locale).deploymentCheck
  const count = (wanted: StepResult['state']) => results.filter(({ state }) => state === wanted).length
  return count('failed') > 0 ? failed(count('failed')) : passed(count('passed'), count('not-checked'))
}
