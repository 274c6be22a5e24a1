import { useBlocker } from '@tanstack/react-router'
import { type RefObject, useEffect, useRef } from 'react'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'

interface UnsavedGuardProps {
  readonly isDirty: () => boolean
  /** Whether the text stays when only the parameters of the address change. */
  readonly isKeptOnPage?: boolean
}

/** The guards of the page; the first one asks for all of them, so that nobody is asked twice. */
const guards: RefObject<UnsavedGuardProps>[] = []

/** Asks before a page with typed text that was not saved is left, also by closing the window. */
export function UnsavedGuard(props: UnsavedGuardProps) {
  const { unsaved } = useLanguage().words.reporting.fields
  const own = useRef(props)
  useEffect(() => {
    own.current = props
  })
  useEffect(() => {
    guards.push(own)
    return () => {
      guards.splice(guards.indexOf(own), 1)
    }
  }, [])
  const isAsking = (isSamePage: boolean) =>
    guards[0] === own &&
    guards.some(({ current: { isDirty, isKeptOnPage } }) => !(isSamePage && isKeptOnPage) && isDirty())
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => isAsking(current.pathname === next.pathname),
    enableBeforeUnload: () => isAsking(false),
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <ConfirmDialog title={unsaved.title} action={unsaved.leave} onConfirm={proceed} onClose={reset}>
      <p>{unsaved.text}</p>
    </ConfirmDialog>
  )
}
