import { useEffect, useEffectEvent } from 'react'
import { areSingleKeysOn } from '../shortcuts/single-keys.ts'
import { isTyping } from '../shortcuts/use-shortcuts.ts'

interface DrawerKeys {
  readonly onClose: () => void
  readonly onStep: (by: 1 | -1) => void
}

const LETTERS: Readonly<Record<string, 1 | -1>> = { j: 1, k: -1 }
const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** Escape closes the drawer; j and k step, the arrows too where they do not scroll: on a row's link and the drawer's head. */
export function useDrawerKeys({ onClose, onStep }: DrawerKeys): void {
  const close = useEffectEvent(onClose)
  const step = useEffectEvent(onStep)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (isTyping(target) || document.querySelector('dialog[open], [role="menu"]')) return
      if (key === 'Escape') return close()
      const isOnRow = target instanceof Element && target.closest('[data-steps]') !== null
      const by = (areSingleKeysOn() ? LETTERS[key] : undefined) ?? (isOnRow ? ARROWS[key] : undefined)
      if (by === undefined) return
      event.preventDefault()
      step(by)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
