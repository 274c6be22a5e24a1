/** Loads a page again that the browser restores from its memory: its user may have signed out since. */
export function reloadRestoredPage(page: Pick<Window, 'addEventListener' | 'location'>): void {
  page.addEventListener('pageshow', (event) => {
    if (event.persisted) page.location.reload()
  })
}
