import { use, useState } from 'react'
import { ChosenBefore, MENU, remember } from '../stored-choices.ts'

/** Whether the menu is folded to icons, which the browser remembers. */
export function useFolded(): readonly [boolean, (isFolded: boolean) => void] {
  const choices = use(ChosenBefore)
  const [isFolded, setFolded] = useState(() => choices.get(MENU) === 'folded')
  const fold = (next: boolean) => {
    remember(MENU, next ? 'folded' : 'open')
    setFolded(next)
  }
  return [isFolded, fold]
}
