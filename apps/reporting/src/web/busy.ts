import type { QueryClient } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'

/** Parts of the page that still load their code. */
let loadingParts = 0
let update = (): void => {}

/** Counts a part of the page as loading until the returned function is called. */
export function partLoads(): () => void {
  loadingParts++
  update()
  return () => {
    loadingParts--
    update()
  }
}

/**
 * Marks the document with `data-busy` while the page loads, navigates or changes. Programs that look at a page wait
 * until the mark is gone; `index.html` sets it first.
 */
export function markBusy(queryClient: QueryClient, router: AnyRouter): void {
  const root = document.documentElement
  const isBusy = () =>
    loadingParts > 0 ||
    queryClient.isFetching() > 0 ||
    queryClient.isMutating() > 0 ||
    router.state.status === 'pending'
  // A loaded part is drawn before the mark goes, and may load more.
  const afterDrawing = (work: () => void) => requestAnimationFrame(() => whenIdle(work))
  update = () => {
    if (isBusy()) root.setAttribute('data-busy', '')
    else
      afterDrawing(() => {
        if (!isBusy()) root.removeAttribute('data-busy')
      })
  }
  queryClient.getQueryCache().subscribe(update)
  queryClient.getMutationCache().subscribe(update)
  for (const event of ['onBeforeNavigate', 'onResolved'] as const) router.subscribe(event, update)
  update()
}

function whenIdle(work: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(work)
  else requestAnimationFrame(work)
}
