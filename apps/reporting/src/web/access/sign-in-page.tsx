import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { me } from '../me.ts'
import { CodeForm } from '../second-factor/code-form.tsx'
import { signIn } from '../session.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { ProviderButton } from './provider-button.tsx'
import { ProviderSentence } from './provider-sentence.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const meQuery = useQuery(me)
  if (meQuery.isPending)
    return (
      <PlainPage>
        <Loading heights={[80, 220]} />
      </PlainPage>
    )
  const { empty = false, provider = null } = meQuery.data ?? {}
  return <PlainPage>{empty ? <NoAccountYet /> : <SignInForm provider={provider} />}</PlainPage>
}

/** `provider` is the name of the sign-in provider, or null if none is configured. */
function SignInForm({ provider }: { readonly provider: string | null }) {
  const { words } = useLanguage()
  const text = words.reporting.access
  const router = useRouter()
  const { next, provider: result, code: codeStep } = route.useSearch()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [isCodeStep, setIsCodeStep] = useState(codeStep !== undefined)
  const [fault, setFault] = useState<Exclude<Awaited<ReturnType<typeof signIn>>, 'in' | 'code'> | null>(null)
  const { faults } = words.reporting
  const sentenceOf = (reason: NonNullable<typeof fault>) =>
    typeof reason === 'object'
      ? (faults.codes[reason.faultCode] ?? faults.failed)
      : reason === 'offline'
        ? faults.offline
        : text[reason]
  const enter = () => router.history.push(next ?? '/')
  async function submit() {
    setBusy(true)
    const result = await signIn(email.trim(), password)
    setBusy(false)
    if (result === 'in') enter()
    else if (result === 'code') setIsCodeStep(true)
    else setFault(result)
  }
  const { factor, provider: byProvider } = words.reporting.account
  if (isCodeStep)
    return (
      <>
        <PageHead
          title={factor.codeTitle}
          lead={
            codeStep && provider ? (
              <ProviderSentence sentence={factor.codeLeadProvider} name={provider} />
            ) : (
              factor.codeLead
            )
          }
        />
        {provider ? <ProviderResult name={provider} result={result} /> : null}
        <CodeForm action={text.signIn} hint={factor.codeHint} onRight={enter} />
      </>
    )
  if (provider !== null && isNotice(result))
    return (
      <>
        <PageHead title={byProvider.title} />
        <ProviderResult name={provider} result={result} />
        <Button fullWidth onClick={enter}>
          {byProvider.goOn}
        </Button>
      </>
    )
  return (
    <div className={ui.stack}>
      <PageHead title={text.signIn} lead={text.lead} />
      {provider === null ? null : (
        <div className={ui.form}>
          <ProviderResult name={provider} result={result} />
          <ProviderButton name={provider} next={next} />
          <p className={ui.soft}>{byProvider.orPassword}</p>
        </div>
      )}
      <Form isPassing className={ui.form} onSubmit={() => void submit()}>
        <TextField
          type="email"
          required
          autoComplete="username"
          label={text.email}
          value={email}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <PasswordField
          autoComplete="current-password"
          label={text.password}
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
        {fault ? (
          <p className={ui.note} data-tone="fault" role="alert">
            {sentenceOf(fault)}
          </p>
        ) : null}
        <Button type="submit" fullWidth loading={busy}>
          {text.signIn}
        </Button>
        <Link to="/reset">{words.reporting.account.reset.forgot}</Link>
      </Form>
    </div>
  )
}

/** Says where to find the link that creates the first officer's account. */
export function NoAccountYet() {
  const text = useLanguage().words.reporting.access
  return (
    <>
      <PageHead title={text.nobodyYet} lead={text.firstLinkPlace} />
      <Note>{text.firstLinkAgain}</Note>
    </>
  )
}

const NOTICES: readonly string[] = ['waits-with-role', 'last-officer']

/** Says whether a signed-in person has to read a notice before going on. */
export const isNotice = (result: string | undefined): boolean => result !== undefined && NOTICES.includes(result)

interface ProviderResultProps {
  readonly name: string
  readonly result: string | undefined
}

/** Shows the result of a sign-in through the provider; renders nothing for an unknown result code. */
export function ProviderResult({ name, result }: ProviderResultProps) {
  const { notices, refusals } = useLanguage().words.reporting.account.provider
  const sentences: Readonly<Record<string, (name: string) => string>> = { ...notices, ...refusals }
  const sentence = result !== undefined && Object.hasOwn(sentences, result) ? sentences[result] : undefined
  if (!sentence) return null
  return (
    <p className={ui.note} data-tone={isNotice(result) ? 'caution' : 'fault'} role="alert">
      <span>
        <ProviderSentence sentence={sentence} name={name} />
      </span>
    </p>
  )
}
