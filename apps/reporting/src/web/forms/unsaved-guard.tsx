import { useBlocker } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

/** Asks before a page with typed text that was not saved is left, also by closing the window. */
export function UnsavedGuard({ isDirty }: { readonly isDirty: () => boolean }) {
  const { unsaved } = useLanguage().words.reporting.fields
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <ConfirmDialog title={unsaved.title} action={unsaved.leave} onConfirm={proceed} onClose={reset}>
      <p>{unsaved.text}</p>
    </ConfirmDialog>
  )
}
