import { useEffect, useEffectEvent } from 'react'
import { type Shortcut, shortcutOf } from './shortcut.ts'
import { areSingleKeysOn } from './single-keys.ts'

/** A second key counts only this soon after the first. */
const SEQUENCE_MILLISECONDS = 1_500

/** Whether keys pressed on an element are text for it. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"], [role="listbox"]'))

/** Calls `onShortcut` when a person presses the keys of a shortcut, not while typing or in a dialog. */
export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  const run = useEffectEvent(onShortcut)
  useEffect(() => {
    let previous: { readonly key: string; readonly at: number } | null = null
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]')) return
      const isCommand = event.ctrlKey || event.metaKey
      if (!isCommand && isTyping(event.target)) return
      const isRecent = previous !== null && event.timeStamp - previous.at < SEQUENCE_MILLISECONDS
      const before = isRecent ? (previous?.key ?? null) : null
      previous = { key: event.key, at: event.timeStamp }
      const { key, altKey: isAlternative } = event
      const shortcut = shortcutOf({ key, isCommand, isAlternative }, before, areSingleKeysOn())
      if (!shortcut) return
      event.preventDefault()
      run(shortcut)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
