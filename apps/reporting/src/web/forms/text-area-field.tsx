import { Textarea, type TextareaProps } from '@mantine/core'
import { useToldFault } from './told-fault.ts'

interface TextAreaFieldProps extends Omit<TextareaProps, 'error' | 'withAsterisk' | 'minLength'> {
  /** What is wrong with it that its attributes do not say. */
  readonly fault?: string | null | undefined
}

/** Text of several lines in a form. */
export function TextAreaField({ fault = null, ...area }: TextAreaFieldProps) {
  return <Textarea {...area} withAsterisk={false} {...useToldFault(fault)} />
}
