import { TextInput, type TextInputProps } from '@mantine/core'
import { useToldFault } from './told-fault.ts'

/** Rules that have no sentence are left out. */
interface TextFieldProps
  extends Omit<TextInputProps, 'error' | 'withAsterisk' | 'min' | 'minLength' | 'pattern' | 'step'> {
  /** What is wrong with it that its attributes do not say. */
  readonly fault?: string | null | undefined
  /** What the server found wrong with it. */
  readonly found?: string | null | undefined
}

/** A line or a day in a form. */
export function TextField({ fault = null, found = null, ...input }: TextFieldProps) {
  return <TextInput {...input} withAsterisk={false} {...useToldFault(fault, found)} />
}
