import { useState } from 'react'

const KEY = 'wayproof-menu'

/** Whether the menu is folded to icons, which the browser remembers. */
export function useFolded(): readonly [boolean, (isFolded: boolean) => void] {
  const [isFolded, setFolded] = useState(() => localStorage.getItem(KEY) === 'folded')
  const fold = (next: boolean) => {
    localStorage.setItem(KEY, next ? 'folded' : 'open')
    setFolded(next)
  }
  return [isFolded, fold]
}
