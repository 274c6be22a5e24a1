import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import type { SealVerification } from '@wayproof/scorecard/closing/seals/seal-finding'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { figureName } from '../samples/figure-name.ts'

/** Recomputes the chain; a seal code from paper proves that the whole chain was not replaced. */
export function VerifyPanel() {
  const text = useLanguage().words.reporting.closing.verify
  const [code, setCode] = useState('')
  const verify = useMutation({
    mutationFn: (typedCode: string) =>
      queryClient.fetchQuery({ ...trpc.period.verify.queryOptions({ code: typedCode || null }), staleTime: 0 }),
  })
  function submit() {
    verify.mutate(code.trim())
  }
  return (
    <Panel title={text.title}>
      <Form isPassing className={ui.form} onSubmit={submit}>
        <p className={ui.soft}>{text.lead}</p>
        <TextField
          label={text.code}
          description={text.hint}
          value={code}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        />
        <div>
          <Button type="submit" variant="default" loading={verify.isPending}>
            {text.action}
          </Button>
        </div>
        {verify.error ? <ErrorNote error={verify.error} /> : null}
        {verify.data ? <Verified verification={verify.data} /> : null}
      </Form>
    </Panel>
  )
}

/** Shows whether the chain is valid, and what is wrong with each invalid seal. */
function Verified({ verification: { holds, seals, samples, paper } }: { readonly verification: SealVerification }) {
  const { locale, words } = useLanguage()
  const text = words.closing.verify
  const brokenSeals = seals.filter(({ faults }) => faults.length > 0)
  const onPaper =
    paper === null
      ? null
      : paper.number !== null
        ? text.onPaper(paper.code, paper.number)
        : paper.sample !== null
          ? text.onPaperSample(paper.code, paper.sample)
          : text.notOnPaper(paper.code)
  return (
    <div className={ui.note} data-tone={holds ? undefined : 'fault'} role={holds ? 'status' : 'alert'}>
      <div className={styles.verified}>
        <p>{holds ? text.holds : text.broken}</p>
        {onPaper ? <p className={ui.soft}>{onPaper}</p> : null}
        {brokenSeals.map(({ number, period, version, faults }) => (
          <p key={number} className={ui.soft}>
            {words.reporting.shell.labelled(
              period ? text.seal(number, periodName(period, locale), version ?? 1) : text.unknownSeal(number),
              text.bad(faults.map((fault) => text.faults[fault])),
            )}
          </p>
        ))}
        {samples
          .filter(({ faults }) => faults.length > 0)
          .map(({ number, of, faults }) => (
            <p key={`sample-${number}`} className={ui.soft}>
              {words.reporting.shell.labelled(
                text.sample(number, of && figureName(of.figure, words)),
                text.bad(faults.map((fault) => text.sampleFaults[fault])),
              )}
            </p>
          ))}
      </div>
    </div>
  )
}
