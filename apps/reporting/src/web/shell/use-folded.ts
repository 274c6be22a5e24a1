import { useRouterState } from '@tanstack/react-router'
import { use, useState } from 'react'
import { useRoomBeside } from '../row-drawer/use-room-beside.ts'
import { ChosenBefore, MENU, remember } from '../stored-choices.ts'

/** A drawer beside a list needs the menu's room. */
function useHasDrawer(): boolean {
  const isNamed = useRouterState({ select: ({ location }) => 'open' in location.search })
  return useRoomBeside() && isNamed
}

/**
 * Whether the menu is folded to icons, which the browser remembers. A drawer beside a list folds it, too; unfolding it
 * there lasts as long as the drawer.
 */
export function useFolded(): readonly [boolean, (isFolded: boolean) => void] {
  const choices = use(ChosenBefore)
  const [isFolded, setFolded] = useState(() => choices.get(MENU) === 'folded')
  const hasDrawer = useHasDrawer()
  const [isUnfoldedBeside, setUnfoldedBeside] = useState(false)
  if (!hasDrawer && isUnfoldedBeside) setUnfoldedBeside(false)
  const fold = (next: boolean) => {
    if (hasDrawer) return setUnfoldedBeside(!next)
    remember(MENU, next ? 'folded' : 'open')
    setFolded(next)
  }
  return [hasDrawer ? !isUnfoldedBeside : isFolded, fold]
}
