import { useClipboard } from '@mantine/hooks'
import type { RegisterId } from '@wayproof/evidence/register'
import { Check, ChevronDown, ChevronUp, Link2, X } from 'lucide-react'
import { useLanguage } from '../language.tsx'
import { stringifySearch } from '../search-address.ts'
import styles from './row-drawer.module.css'

interface DrawerHeadProps {
  readonly register: RegisterId
  readonly rowKey: string
  readonly name: string
  /** From 1; null for a row that is not on the page of the list. */
  readonly place: number | null
  readonly total: number
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  readonly onStep: (by: 1 | -1) => void
  readonly onClose: () => void
}

/** Names the row and its place, steps through the list, copies the link and closes. */
export function DrawerHead(props: DrawerHeadProps) {
  const { register, rowKey, name, place, total, hasPrevious, hasNext, onStep, onClose } = props
  const { words } = useLanguage()
  const text = words.reporting.rows.drawer
  const clipboard = useClipboard()
  const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const
  const copy = () => clipboard.copy(`${location.origin}/registers/${register}${stringifySearch({ row: rowKey })}`)
  return (
    <div className={styles.head} data-steps>
      <p className={styles.place} role="status">
        <span translate="no">{name}</span>
        <span>{place === null ? text.elsewhere : text.place(place, total)}</span>
      </p>
      <button
        type="button"
        aria-label={text.previous}
        title={text.previous}
        aria-disabled={!hasPrevious}
        onClick={() => onStep(-1)}
      >
        <ChevronUp {...icon} />
      </button>
      <button type="button" aria-label={text.next} title={text.next} aria-disabled={!hasNext} onClick={() => onStep(1)}>
        <ChevronDown {...icon} />
      </button>
      <button
        type="button"
        aria-label={clipboard.copied ? text.copied : text.copy}
        title={clipboard.copied ? text.copied : text.copy}
        onClick={copy}
      >
        {clipboard.copied ? <Check {...icon} /> : <Link2 {...icon} />}
      </button>
      <button
        type="button"
        aria-label={words.reporting.shell.close}
        title={words.reporting.shell.close}
        onClick={onClose}
      >
        <X {...icon} />
      </button>
    </div>
  )
}
