import type { CorrectRowsFault } from '@wayproof/evidence/rows/correct-rows'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

const MAX_SHOWN = 5

/** Why no row was corrected, with the first rows that were in the way. */
export function CorrectRefusal({ fault }: { readonly fault: CorrectRowsFault | { readonly code: 'not-the-keeper' } }) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const plain = (key: string) => (JSON.parse(key) as string[]).join(' · ')
  const lines =
    fault.code === 'bad-rows'
      ? fault.rows.map(({ key, fault: cell }) => text.choice(plain(key), words.registers.cellFault(cell)))
      : fault.code === 'rows-changed'
        ? fault.keys.map(plain)
        : []
  const sentence =
    fault.code === 'bad-rows'
      ? text.refusedMany
      : fault.code === 'rows-changed'
        ? text.changedMany
        : (text.faults[fault.code] ?? text.refusedMany)
  return (
    <div className={ui.note} data-tone="fault" role="alert">
      <div>
        <p>{sentence}</p>
        <ul translate="no">
          {lines.slice(0, MAX_SHOWN).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {lines.length > MAX_SHOWN ? <p>{text.moreFaults(lines.length - MAX_SHOWN)}</p> : null}
      </div>
    </div>
  )
}
