import { type MouseEvent, useEffect, useRef } from 'react'
import { useLanguage } from '../language.tsx'
import type { Entry, EntryGroup } from './entry.ts'
import { matchIn } from './find-entries.ts'
import styles from './palette.module.css'

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
