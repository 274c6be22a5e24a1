import { useRouter } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import type { Entry } from './entry.ts'
import { EntryList } from './entry-list.tsx'
import { findEntries } from './find-entries.ts'
import styles from './palette.module.css'
import { PaletteFoot } from './palette-foot.tsx'
import { useEntries } from './use-entries.ts'
import { useRecords } from './use-records.ts'

interface PaletteProps {
  readonly user: User
  readonly onClose: () => void
  readonly onShortcuts: () => void
}

/** One field that leads to pages, acts, goals, half-years, registers and records. */
export function Palette({ user, onClose, onShortcuts }: PaletteProps) {
  const text = useLanguage().words.reporting.palette
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [query, setQuery] = useState('')
  const [chosenAt, setChosenAt] = useState(0)
  const records = useRecords(query, user)
  const groups = findEntries([...useEntries(user), ...records.entries], query)
  const entries = groups.flatMap(([, members]) => members)
  const chosen = entries[Math.min(chosenAt, entries.length - 1)]
  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  const follow = ({ link }: Entry, newTab: boolean) => {
    if (newTab) window.open(router.buildLocation(link).href, '_blank', 'noopener')
    else void router.navigate(link)
    onClose()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && entries.length > 0) {
      event.preventDefault()
      setChosenAt((Math.min(chosenAt, entries.length - 1) + step + entries.length) % entries.length)
    }
    // While an input method composes, Enter belongs to it.
    if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault()
      follow(chosen, event.metaKey || event.ctrlKey)
    }
  }
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={text.title}
      onClose={onClose}
      onClick={({ target }) => (target === dialog.current ? onClose() : undefined)}
      onKeyDown={onKey}
    >
      <div className={styles.box}>
        <div className={styles.field}>
          <Search size={18} strokeWidth={1.75} aria-hidden="true" />
          <input
            className={styles.input}
            role="combobox"
            aria-label={text.title}
            aria-expanded={entries.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
            placeholder={text.hint}
            maxLength={100}
            value={query}
            onChange={({ currentTarget: { value } }) => {
              setQuery(value)
              setChosenAt(0)
            }}
          />
        </div>
        <EntryList id={id} groups={groups} query={query.trim()} chosen={chosen} onFollow={follow} />
        <p className={styles.state} role="status">
          {records.isSearching
            ? text.searching
            : records.hasFailed
              ? text.failed
              : entries.length === 0
                ? text.none
                : ''}
        </p>
        <PaletteFoot onShortcuts={onShortcuts} />
      </div>
    </dialog>
  )
}
