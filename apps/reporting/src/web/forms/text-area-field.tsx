import { Textarea, type TextareaProps } from '@mantine/core'
import { useFieldFault } from './use-field-fault.ts'
import { useLengthLimit } from './use-length-limit.ts'

interface TextAreaFieldProps extends Omit<TextareaProps, 'error' | 'withAsterisk' | 'minLength'> {
  /** An error that the field's attributes cannot express. */
  readonly fault?: string | null | undefined
}

/** A longer text than `maxLength` is not cut: it stays with an error beside it. */
export function TextAreaField({ fault = null, maxLength, ...area }: TextAreaFieldProps) {
  const limit = useLengthLimit(area.value, maxLength, area.description)
  return (
    <Textarea
      {...area}
      description={limit.description}
      withAsterisk={false}
      {...useFieldFault(limit.fault ?? fault, limit.fault)}
    />
  )
}
