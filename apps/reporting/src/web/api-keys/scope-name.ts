import type { Messages } from '@wayproof/messages/en'

/** Name of what a scope such as `partners:read` lets a key use. */
export function scopeName(scope: string, { reporting }: Messages): string {
  const [subject = ''] = scope.split(':')
  return subject === 'scorecard' ? reporting.shell.scorecard : (reporting.registers.names[subject] ?? subject)
}
