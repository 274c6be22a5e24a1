/** @jsxRuntime automatic */
import type { Page } from '../http/page.ts'

interface ProgressBarProps {
  readonly page: Page
  /** True if the form continues a saved draft. */
  readonly isSaved: boolean
}

/**
 * Stays at the lower edge of the window: how many of the questions that are shown have an answer, which the style counts,
 * and what is saved, which the script keeps up to date.
 */
export function ProgressBar({ page: { words }, isSaved }: ProgressBarProps) {
  return (
    <div className="bar">
      <span className="k">{words.progress}</span>
      {isSaved && <span role="status">{words.draft.state}</span>}
    </div>
  )
}
