import type { MappingFault } from '@wayproof/evidence/mapping/column-mapping'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { fieldLabel } from './field-label.ts'

interface MappingRefusalProps {
  readonly register: string
  readonly fault: MappingFault | { readonly code: 'not-the-keeper' }
}

/** Explains why the server refused a mapping, using the labels that the reader sees. */
export function MappingRefusal({ register, fault }: MappingRefusalProps) {
  const { words } = useLanguage()
  const { faults } = words.reporting.mapping
  const label = fieldLabel(register, words)
  const sentence =
    fault.code === 'not-the-keeper'
      ? words.reporting.registers.faults[fault.code]
      : 'fields' in fault
        ? faults[fault.code](fault.fields.map(label))
        : 'places' in fault
          ? faults[fault.code](fault.places.map(String))
          : faults[fault.code](fault.columns)
  return (
    <p className={ui.note} data-tone="fault" role="alert">
      {sentence}
    </p>
  )
}
