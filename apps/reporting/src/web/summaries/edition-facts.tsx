import { day } from '@wayproof/messages/date-format'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import type { ReactNode } from 'react'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { HoldReasons } from './hold-reasons.tsx'
import styles from './summaries.module.css'

export function EditionFacts({ edition }: { readonly edition: Edition }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { facts: names, ...text } = words.reporting.summaries
  const { kind, occasion, dueOn, dueBecause, endedAt, release, decidedBy, comment, digest, people, reasons } = edition
  const facts: (readonly [string, ReactNode])[] = [
    [names.due, names.dueFor(day(dueOn, locale), words.editions.causes[dueBecause])],
    [names.sent, endedAt === null ? words.reporting.shell.none : dayOf(endedAt)],
    [names.people, text.people(people)],
  ]
  if (release) facts.push([names.release, words.editions.releases[release]])
  if (decidedBy) facts.push([names.decided, <Verbatim key="by">{decidedBy}</Verbatim>])
  if (comment) facts.push([names.comment, <Verbatim key="comment">{comment}</Verbatim>])
  if (digest) facts.push([names.digest, <Verbatim key="digest">{digest}</Verbatim>])
  return (
    <Panel title={words.editions.letter.of(kind, occasion)}>
      <Facts facts={facts} />
      {reasons.length > 0 ? (
        <>
          <p className={styles.heading}>{names.gaps}</p>
          <HoldReasons reasons={reasons} />
        </>
      ) : null}
    </Panel>
  )
}
