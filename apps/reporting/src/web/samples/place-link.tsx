import { Link } from '@tanstack/react-router'
import { REGISTER_IDS } from '@wayproof/evidence/register'
import type { RowPlace } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'

/** The way to a row of a register, or to what the watcher read of a page. */
export function PlaceLink({ place: { register, key } }: { readonly place: RowPlace }) {
  const { words } = useLanguage()
  const parts = JSON.parse(key) as string[]
  const id = REGISTER_IDS.find((each) => each === register)
  if (id)
    return (
      <Link to="/registers/$register" params={{ register: id }} search={{ row: key }}>
        {words.reporting.shell.labelled(words.registers.names[id], '')}
        <span translate="no">{parts.join(' · ')}</span>
      </Link>
    )
  const [surface = '', language = ''] = parts
  return (
    <Link to="/policies" search={{ surface, language }}>
      {words.reporting.samples.rows.proof}
    </Link>
  )
}
