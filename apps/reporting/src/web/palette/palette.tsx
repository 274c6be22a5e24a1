import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { trpc, type User } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { rowOpening } from '../row/row-opening.ts'
import styles from './palette.module.css'
import { ENTRY_GROUPS, type Entry, type EntryGroup, useEntries } from './use-entries.ts'

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

/** Explains the keys of the palette. */
export function PaletteFoot({ onShortcuts }: { readonly onShortcuts: () => void }) {
  const { keys, allShortcuts } = useLanguage().words.reporting.palette
  return (
    <div className={styles.foot}>
      <ul className={styles.keys}>
        {keys.map(([key, meaning]) => (
          <li key={meaning}>
            <kbd>{key}</kbd> {meaning}
          </li>
        ))}
      </ul>
      <LinkButton onClick={onShortcuts}>{allShortcuts}</LinkButton>
    </div>
  )
}

/** Shorter texts are found in too many records. */
const SHORTEST = 2
const PAUSE_MILLISECONDS = 200

interface FoundRecords {
  readonly entries: readonly Entry[]
  /** The records of the typed text are not there yet. */
  readonly isSearching: boolean
  readonly hasFailed: boolean
}

/** The records that contain the typed text, asked for after a pause in typing. */
export function useRecords(query: string, { role }: User): FoundRecords {
  const reader = useReader()
  const { words } = reader
  const { today } = useMe()
  const typed = query.trim()
  const [find] = useDebouncedValue(typed, PAUSE_MILLISECONDS)
  const canSearch = role !== 'administrator'
  const { data, isFetching, isError } = useQuery({
    ...trpc.registerRow.search.queryOptions({ find }),
    enabled: canSearch && find.length >= SHORTEST,
  })
  const isCurrent = find === typed
  const records = isCurrent && find.length >= SHORTEST ? (data ?? []) : []
  const entries = records.map(({ register, key, cells }): Entry => {
    const { title } = rowOpening(register, cells, { ...reader, today })
    const link = { to: '/registers/$register', params: { register }, search: { row: key } } as const
    const context = words.registers.names[register]
    return { id: `${register} ${key}`, group: 'records', text: title, context, isVerbatim: true, link }
  })
  const isWaiting = canSearch && typed.length >= SHORTEST && (!isCurrent || isFetching)
  return { entries, isSearching: isWaiting, hasFailed: isError && isCurrent }
}

interface EntryListProps {
  readonly id: string
  readonly groups: readonly (readonly [EntryGroup, readonly Entry[]])[]
  readonly query: string
  readonly chosen: Entry | undefined
  readonly onFollow: (entry: Entry, newTab: boolean) => void
}

/** The entries by group; the chosen one stays in view. */
export function EntryList({ id, groups, query, chosen, onFollow }: EntryListProps) {
  const text = useLanguage().words.reporting.palette
  return (
    <div id={`${id}-list`} role="listbox" aria-label={text.title} className={styles.list}>
      {groups.map(([group, entries]) => (
        <fieldset key={group}>
          <legend className={styles.group}>{text.groups[group]}</legend>
          {entries.map((entry) => (
            <Option
              key={entry.id}
              id={`${id}-${entry.id}`}
              entry={entry}
              query={query}
              isChosen={entry === chosen}
              onFollow={(newTab) => onFollow(entry, newTab)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  )
}

interface OptionProps {
  readonly id: string
  readonly entry: Entry
  readonly query: string
  readonly isChosen: boolean
  readonly onFollow: (newTab: boolean) => void
}

function Option({ id, entry: { text, context, isVerbatim }, query, isChosen, onFollow }: OptionProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const [from, to] = matchIn(text, query) ?? [0, 0]
  return (
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      className={styles.option}
      onClick={({ metaKey, ctrlKey }: MouseEvent) => onFollow(metaKey || ctrlKey)}
      onKeyDown={() => undefined}
    >
      <span className={styles.text} translate={isVerbatim ? 'no' : undefined}>
        {text.slice(0, from)}
        <b>{text.slice(from, to)}</b>
        {text.slice(to)}
      </span>
      {context ? <span className={styles.context}>{context}</span> : null}
    </div>
  )
}

const MAX_IN_GROUP = 6

/** The part of `text` that matches; null if none does. */
export function matchIn(text: string, query: string): readonly [number, number] | null {
  const at = text.toLocaleLowerCase().indexOf(query.toLocaleLowerCase())
  return query === '' || at < 0 ? null : [at, at + query.length]
}

/** 0 is best: the text starts with the query, then a word does, then any part, then another name of the entry. */
function rankOf({ text, alias }: Entry, query: string): number | null {
  const match = matchIn(text, query)
  if (match) return match[0] === 0 ? 0 : /[\s(（"“]/.test(text[match[0] - 1] ?? '') ? 1 : 2
  return alias !== undefined && matchIn(alias, query) ? 3 : null
}

/**
 * The entries that match, best first within their groups. Records were found by the server and are all shown. Without
 * a query only pages and acts are shown.
 */
export function findEntries(
  entries: readonly Entry[],
  query: string,
): readonly (readonly [EntryGroup, readonly Entry[]])[] {
  const wanted = query.trim()
  const ranked = entries.flatMap((entry) => {
    const isShown = wanted === '' ? entry.group === 'pages' || entry.group === 'acts' : true
    const rank = entry.group === 'records' || wanted === '' ? 0 : rankOf(entry, wanted)
    return isShown && rank !== null ? [{ entry, rank }] : []
  })
  return ENTRY_GROUPS.map((group) => {
    const members = ranked.filter(({ entry }) => entry.group === group).toSorted((a, b) => a.rank - b.rank)
    const visibleMembers = wanted === '' ? members : members.slice(0, MAX_IN_GROUP)
    return [group, visibleMembers.map(({ entry }) => entry)] as const
  }).filter(([, members]) => members.length > 0)
}
