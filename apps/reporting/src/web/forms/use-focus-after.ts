import { useEffect } from 'react'

/**
 * When the component leaves the page with the focus in it, moves the focus to the first element that one of the selectors
 * finds: otherwise a keyboard would begin again at the top of the page.
 */
export function useFocusAfter(...selectors: readonly string[]) {
  const places = selectors.join('\n')
  useEffect(() => () => focusIfLost(places.split('\n')), [places])
}

function focusIfLost(selectors: readonly string[]) {
  if (document.activeElement && document.activeElement !== document.body) return
  const place = selectors
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .find((element) => element !== null)
  if (!place) return
  if (place.tabIndex < 0) place.tabIndex = -1
  place.focus()
}
