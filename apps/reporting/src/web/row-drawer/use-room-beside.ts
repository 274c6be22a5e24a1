import { useState, useSyncExternalStore } from 'react'

/** The width from which a drawer leaves room for the list. */
const WIDE = '(min-width: 1200px)'

function onResize(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Whether the window has room for a list and a drawer; the server draws neither. */
export const useRoomBeside = (): boolean =>
  useSyncExternalStore(
    onResize,
    () => matchMedia(WIDE).matches,
    () => false,
  )

/** The same for a list with a drawer. An open drawer stays when the window narrows, because something may be typed in it. */
export function useDrawerRoom(isOpen: boolean): boolean {
  const hasRoom = useRoomBeside()
  const [isKept, setIsKept] = useState(false)
  const isShown = isOpen && (hasRoom || isKept)
  if (isShown !== isKept) setIsKept(isShown)
  return hasRoom || isShown
}
