import type { PreviewRow } from '@wayproof/evidence/ports'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { renamesOf } from '../row/row-words.ts'

interface ImportCautionsProps {
  readonly register: RegisterId
  readonly preview: readonly PreviewRow[]
}

/** Names what an import would overwrite: manual changes, and names of stored records. */
export function ImportCautions({ register, preview }: ImportCautionsProps) {
  const { words } = useLanguage()
  const text = words.reporting.imports
  const overHand = preview.filter(({ byHand, kind }) => byHand && kind !== 'unchanged').length
  const renames = registers[register].fields.some(({ name }) => name === 'name') ? renamesOf(preview, text) : []
  return (
    <>
      {overHand > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.overHand(overHand)}
        </p>
      ) : null}
      {renames.length > 0 ? (
        <p className={ui.note} data-tone="caution">
          {text.renames(renames.join(words.reporting.shell.listed))}
        </p>
      ) : null}
    </>
  )
}
