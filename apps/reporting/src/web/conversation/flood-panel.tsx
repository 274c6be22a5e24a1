import { type ClosedFlood, LEAST_IN_FLOOD, MOST_IN_FLOOD } from '@wayproof/evidence/conversation/flood'
import { day } from '@wayproof/messages/date-format'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { ConfirmButton } from '../records/confirm-button.tsx'

interface Command<Input> {
  readonly isPending: boolean
  readonly error: unknown
  readonly data: number | undefined
  readonly reset: () => void
  readonly mutate: (input: Input, options?: { readonly onSettled: () => void }) => void
}

interface FloodPanelProps {
  /** The open entries, of which it closes untouched ones. */
  readonly entries: readonly { readonly id: string; readonly receivedOn: string; readonly isUntouched: boolean }[]
  readonly floods: readonly ClosedFlood[]
  readonly close: Command<{ ids: string[] }>
  readonly reopen: Command<{ closedOn: string }>
}

/** Closes many entries of an attacker together, and opens them again. Absent without many untouched entries. */
export function FloodPanel({ entries, floods, close, reopen }: FloodPanelProps) {
  const text = useLanguage().words.reporting.floods
  const untouched = entries
    .filter(({ isUntouched }) => isUntouched)
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
  const isOffered = untouched.length >= LEAST_IN_FLOOD || close.data !== undefined
  if (!isOffered && floods.length === 0) return null
  return (
    <Panel title={text.title}>
      {isOffered ? <CloseFlood untouched={untouched} close={close} /> : null}
      {floods.map((flood) => (
        <ClosedFloodLine key={flood.closedOn} flood={flood} reopen={reopen} />
      ))}
      {reopen.error ? <ErrorNote error={reopen.error} /> : null}
    </Panel>
  )
}

function CloseFlood({
  untouched,
  close,
}: {
  readonly untouched: FloodPanelProps['entries']
  readonly close: FloodPanelProps['close']
}) {
  const { locale, words } = useLanguage()
  const text = words.reporting.floods
  const [chosen, setChosen] = useState<{ readonly from?: string; readonly to?: string }>({})
  const from = chosen.from ?? untouched[0]?.receivedOn ?? ''
  const to = chosen.to ?? untouched.at(-1)?.receivedOn ?? ''
  const inDays = untouched.filter(({ receivedOn }) => receivedOn >= from && receivedOn <= to)
  const listed = inDays.slice(0, MOST_IN_FLOOD)
  const [first, last] = [listed[0], listed.at(-1)]
  const counted =
    first && last ? text.counted(listed.length, day(first.receivedOn, locale), day(last.receivedOn, locale)) : text.none
  return (
    <ConfirmForm
      text={text}
      summary={counted}
      command={close}
      onConfirm={(options) => close.mutate({ ids: listed.map(({ id }) => id) }, options)}
      doneText={close.data === undefined ? null : text.done(close.data)}
      button={{ variant: 'default', disabled: listed.length === 0 }}
    >
      <TextField
        type="date"
        label={text.from}
        value={from}
        onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, from: value })}
      />
      <TextField
        type="date"
        label={text.to}
        value={to}
        onChange={({ currentTarget: { value } }) => setChosen({ ...chosen, to: value })}
      />
      <p aria-live="polite">{counted}</p>
      {inDays.length > MOST_IN_FLOOD ? <p className={ui.soft}>{text.most(MOST_IN_FLOOD)}</p> : null}
    </ConfirmForm>
  )
}

function ClosedFloodLine({
  flood: { closedOn, from, to, entries },
  reopen,
}: {
  readonly flood: ClosedFlood
  readonly reopen: FloodPanelProps['reopen']
}) {
  const { locale, words } = useLanguage()
  const text = words.reporting.floods
  return (
    <p>
      {text.closed(entries, day(from, locale), day(to, locale), day(closedOn, locale))}{' '}
      <ConfirmButton
        action={text.reopen}
        title={text.reopenTitle}
        busy={reopen.isPending}
        onConfirm={() => reopen.mutate({ closedOn })}
      >
        <p>{text.reopenConfirm(entries)}</p>
      </ConfirmButton>
    </p>
  )
}
