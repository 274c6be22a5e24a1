import { day } from '@wayproof/messages/date-format'
import type { ShownCase } from '../api.ts'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

export function CaseFacts({ view: { case: request, contact } }: { readonly view: ShownCase }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests
  const { columns } = text
  const dayOr = (date: string | null, noneText = words.reporting.shell.none) => (date ? day(date, locale) : noneText)
  function contactOf() {
    if (request.addressDroppedOn !== null) return text.dropped(day(request.addressDroppedOn, locale))
    return request.anonymous ? text.anonymous : (contact ?? text.contactGone)
  }
  const isClosed = request.status === 'closed'
  return (
    <Panel title={text.facts}>
      <Facts
        facts={[
          [columns.step, words.rights.statuses[request.status]],
          [columns.due, dayOr(request.dueOn)],
          ...(request.extendedOn === null ? [] : [[text.extended, dayOr(request.extendedOn)] as const]),
          [text.law, request.regime === null ? text.noLaw : text.laws[request.regime]],
          [text.channel, text.channels[request.channel]],
          ...(request.recordedOn === null ? [] : [[text.recorded, dayOr(request.recordedOn)] as const]),
          [text.contact, contactOf()],
          ...(request.anonymous ? [] : [[text.checked, dayOr(request.identityCheckedOn, text.notChecked)] as const]),
          [text.language, words.reporting.requests.languages[request.locale]],
          [columns.answered, dayOr(request.answeredOn)],
          ...(request.outcome === null ? [] : [[columns.outcome, words.rights.outcomes[request.outcome]] as const]),
          ...(isClosed ? [[columns.closed, dayOr(request.closedOn)] as const] : []),
        ]}
      />
    </Panel>
  )
}
