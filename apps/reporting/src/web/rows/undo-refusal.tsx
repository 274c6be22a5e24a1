import type { UndoFault } from '@wayproof/evidence/ports'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

interface UndoRefusalProps {
  readonly fault: UndoFault | { readonly code: 'not-the-keeper' }
}

/** Explains why an import cannot be undone. */
export function UndoRefusal({ fault }: UndoRefusalProps) {
  const { words } = useLanguage()
  const { imports, rows, shell } = words.reporting
  const joined = (texts: readonly string[]) => texts.join(shell.listed)
  const key = (text: string) => (JSON.parse(text) as string[]).join(' · ')
  const sentence =
    fault.code === 'import-touched'
      ? imports.touched(fault.total, joined(fault.keys.map(key)))
      : fault.code === 'row-referred-to'
        ? rows.referredTo(joined(fault.registers.map((id) => words.registers.names[id])))
        : imports.faults[fault.code]
  return (
    <p className={ui.note} data-tone="fault" role="alert">
      {sentence}
    </p>
  )
}
