import { TextInput, type TextInputProps } from '@mantine/core'
import { useFieldFault } from './use-field-fault.ts'
import { useLengthLimit } from './use-length-limit.ts'

/** Only rules that have an error message are allowed. */
interface TextFieldProps
  extends Omit<TextInputProps, 'error' | 'withAsterisk' | 'min' | 'minLength' | 'pattern' | 'step'> {
  /** An error that the field's attributes cannot express. */
  readonly fault?: string | null | undefined
  readonly serverFault?: string | null | undefined
}

/** A longer text than `maxLength` is not cut: it stays with an error beside it. */
export function TextField({ fault = null, serverFault = null, maxLength, ...input }: TextFieldProps) {
  const limit = useLengthLimit(input.value, maxLength, input.description)
  return (
    <TextInput
      {...input}
      description={limit.description}
      withAsterisk={false}
      {...useFieldFault(limit.fault ?? fault, limit.fault ?? serverFault)}
    />
  )
}
