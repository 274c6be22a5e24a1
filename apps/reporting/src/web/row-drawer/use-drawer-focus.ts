import { type RefObject, useEffect, useRef } from 'react'

const linkOf = (rowKey: string) => document.querySelector<HTMLElement>(`a[data-row="${CSS.escape(rowKey)}"]`)

/**
 * Moves the focus to the drawer's heading when it opens, and to the row's link when it closes. A step from a row's link
 * takes the focus along.
 */
export function useDrawerFocus(heading: RefObject<HTMLElement | null>, rowKey: string): void {
  const last = useRef(rowKey)
  useEffect(() => {
    last.current = rowKey
    const link = linkOf(rowKey)
    link?.scrollIntoView({ block: 'nearest' })
    if (document.activeElement?.matches('a[data-row]')) link?.focus()
  }, [rowKey])
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    return () => {
      const isLost = !document.activeElement || document.activeElement === document.body
      if (isLost) (linkOf(last.current) ?? document.getElementById('content'))?.focus({ preventScroll: true })
    }
  }, [heading])
}
