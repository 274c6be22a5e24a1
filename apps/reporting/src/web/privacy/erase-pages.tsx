import type { ComponentType } from 'react'
import { NotAllowed } from '../components/not-allowed.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { EraseForm } from './erase-form.tsx'
import { SuppressForm } from './suppress-form.tsx'

/** Erases a traveler whose request stands in no case; a case has the same form, with its address. */
export function ErasePage() {
  const text = useLanguage().words.privacy.erase
  return <TravelerPage title={text.title} Form={EraseForm} />
}

/** Stops survey letters to an address outside of a case. */
export function SuppressPage() {
  const text = useLanguage().words.privacy.suppress
  return <TravelerPage title={text.title} Form={SuppressForm} />
}

interface TravelerPageProps {
  readonly title: string
  readonly Form: ComponentType<{ readonly title?: string }>
}

function TravelerPage({ title, Form }: TravelerPageProps) {
  const { privacy } = useLanguage().words
  if (useMe().user?.role !== 'officer') return <NotAllowed />
  return (
    <>
      <PageHead title={title} trail={[title]} />
      <Form title={privacy.who} />
    </>
  )
}
