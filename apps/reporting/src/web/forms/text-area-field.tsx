import { Textarea, type TextareaProps } from '@mantine/core'
import { useFieldFault } from './use-field-fault.ts'

interface TextAreaFieldProps extends Omit<TextareaProps, 'error' | 'withAsterisk' | 'minLength'> {
  /** An error that the field's attributes cannot express. */
  readonly fault?: string | null | undefined
}

export function TextAreaField({ fault = null, ...area }: TextAreaFieldProps) {
  return <Textarea {...area} withAsterisk={false} {...useFieldFault(fault)} />
}
