import type { MouseEvent } from 'react'

/** How a list opens its rows in the drawer beside it. */
export interface RowOpening {
  /** The row in the drawer; null if it is closed. */
  readonly openKey: string | null
  readonly onOpen: (key: string) => void
}

type Click = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

/** Every other click is the browser's: it opens the row's page in a tab or a window. */
export const isPlainClick = ({ button, ctrlKey, metaKey, shiftKey, altKey }: Click): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey

/** Whether a click on a row means the row: not a control in it, and not the end of a selection of text. */
export const isForRow = (event: MouseEvent): boolean =>
  isPlainClick(event) &&
  !(event.target instanceof Element && event.target.closest('a, button, input, label')) &&
  (getSelection()?.isCollapsed ?? true)
