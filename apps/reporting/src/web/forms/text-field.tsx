import { TextInput, type TextInputProps } from '@mantine/core'
import { useFieldFault } from './use-field-fault.ts'

/** Only rules that have an error message are allowed. */
interface TextFieldProps
  extends Omit<TextInputProps, 'error' | 'withAsterisk' | 'min' | 'minLength' | 'pattern' | 'step'> {
  /** An error that the field's attributes cannot express. */
  readonly fault?: string | null | undefined
  readonly serverFault?: string | null | undefined
}

export function TextField({ fault = null, serverFault = null, ...input }: TextFieldProps) {
  return <TextInput {...input} withAsterisk={false} {...useFieldFault(fault, serverFault)} />
}
