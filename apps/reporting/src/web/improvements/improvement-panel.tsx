import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Owner } from '@wayproof/accounts/accounts/person'
import { LOCALES, type LocalText } from '@wayproof/kernel/people/locale'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { useState } from 'react'
import { type GoalView, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ChosenImprovements } from './chosen-improvements.tsx'

interface ImprovementPanelProps {
  readonly period: string
  readonly view: Pick<GoalView, 'improvements' | 'withdrawn' | 'choosing'>
  readonly isOfficer: boolean
}

/** Lists the improvements chosen from feedback; officers add and withdraw them here, and write new ones in a drawer. */
export function ImprovementPanel({ period, view, isOfficer }: ImprovementPanelProps) {
  const { improvements, withdrawn } = view
  const mayChoose = isOfficer && view.choosing
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [isAdding, setIsAdding] = useState(false)
  return (
    <div id="improvements">
      <Panel
        title={text.title}
        actions={
          mayChoose ? (
            <LinkButton aria-haspopup="dialog" onClick={() => setIsAdding(true)}>
              {text.add}
            </LinkButton>
          ) : null
        }
      >
        {improvements.length === 0 ? (
          <p className={ui.soft}>{mayChoose ? text.lead : words.reporting.scorecard.improvements.none}</p>
        ) : null}
        {improvements.length > 0 ? (
          <ChosenImprovements
            improvements={improvements}
            actions={(id) => (
              <ChosenState
                improvement={improvements.find((improvement) => improvement.id === id)}
                isOfficer={mayChoose}
              />
            )}
          />
        ) : null}
        <WithdrawnImprovements withdrawn={withdrawn} />
        {isOfficer && !view.choosing ? <p className={ui.soft}>{text.fixed}</p> : null}
      </Panel>
      {isAdding ? (
        <Drawer title={text.add} onClose={() => setIsAdding(false)}>
          <ImprovementForm period={period} isFirst={improvements.length === 0} />
        </Drawer>
      ) : null}
    </div>
  )
}

/** Withdrawn improvements stay visible. */
function WithdrawnImprovements({ withdrawn }: { readonly withdrawn: GoalView['withdrawn'] }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  if (withdrawn.length === 0) return null
  return (
    <ul className={`${styles.chosen} ${ui.soft}`}>
      {withdrawn.map(({ id, text, at }) => (
        <li key={id}>
          <s translate="no">{text[locale]}</s>
          <span>{words.reporting.goal.improvement.withdrawn(dayOf(at))}</span>
        </li>
      ))}
    </ul>
  )
}

interface ChosenStateProps {
  readonly improvement: GoalView['improvements'][number] | undefined
  readonly isOfficer: boolean
}

/** Says whether travelers have read of an improvement; until then the officer may withdraw it. */
function ChosenState({ improvement, isOfficer }: ChosenStateProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [isConfirming, setIsConfirming] = useState(false)
  const withdraw = useMutation(
    trpc.improvement.withdraw.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  if (!improvement) return null
  const { id, told: isTold } = improvement
  if (isTold) return <span className={ui.soft}>{text.isTold}</span>
  if (!isOfficer) return null
  return (
    <>
      <LinkButton onClick={() => setIsConfirming(true)}>{text.withdraw}</LinkButton>
      {withdraw.error ? <ErrorNote error={withdraw.error} /> : null}
      {isConfirming ? (
        <ConfirmDialog
          title={text.withdrawTitle}
          action={text.withdraw}
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate({ id })}
          onClose={() => setIsConfirming(false)}
        >
          <p translate="no">{improvement.text[locale]}</p>
          <p className={ui.soft}>{text.withdrawText}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}

const NOTHING: LocalText = { 'zh-CN': '', en: '' }
const owners = [...new Set(Object.values(OWNERS))]

function ImprovementForm({ period, isFirst }: { readonly period: string; readonly isFirst: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.goal.improvement
  const [texts, setTexts] = useState(NOTHING)
  const [owner, setOwner] = useState<Owner>('customer-service')
  const choose = useMutation(
    trpc.improvement.choose.mutationOptions({
      onSuccess: () => {
        setTexts(NOTHING)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    const trimmedTexts = { 'zh-CN': texts['zh-CN'].trim(), en: texts.en.trim() }
    choose.mutate({ period, text: trimmedTexts, owner })
  }
  return (
    <Form className={styles.chooser} onSubmit={submit}>
      <p className={ui.soft}>{isFirst ? text.lead : text.told}</p>
      {LOCALES.map((locale) => (
        <TextField
          key={locale}
          lang={locale}
          label={text.text[locale]}
          value={texts[locale]}
          maxLength={200}
          fault={texts[locale].trim() === '' ? text.empty : null}
          onChange={({ currentTarget: { value } }) => setTexts({ ...texts, [locale]: value })}
        />
      ))}
      <NativeSelect
        label={text.owner}
        value={owner}
        data={owners.map((value) => ({ value, label: words.goals.owners[value] }))}
        onChange={(event) => setOwner(owners.find((candidate) => candidate === event.currentTarget.value) ?? owner)}
      />
      <div>
        <Button type="submit" loading={choose.isPending}>
          {text.choose}
        </Button>
      </div>
      {choose.error ? <ErrorNote error={choose.error} /> : null}
      {choose.isSuccess ? <Note>{text.chosen}</Note> : null}
    </Form>
  )
}
