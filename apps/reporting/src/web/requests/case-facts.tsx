import { urgencyOf } from '@wayproof/evidence/rights-case'
import { day } from '@wayproof/messages'
import type { ShownCase } from '../api.ts'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { UrgencyMark } from './urgency-mark.tsx'

export function CaseFacts({ shown: { case: asked, contact } }: { readonly shown: ShownCase }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.requests
  const { columns } = text
  const dayOr = (date: string | null, none = words.reporting.shell.none) => (date ? day(date, locale) : none)
  function contactOf() {
    if (asked.addressDroppedOn !== null) return text.dropped(day(asked.addressDroppedOn, locale))
    return asked.anonymous ? text.anonymous : (contact ?? text.contactGone)
  }
  const closed = asked.status === 'closed'
  return (
    <Panel title={text.facts} actions={closed ? null : <UrgencyMark urgency={urgencyOf(asked, today)} />}>
      <Facts
        facts={[
          [columns.step, words.rights.statuses[asked.status]],
          [columns.due, dayOr(asked.dueOn)],
          ...(asked.extendedOn === null ? [] : [[text.extended, dayOr(asked.extendedOn)] as const]),
          [text.law, asked.regime === null ? text.noLaw : text.laws[asked.regime]],
          [text.channel, text.channels[asked.channel]],
          ...(asked.recordedOn === null ? [] : [[text.recorded, dayOr(asked.recordedOn)] as const]),
          [text.contact, contactOf()],
          ...(asked.anonymous ? [] : [[text.checked, dayOr(asked.identityCheckedOn, text.notChecked)] as const]),
          [text.language, words.reporting.requests.languages[asked.locale]],
          [columns.answered, dayOr(asked.answeredOn)],
          ...(asked.outcome === null ? [] : [[columns.outcome, words.rights.outcomes[asked.outcome]] as const]),
          ...(closed ? [[columns.closed, dayOr(asked.closedOn)] as const] : []),
        ]}
      />
    </Panel>
  )
}
