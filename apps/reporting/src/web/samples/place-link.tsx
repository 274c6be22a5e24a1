import { Link } from '@tanstack/react-router'
import { REGISTER_IDS, type RegisterId, registers } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { RowPlace } from '@wayproof/scorecard/sample/traced-row'
import { cellWords, type Reader } from '../cells/cell-words.ts'
import { useReader } from '../cells/use-reader.ts'

/** Links a row of a register, or the policy watcher's record of a page. */
export function PlaceLink({ place: { register, key } }: { readonly place: RowPlace }) {
  const reader = useReader()
  const { words } = reader
  const keyParts = JSON.parse(key) as string[]
  const id = REGISTER_IDS.find((registerId) => registerId === register)
  if (id)
    return (
      <Link to="/registers/$register" params={{ register: id }} search={{ row: key }}>
        {words.reporting.shell.labelled(words.registers.names[id], '')}
        <span translate="no">{keyWords(id, keyParts, reader)}</span>
      </Link>
    )
  const [surface = '', language = ''] = keyParts
  return (
    <Link to="/policies" search={{ surface, language }}>
      {words.reporting.samples.rows.proof}
    </Link>
  )
}

/** Formats the parts of a key; a moment is stored in milliseconds. */
function keyWords(register: RegisterId, keyParts: readonly string[], reader: Reader): string {
  const names = keyFields(register)
  const partTexts = keyParts.map((part, at) => {
    const field = registers[register].fields.find(({ name }) => name === names[at])
    if (!field || field.kind === 'list') return part
    return cellWords(field, field.kind === 'instant' ? Number(part) : part, reader)
  })
  return partTexts.join(' · ')
}
