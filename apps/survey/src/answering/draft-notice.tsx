/** @jsxRuntime automatic */
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { FORM_ID } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'
import { DRAFT } from './form-purpose.ts'

interface DraftNoticeProps {
  readonly page: Page
  /** The last day on which answers are accepted. */
  readonly closesOn: CalendarDate
}

/** Tells the traveler that a draft is saved, how and until when to continue, and how to delete it. */
export function DraftNotice({ page: { words, locale }, closesOn }: DraftNoticeProps) {
  const { draft } = words
  return (
    <section className="trust" aria-labelledby="kept">
      <h2 id="kept">{draft.title}</h2>
      <p>{draft.text(day(closesOn, locale))}</p>
      <button className="lang" form={FORM_ID} type="submit" name="draft" value={DRAFT.askToDrop}>
        {draft.drop}
      </button>
    </section>
  )
}
