import { useMutation } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { queryClient } from '../api.ts'
import { after } from '../browser-time.ts'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import styles from './undo.module.css'
import { currentOffer, offerUndo, onOffer, type UndoOffer } from './undo-offer.ts'

const OFFERED_MS = 30_000

/** The server draws no offer. */
const noOffer = () => null

/** Offers for 30 seconds to undo the last act; not while the pointer or the focus is on the offer. */
export function UndoBar() {
  const offer = useSyncExternalStore(onOffer, currentOffer, noOffer)
  return (
    <div className={styles.place} role="status">
      {offer ? <Offer key={offer.number} offer={offer} /> : null}
    </div>
  )
}

function Offer({ offer }: { readonly offer: UndoOffer }) {
  const { shell } = useLanguage().words.reporting
  const [isInUse, setInUse] = useState(false)
  const undo = useMutation({
    mutationFn: offer.undo,
    onSettled: () => queryClient.invalidateQueries(),
  })
  useEffect(
    () => (isInUse || undo.isPending ? undefined : after(OFFERED_MS, () => offerUndo(null))),
    [isInUse, undo.isPending],
  )
  const isRefused = undo.isError || undo.data === false
  const text = isRefused ? shell.undo.refused : undo.isSuccess ? shell.undo.done : offer.text
  return (
    <p
      className={styles.offer}
      onMouseEnter={() => setInUse(true)}
      onMouseLeave={() => setInUse(false)}
      onFocus={() => setInUse(true)}
      onBlur={() => setInUse(false)}
    >
      <span>{text}</span>
      {undo.isIdle || undo.isPending ? (
        <LinkButton disabled={undo.isPending} onClick={() => undo.mutate()}>
          {shell.undo.action}
        </LinkButton>
      ) : null}
      <LinkButton onClick={() => offerUndo(null)}>{shell.close}</LinkButton>
    </p>
  )
}
