import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type Logo, logoPath, logoSize } from '@wayproof/kernel/brand/brand'
import {
  contrastByDay,
  isColor,
  isReadableByDay,
  LEAST_CONTRAST,
  readableAtNight,
  readableByDay,
} from '@wayproof/kernel/brand/color'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import styles from './brand-panel.module.css'

/** The color of travelers' pages and letters where none is set. */
const OF_PRODUCT = '#0f5c6e'
const LOGO_HEIGHT = 28

interface ColorFormProps {
  readonly saved: string | null
  readonly logo: Logo | null
}

/** A color is checked while it is typed, with a readable shade of one that is too light. */
export function ColorForm({ saved, logo }: ColorFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.people.brand
  const [typed, setTyped] = useState(saved ?? '')
  const color = typed.trim().toLowerCase()
  const isTyped = color !== ''
  const fault = !isTyped || isReadable(color) ? null : faultOf(color, text)
  const save = useMutation(
    trpc.brand.setColor.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Form className={ui.form} onSubmit={() => save.mutate({ color: isTyped ? color : null })}>
      <div className={styles.color}>
        <TextField
          label={text.color}
          description={text.colorHint}
          placeholder="#004060"
          value={typed}
          maxLength={20}
          fault={fault}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
        <input
          type="color"
          aria-label={text.choose}
          value={isColor(color) ? color : OF_PRODUCT}
          onChange={({ currentTarget: { value } }) => setTyped(value)}
        />
      </div>
      {isColor(color) && fault ? (
        <div>
          <LinkButton onClick={() => setTyped(readableByDay(color))}>
            {text.useReadable(readableByDay(color))}
          </LinkButton>
        </div>
      ) : null}
      <Preview color={isReadable(color) ? color : OF_PRODUCT} logo={logo} />
      <div className={styles.actions}>
        <Button type="submit" loading={save.isPending}>
          {text.saveColor}
        </Button>
        {saved === null ? null : (
          <LinkButton disabled={save.isPending} onClick={() => save.mutate({ color: null })}>
            {text.ofProduct}
          </LinkButton>
        )}
      </div>
      {save.error ? <ErrorNote error={save.error} /> : null}
      {save.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
    </Form>
  )
}

const isReadable = (color: string) => isColor(color) && isReadableByDay(color)

const faultOf = (color: string, text: { notAColor: string; tooLight: (is: number, least: number) => string }) =>
  isColor(color) ? text.tooLight(contrastByDay(color), LEAST_CONTRAST) : text.notAColor

/** A page of the survey in both schemes: head, a chosen answer and the button. */
function Preview({ color, logo }: { readonly color: string; readonly logo: Logo | null }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.people.brand
  const { organisation } = useMe()
  const [own, other] = [organisation?.nameZh, organisation?.nameEn]
  const name = (locale === 'en' ? other || own : own || other) ?? ''
  const schemes = [
    ['day', color],
    ['night', readableAtNight(color)],
  ] as const
  return (
    <figure className={styles.previews} aria-label={text.preview}>
      {schemes.map(([scheme, shown]) => (
        <div key={scheme} className={styles.preview} data-scheme={scheme}>
          <div className={styles.head}>
            {logo ? <img src={logoPath(logo)} alt="" {...logoSize(logo, LOGO_HEIGHT)} /> : null}
            <b translate="no">{name}</b>
          </div>
          <div className={styles.answer} style={{ background: `${color}33`, boxShadow: `inset 3px 0 ${shown}` }}>
            {text.answer}
          </div>
          <div className={styles.send} style={{ background: shown, color: scheme === 'day' ? '#fff' : '#121212' }}>
            {text.send}
          </div>
        </div>
      ))}
      <figcaption className={ui.soft}>{text.preview}</figcaption>
    </figure>
  )
}
