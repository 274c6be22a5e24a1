import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import type { ShownMeeting } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import styles from './meetings.module.css'

/** The minutes to read, with their PDF once they are finished. */
export function MinutesPanel({ meeting }: { readonly meeting: ShownMeeting }) {
  const { locale, words } = useLanguage()
  const { minutes: text, pdf, finishedBy } = words.reporting.meetings
  const { attendees, notes, nextOn, finished, timeZone, heldOn } = meeting
  const names = attendees.map(({ name }) => name).join(words.reporting.shell.listed)
  return (
    <Panel
      title={text.title}
      actions={
        finished
          ? LOCALES.map((each) => (
              <a key={each} href={`/export/minutes/${heldOn}/${each}`}>
                {each === 'en' ? pdf.en : pdf.zh}
              </a>
            ))
          : null
      }
    >
      <Facts
        facts={[
          [text.attendees, names === '' ? text.nobody : <Verbatim key="names">{names}</Verbatim>],
          [text.next, nextOn === null ? text.noNext : day(nextOn, locale)],
        ]}
      />
      {notes === '' ? (
        <p className={ui.soft}>{text.noNotes}</p>
      ) : (
        <p className={styles.notes} translate="no">
          {notes}
        </p>
      )}
      {finished ? (
        <p className={ui.soft}>
          <SlotSentence sentence={(slot) => finishedBy(slot, day(dateAt(finished.at, timeZone), locale))}>
            <Verbatim>{finished.by}</Verbatim>
          </SlotSentence>
        </p>
      ) : null}
    </Panel>
  )
}
